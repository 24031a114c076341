"""Describes in words what an import of a page would create. Reads from the site and writes nothing."""

from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.models.choices import Kind, RelationKind, Status

from ..old_pages import old_path
from ..storing.network_fields import left_over
from ..storing.network_rows import seats_of
from ..storing.register import Organisations, find_area, find_network, find_statement, relation_targets
from ..storing.report import FIELD_LABELS
from ..storing.rich_text import rich_text

_IN_BODY = ("members_note", "documents")


class Fact(NamedTuple):
    """``check`` asks the editor to look. ``page`` is another page that the fact refers to."""

    label: str
    value: str
    note: str = ""
    check: bool = False
    page: object = None


class Text(NamedTuple):
    """A text under its field's name. ``html`` is rich text; ``heading`` is the heading above it on the old page."""

    label: str
    html: str
    heading: str = ""
    note: str = ""


class Shared(NamedTuple):
    """A shared text: as read, as it will be shown, the site's own statement and the owner's page (None if missing)."""

    read: object
    html: str
    known: object
    owner: object


class Preview:
    """A reading compared with the site. ``original`` is the page as read, with names. ``stored`` is the page that an
    earlier import of it created, or None."""

    def __init__(self, reading, *, original, locale, stored):
        self.page, self.original, self.locale = reading.page, original, locale
        self._own = stored.pk if stored else None
        self.relations = relation_targets(self.page, locale=locale, leave_out=self._own)

    def facts(self):
        page = self.page
        yield self._title()
        yield Fact(_("Typ"), Kind(page.kind).label, _("Gissad av texten."), check=True)
        yield self._area()
        yield Fact(_("Läge"), Status(page.status).label, check=page.status != Status.ACTIVE)
        if page.successor:
            yield self._successor()
        yield self._start()
        if page.earlier_names:
            yield Fact(_("Tidigare namn"), ", ".join(page.earlier_names), check=True)
        yield self._address()
        if page.updated:
            note = _("Sparas inte. Den nya sidan håller själv reda på när den ändrades.")
            yield Fact(_("Senast uppdaterad"), date_format(page.updated), note)

    def _title(self):
        namesake = find_network(self.page.title, locale=self.locale, leave_out=self._own)
        if namesake is None:
            return Fact(_("Titel"), self.page.title)
        note = _("Det finns redan en sida som heter så. Importen ändrar inte den, utan gör en till:")
        return Fact(_("Titel"), self.page.title, note, check=True, page=namesake)

    def _area(self):
        name = self.page.area
        if not name:
            return Fact(_("Område"), "", _("Området syns inte i texten. Välj det på sidan."), check=True)
        if find_area(name, locale=self.locale) is None:
            return Fact(_("Område"), name, _("Området finns inte i registret. Välj ett på sidan."), check=True)
        return Fact(_("Område"), name, _("Gissat av texten."), check=True)

    def _successor(self):
        page = find_network(self.page.successor, locale=self.locale, leave_out=self._own)
        note = "" if page else _("Sidan finns inte på webbplatsen än. Välj den när den finns.")
        return Fact(_("Ersatt av"), self.page.successor, note, check=True, page=page)

    def _start(self):
        note = f"”{self.page.start_text}”" if self.page.start_text and not self.page.start.day else ""
        return Fact(_("Start"), str(self.page.start), note, check=bool(note))

    def _address(self):
        if old_path(self.page.source_url):
            return Fact(_("Gammal adress"), self.page.source_url, _("Leder till den nya sidan när den är publicerad."))
        return Fact(_("Gammal adress"), self.page.source_url, _("Anger du den leder den till den nya sidan."))

    def texts(self):
        """Every field that gets a text, followed by the sections that go into the body under their own headings."""
        fields = {name: field for name, field in self.page.fields.items() if name != "contact"}
        for name, field in fields.items():
            note = _("Läggs i övrigt innehåll.") if name in _IN_BODY else ""
            yield Text(FIELD_LABELS[name], rich_text(field.paragraphs), field.heading, note)
        for section in self.page.sections:
            note = _("Läggs i övrigt innehåll, under samma rubrik.")
            yield Text(section.heading, rich_text(section.paragraphs), note=note)

    def statements(self):
        """The shared texts: the site's own if it has one with that title, else as read."""
        for row in self.page.statements:
            known = find_statement(row.heading, locale=self.locale)
            html = known.text if known else rich_text(row.paragraphs)
            yield Shared(row, html, known, find_network(row.owner, locale=self.locale))

    def relation_facts(self):
        for relation, target in self.relations:
            note = "" if target else _("Finns inte på webbplatsen än. Meningen läggs i övrigt innehåll, märkt.")
            label = RelationKind(relation.kind).label
            yield Fact(label, relation.body, note, check=True, page=target), relation.sentence

    @cached_property
    def seats(self):
        return seats_of(self.page, Organisations().find)

    @property
    def shows_names(self):
        return any(seat.name for seat in self.seats)

    @property
    def shows_titles(self):
        return any(seat.title for seat in self.seats)

    @property
    def hidden_people(self):
        """How many people are named on the old page but not imported by name."""
        return _named(self.original) - _named(self.page)

    def new_organisations(self):
        """The names that the import adds to the register."""
        return sorted({seat.organisation.name for seat in self.seats if seat.organisation.pk is None})

    def marked(self):
        """The texts that fit no field, as they will be in the body, together with refused dates row by row."""
        return left_over(self.page, [relation for relation, target in self.relations if target is None])


def _named(page):
    return sum(1 for person in (*page.members, *page.contacts) if person.name)


def to_look_at(imported):
    """What remains to do before a new draft is published, as Swedish sentences."""
    network = imported.network
    marked = sum(1 for block in network.body if block.block_type == "unplaced")
    if network.area is None:
        yield _("Välj område.")
    if marked:
        yield ngettext(
            "En text i Övrigt innehåll är märkt och behöver en plats.",
            "%(number)d texter i Övrigt innehåll är märkta och behöver en plats.",
            marked,
        ) % {"number": marked}
    if not imported.events:
        yield _("Sidan har inga möten.")
    if imported.namesake:
        yield _("Det finns en annan sida som heter ”%(title)s”.") % {"title": imported.namesake.title}
    if any(seat.name for seat in network.members.all()) or network.contacts.exists():
        yield _("Kontrollera att namnen får publiceras.")
