"""Removes a person everywhere in the database and reports what was done.

A preview does the same in a transaction that is rolled back, so that it shows exactly what a removal would do.
"""

from collections import defaultdict

from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _
from wagtail.documents import get_document_model
from wagtail.models import Page, Revision
from wagtail_localize.models import String

from ..models import BinnedRow, NetworkContact, NetworkMember, NetworkPage
from ..publication.whole import publication
from . import binned
from .addresses import Address, addresses_with
from .logins import logins_of
from .name_text import MARK, PERSONAL, Name, Taken, organisation_words, take
from .owners import Owners
from .places import is_content, is_tag, pages_of
from .reporting import MOST_AROUND, Choice, Near, Place, Report
from .tables import models_with_text, rows_of, write

# Sent within the transaction with ``pages``, the primary keys of pages whose words or rows have changed, so that feeds
# and search are rebuilt; ``rows`` ({model: primary keys}) of all rows that have changed; ``name`` (a Name), for texts
# that are stored in a form of their own; and ``kept``, the owners whose texts are about somebody else.
person_forgotten = Signal()

_SEARCH = {"search", "wagtailsearch", "modelsearch"}  # apps
# Made by the site from other rows. Visitors write searches, editors synonyms, and the text of a file is its own.
_DERIVED = {"search.findable", "search.unsentrow", "wagtailsearch", "modelsearch"}


def forget(text, *, preview=False, choice=None):
    """Remove the person called ``text`` (first name and surname), as ``choice`` (a Choice) says.

    Gives a Report. Raises ValueError for what is no full name.
    """
    Name(text)
    with publication():
        report = _Forgetting(text, choice or Choice()).run(index=not preview)
        transaction.set_rollback(preview)
    return report


