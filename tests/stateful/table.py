"""What is public by the rows themselves, worked out without the verbs that pages, feeds and search begin with."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from events.days.clock import actual_clock
from events.models import EventPage, Occurrence
from networks.models import Consent, NetworkPage
from tests.factories import source


@dataclass(frozen=True)
class Meeting:
    """A published row. ``title`` is the event's; ``networks`` are the keys of the listed pages that own it."""

    uid: UUID
    event: int
    event_key: UUID
    title: str
    networks: tuple[int, ...]
    names: tuple[str, ...]
    first: date
    last: date
    start: time | None
    end: time | None
    timing: str
    status: str
    theme: str
    place: str
    format: str
    note: str
    reason: str

    @property
    def core(self):
        """What an operation on another event must leave as it is."""
        return (self.first, self.last, self.start, self.end, self.timing, self.status, self.theme, self.place)


def public_meetings():
    """``{uid: Meeting}``. A UID that stands twice in the table stops the run."""
    networks = {page.pk: page for page in NetworkPage.objects.filter(locale=source())}
    events = {page.pk: page for page in _public_events(networks)}
    owners = {pk: _owners(page, networks) for pk, page in events.items()}
    found = {}
    for row in Occurrence.objects.filter(page__in=events).order_by("starts_at", "pk"):
        assert row.translation_key not in found, f"{row.translation_key} stands twice in the table"
        found[row.translation_key] = _meeting(row, events[row.page_id], owners[row.page_id])
    return found


def public_events():
    return _public_events({page.pk: page for page in NetworkPage.objects.filter(locale=source())})


def public_networks():
    return [page for page in NetworkPage.objects.filter(locale=source(), live=True) if not _is_closed(page)]


def _public_events(networks):
    pages = EventPage.objects.filter(locale=source(), live=True).prefetch_related("co_owners")
    return [page for page in pages if not _is_hidden(page, networks) and not _is_closed(page)]


def _is_hidden(page, networks):
    parent = page.get_parent()
    assert page.network_id == (parent.pk if parent.pk in networks else None), f"{page} does not know its network"
    return not parent.live


def _is_closed(page):
    return page.get_view_restrictions().exists()


def _owners(page, networks):
    said_yes = set(
        Consent.objects.filter(page=page, kind="co_owner", answer="yes").values_list("network_id", flat=True)
    )
    others = [owner.network_id for owner in page.co_owners.all() if owner.network_id in said_yes]
    own = [page.network_id] if page.network_id else []
    return [networks[key] for key in dict.fromkeys([*own, *others]) if networks[key].live]


def _meeting(row, page, owners):
    own, usual = (row.start_time, row.end_time), (page.start_time, page.end_time)
    start, end = actual_clock(own, usual) if row.timing == "clock" else (None, None)
    return Meeting(
        uid=row.translation_key,
        event=page.pk,
        event_key=page.translation_key,
        title=page.title,
        networks=tuple(owner.pk for owner in owners),
        names=tuple(owner.title for owner in owners),
        first=row.start_date,
        last=row.end_date or row.start_date,
        start=start,
        end=end,
        timing=row.timing,
        status=row.status,
        theme=row.theme,
        place=row.place or page.place,
        format=row.format or page.format,
        note=row.note,
        reason=row.reason,
    )
