"""Turns a read page into draft pages, or updates those that an earlier import created."""

from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, Site

from events.models import EventPage
from networks.models import NetworkIndexPage, NetworkPage

from ..old_meetings import MeetingGroup, is_handled, read_meetings
from ..old_pages import LegacyPage, Relation, import_key, old_path
from ..remainder import with_remainder
from .drafts import edited_by_person, latest_draft, save_draft
from .meeting_pages import write_events
from .network_fields import body_blocks, fill_fields, left_over
from .network_rows import fill_rows
from .privacy import without_personal_data
from .register import find_network


class ImportRefused(Exception):
    """Raised when a page was read but must not be written. ``str()`` says why, in Swedish."""


@dataclass(frozen=True)
class Reading:
    """A page as it would be imported, with its meetings. Without people's names unless requested."""

    page: LegacyPage
    groups: tuple[MeetingGroup, ...]

    @property
    def meetings(self):
        return [row for group in self.groups for row in group.meetings]


@dataclass(frozen=True)
class Imported:
    """What an import wrote. ``unresolved`` are relations to bodies that the site does not have yet. ``namesake`` is
    another page with the same name."""

    network: NetworkPage
    events: list[EventPage]
    created: bool
    unresolved: list[Relation]
    namesake: NetworkPage | None = None


def prepare(page, *, today, with_names=False):
    """The Reading of ``page``: what an import would write. ``today`` is the local date, for dates without a year."""
    whole = with_remainder(page, read_meetings(page, today=today))
    shown = whole if with_names else without_personal_data(whole)
    return Reading(shown, read_meetings(shown, today=today))


def import_page(reading, *, update=False, locale=None, user=None):
    """Write a Reading as drafts, all or nothing.

    Importing the same page again (by ``import_key``) updates its pages. Raises ImportRefused if there is no site, or
    if someone has edited the pages since and ``update`` is false.
    """
    locale = locale or Locale.get_default()
    page, groups = reading.page, reading.groups
    with transaction.atomic():
        network, created = _network(page, locale, update)
        unresolved = fill_rows(network, page)
        fill_fields(network, page, _own_notes(groups))
        network.body = body_blocks(page, [*left_over(page, unresolved), *refused_lines(groups)])
        save_draft(network, parent=_parent(locale), user=user)
        events = write_events(network, groups, user=user)
        _redirect(page.source_url, network)
    namesake = find_network(page.title, locale=locale, leave_out=network.pk)
    return Imported(network, events, created, unresolved, namesake)


def find_imported(page: LegacyPage):
    """The network page that an earlier import of the same page created; None if there is none."""
    return NetworkPage.objects.filter(import_key=import_key(page)).first()


def _network(page, locale, update):
    stored = find_imported(page)
    if stored is None:
        return NetworkPage(title=page.title[:255], locale=locale, import_key=import_key(page)), True
    pages = [stored, *EventPage.objects.child_of(stored)]
    if not update and any(edited_by_person(page) for page in pages):
        raise ImportRefused(
            _("Sidan ”%(title)s” har redigerats sedan importen. Kör med --update för att ersätta utkastet.")
            % {"title": stored.title}
        )
    return latest_draft(stored), False


def _parent(locale):
    """The list of networks. If the site has none, a draft is created below its home page."""
    index = NetworkIndexPage.objects.filter(locale=locale).first()
    if index is None:
        site = Site.objects.filter(is_default_site=True, root_page__locale=locale).first()
        if site is None:
            raise ImportRefused(_("Webbplatsen saknar en startsida att lägga nätverken under."))
        index = NetworkIndexPage(title=_("Nätverk"), locale=locale)
        save_draft(index, parent=site.root_page)
    return Page.objects.get(pk=index.pk)


def _own_notes(groups):
    """The page's notes about the schedule, if there is no event to put them on."""
    return [note for group in groups if not group.meetings for note in group.notes]


def refused_lines(groups):
    """Lines with dates that could not be read, as text for the body, for a person to check."""
    for group in groups:
        for row in group.refused:
            if is_handled(row):
                continue
            heading = f"{group.name}: " if group.name else ""
            yield f"{heading}{row.text}\n({row.message})"


def _redirect(url, network):
    """Redirect the old address to the new page, unless an editor has pointed it elsewhere."""
    path = Redirect.normalise_path(old_path(url)) if old_path(url) else ""
    if path and len(path) <= 255:
        Redirect.objects.get_or_create(old_path=path, site=None, defaults={"redirect_page": network})