class _Forgetting:
    def __init__(self, text, choice):
        self.name = Name(text)
        self.choice = choice
        self.report = Report()
        self.owners = Owners()
        self.pages = set()
        self.rows = defaultdict(set)
        self.hers = frozenset()  # the owners where she sits

    def run(self, index):
        self.report.logins = logins_of(self.name)
        self.report.addresses = addresses_with(self.name)
        self._rows()
        self._tables()
        self._documents()
        if index:
            pages = self._pages_to_renew()
            kept = self.choice.kept
            person_forgotten.send(type(self), pages=pages, rows=dict(self.rows), name=self.name, kept=kept)
        return self.report

    def _rows(self):
        """Empty the person's seats, which keep role and organisation, and delete her contact rows."""
        self.report.members = self._named(NetworkMember.objects.select_related("page", "organisation"))
        self.report.contacts = self._named(NetworkContact.objects.select_related("page"))
        in_bin = binned.named(NetworkMember, self.name), binned.named(NetworkContact, self.name)
        organisations = organisation_words(str(member.organisation) for member in self.report.members)
        self.name = Name(self.name.text, self._addresses(in_bin[1]), organisations)
        self.hers = self._networks()
        binned.take_rows(*in_bin)
        self._count_binned(sum(map(len, in_bin)))
        self.pages |= {row.page_id for row in (*self.report.members, *self.report.contacts)}
        for kind in ("members", "contacts"):
            for row in getattr(self.report, kind):
                getattr(self.report.owned(*self.owners.of(type(row), row.pk)), kind).append(row)
        take_rows(self.report.members, self.report.contacts)

    def _named(self, rows):
        hers = [row for row in rows.iterator(chunk_size=1_000) if self.name.is_name(row.name)]
        return [row for row in hers if self.owners.of(type(row), row.pk)[0] not in self.choice.kept]

    def _networks(self):
        """The owners where she sits, and what lies below them."""
        pages = {row.page for row in (*self.report.members, *self.report.contacts)}
        below = [
            key
            for page in pages
            for key in Page.objects.descendant_of(page, inclusive=True).values_list("pk", flat=True)
        ]
        return frozenset(self.owners.of(Page, key)[0] for key in below)

    def _addresses(self, in_bin):
        """E-mail addresses that only this person's rows have. An address that others share belongs to a function."""
        emails = {contact.email for contact in self.report.contacts if contact.email} | binned.emails(in_bin)
        hers = [contact.pk for contact in self.report.contacts]
        shared = set(NetworkContact.objects.exclude(pk__in=hers).values_list("email", flat=True))
        shared |= set(NetworkPage.objects.values_list("contact_email", flat=True))
        return tuple(sorted(emails - shared - binned.emails_of_others(in_bin)))

    def _count_binned(self, number):
        if number:
            self.report.logs[str(BinnedRow._meta.verbose_name_plural)] += number

    def _tables(self):
        for model, fields in models_with_text():
            for row in rows_of(model, fields):
                self._row(row)
        self._take_chosen_rows()

    def _row(self, row):
        probe = Taken(looks=True, surname=bool(self.hers))
        for column, text in row.values.items():
            take(text, self.name, probe, key=column)
        if not probe and not probe.near and not probe.addresses:
            return
        owner, model, pk = self.owners.of(row.model, row.pk)
        self._tell_addresses(probe.addresses, owner, model, pk)
        if owner in self.choice.kept:
            self.pages |= pages_of(row.model, row.pk)
            return
        taken = Taken(chosen=self.choice.hers.get(owner, frozenset()), looks=True, surname=owner in self.hers)
        values = {column: take(text, self.name, taken, key=column) for column, text in row.values.items()}
        changed = {column: text for column, text in values.items() if text != row.values[column]}
        if changed:
            self._write(row, changed)
            self._tell(row, taken, (owner, model, pk))
        if not is_derived(row.model):
            place = (row.model, row.pk) if is_content(row.model) else (model, pk)
            for near in taken.near:
                if near.why != "address" or not self._is_own_address(near.text):
                    self.report.add_near(Near(owner, *place, near.text, near.around, near.why))

    def _tell_addresses(self, texts, owner, model, pk):
        """List the addresses in a draft, a version or another record, but for those that the row itself has."""
        for text in dict.fromkeys(texts):
            known = [address for address in self.report.addresses if address.is_of(text)]
            if not any(self._is_owned(address, owner, model, pk) for address in known):
                self.report.addresses.append(Address(model, pk, text, is_stored=True))

    def _is_owned(self, address, owner, model, pk):
        if (address.model, address.pk) == (model, pk):
            return True
        # What wagtail-localize keeps belongs to the page in every language.
        return not issubclass(model, Page) and self.owners.of(address.model, address.pk)[0] == owner

    def _is_own_address(self, text):
        """Whether the text is a part of a link to a page or file that is listed already."""
        return any(text in address.text for address in self.report.addresses if not address.is_stored)

    def _write(self, row, changed):
        if row.model is String:
            changed = _as_string(row, changed)
        if row.model is BinnedRow and "values" in changed:
            changed = binned.fitted(row, changed)
        write(row, changed)
        if is_tag(row.model):
            row.model.objects.filter(pk=row.pk).update(slug=f"namn-borttaget-{row.pk}")
        self.rows[row.model].add(row.pk)

    def _tell(self, row, taken, owner):
        if row.model is Revision:
            revision = Revision.objects.only("object_str").get(pk=row.pk)
            self.report.revisions[revision.object_str] += 1
            self.report.owned(*owner).versions += 1
        elif row.model is BinnedRow:
            self._count_binned(1)
        elif is_content(row.model):
            self.report.places.append(Place(row.model, row.pk, taken.texts[:MOST_AROUND], owner[0]))
            owned = self.report.owned(*owner)
            owned.around = list(dict.fromkeys([*owned.around, *taken.texts]))[:MOST_AROUND]
            self.pages |= pages_of(row.model, row.pk)
        else:
            made_by_search = row.model._meta.app_label in _SEARCH
            self.report.logs[_("Sökindex") if made_by_search else str(row.model._meta.verbose_name)] += 1

    def _take_chosen_rows(self):
        """Empty the rows whose whole name an editor has said is hers."""
        members, contacts = (list(model.objects.filter(name=MARK)) for model in (NetworkMember, NetworkContact))
        self.pages |= {row.page_id for row in (*members, *contacts)}
        take_rows(members, contacts)

    def _documents(self):
        """Documents whose own text names her: the text is gone, but the file is not."""
        texts = [model for model in self.rows if model._meta.label_lower == "search.documenttext"]
        keys = {
            key
            for model in texts
            for key in model.objects.filter(pk__in=self.rows[model]).values_list("document", flat=True)
        }
        documents = get_document_model().objects.filter(pk__in=keys).order_by("title", "pk")
        self.report.documents = list(documents.values_list("pk", "title"))

    def _pages_to_renew(self):
        keys = Page.objects.filter(pk__in=self.pages).values("translation_key")
        return set(Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True))


def is_derived(model):
    """Whether the rows of ``model`` are made from others, which alone are for a person to decide."""
    return not _DERIVED.isdisjoint((model._meta.app_label, model._meta.label_lower))


def take_rows(members, contacts):
    seats = NetworkMember.objects.filter(pk__in=[member.pk for member in members])
    seats.update(**dict.fromkeys(PERSONAL, ""))
    NetworkContact.objects.filter(pk__in=[contact.pk for contact in contacts]).delete()


def _as_string(row, changed):
    """wagtail-localize finds a text by its hash, which must be unique; the row's number makes it so."""
    string = String.objects.get(pk=row.pk)
    is_taken = String.objects.filter(locale_id=string.locale_id, data=changed["data"]).exists()
    string.data = f"{changed['data']} ({row.pk})" if is_taken else changed["data"]
    string.data_hash = None  # the library makes it when it saves a text without one
    string.save(update_fields=["data", "data_hash"])
    return {"data": string.data}
