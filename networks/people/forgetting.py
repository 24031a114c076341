"""Removes a person everywhere in the database and reports what was done.

A preview does the same in a transaction that is rolled back, so that it shows exactly what a removal would do.
"""

from collections import Counter
from dataclasses import dataclass, field

from django.contrib.auth import get_user_model
from django.db import transaction
from django.dispatch import Signal
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision
from wagtail_localize.models import String

from ..models import BinnedRow, NetworkContact, NetworkMember, NetworkPage
from ..publication.whole import publication
from . import binned
from .name_text import PERSONAL, Name, Taken, take
from .places import addresses_with, is_content, pages_of
from .tables import models_with_text, rows_with, write

# Sent within the transaction with ``pages``, the primary keys of pages whose words or rows have changed, so that feeds
# and search are rebuilt, and ``name`` (a Name), for texts that are stored in a form of their own.
person_forgotten = Signal()


@dataclass
class Place:
    """A text that contained the name, for an editor to check: the row and the words around the name."""

    model: type
    pk: object
    around: list[str]


@dataclass
class Report:
    members: list[NetworkMember] = field(default_factory=list)
    contacts: list[NetworkContact] = field(default_factory=list)
    revisions: Counter = field(default_factory=Counter)  # title of the page -> its revisions
    places: list[Place] = field(default_factory=list)
    logs: Counter = field(default_factory=Counter)  # name of the table -> its rows
    logins: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)  # of pages and files; not changed, because links lead there

    @property
    def records(self):
        """``([(title, number of versions)], [(table, number of rows)])`` for templates: lists instead of Counters."""
        return list(self.revisions.items()), list(self.logs.items())

    @property
    def for_a_human(self):
        return [*self.logins, *self.addresses]

    def __bool__(self):
        return bool(self.members or self.contacts or self.revisions or self.places or self.logs or self.for_a_human)


def forget(text, *, preview=False):
    """Remove the person called ``text`` (first name and surname). Gives a Report; raises ValueError for no name."""
    Name(text)
    with publication():
        report = _Forgetting(text).run(index=not preview)
        transaction.set_rollback(preview)
    return report


class _Forgetting:
    def __init__(self, text):
        self.name = Name(text)
        self.report = Report()
        self.pages = set()

    def run(self, index):
        self._logins()
        self.report.addresses = addresses_with(self.name.text)
        self._rows()
        self._tables()
        if index:
            person_forgotten.send(type(self), pages=self._pages_to_renew(), name=self.name)
        return self.report

    def _logins(self):
        users = get_user_model().objects.all()
        self.report.logins = [user.get_username() for user in users if self.name.is_name(user.get_full_name())]

    def _rows(self):
        """Empty the person's seats, which keep role and organisation, and delete her contact rows."""
        anchor = self.name.anchors[0]
        members = NetworkMember.objects.filter(name__icontains=anchor).select_related("page", "organisation")
        contacts = NetworkContact.objects.filter(name__icontains=anchor).select_related("page")
        self.report.members = [member for member in members if self.name.is_name(member.name)]
        self.report.contacts = [contact for contact in contacts if self.name.is_name(contact.name)]
        in_bin = binned.named(NetworkMember, self.name), binned.named(NetworkContact, self.name)
        self.name = Name(self.name.text, self._addresses(in_bin[1]))
        binned.take_rows(*in_bin)
        self._count_binned(sum(map(len, in_bin)))
        self.pages |= {row.page_id for row in (*self.report.members, *self.report.contacts)}
        seats = NetworkMember.objects.filter(pk__in=[member.pk for member in self.report.members])
        seats.update(**dict.fromkeys(PERSONAL, ""))
        NetworkContact.objects.filter(pk__in=[contact.pk for contact in self.report.contacts]).delete()

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
            for row in rows_with(model, fields, self.name.anchors):
                taken = Taken()
                values = {column: take(text, self.name, taken) for column, text in row.values.items()}
                changed = {column: text for column, text in values.items() if text != row.values[column]}
                if changed:
                    if model is String:
                        changed = _as_string(row, changed)
                    if model is BinnedRow and "values" in changed:
                        changed = binned.fitted(row, changed)
                    write(row, changed)
                    self._tell(row, taken)

    def _tell(self, row, taken):
        if row.model is Revision:
            revision = Revision.objects.get(pk=row.pk)
            self.report.revisions[revision.object_str] += 1
        elif row.model is BinnedRow:
            self._count_binned(1)
        elif is_content(row.model):
            self.report.places.append(Place(row.model, row.pk, taken.texts))
            self.pages |= pages_of(row.model, row.pk)
        else:
            made_by_search = row.model._meta.app_label in {"modelsearch", "search"}
            self.report.logs[_("Sökindex") if made_by_search else str(row.model._meta.verbose_name)] += 1

    def _pages_to_renew(self):
        keys = Page.objects.filter(pk__in=self.pages).values("translation_key")
        return set(Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True))


def _as_string(row, changed):
    """wagtail-localize finds a text by its hash, which must be unique; the row's number makes it so."""
    string = String.objects.get(pk=row.pk)
    is_taken = String.objects.filter(locale_id=string.locale_id, data=changed["data"]).exists()
    string.data = f"{changed['data']} ({row.pk})" if is_taken else changed["data"]
    string.data_hash = None  # the library makes it when it saves a text without one
    string.save(update_fields=["data", "data_hash"])
    return {"data": string.data}
