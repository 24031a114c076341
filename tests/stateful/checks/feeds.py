"""The feeds against the table, and what calendar programs remember of them from one fetch to the next."""

import re
from datetime import datetime, timedelta

import recurring_ical_events
from django.utils import timezone
from icalendar import Calendar

from events.ical.lint import lint
from events.models import EventPage, Occurrence
from networks.models import Area, NetworkPage
from tests.factories import source
from tests.feed_readers.table import expected_event

from ..table import public_events, public_networks
from .fetching import local, utc

_VEVENT = re.compile(rb"BEGIN:VEVENT\r\n.*?END:VEVENT\r\n", re.DOTALL)
_UID = re.compile(rb"^UID:([0-9a-f-]{36})@", re.MULTILINE)
YEAR = timedelta(days=365)


def addresses():
    """``{address: function from a Meeting to whether the feed holds it}``, and the addresses that must be 404."""
    since = timezone.localdate() - YEAR
    held = {
        "/ics/regionen.ics": lambda one: one.last >= since,
        "/ics/regionen.ics?sprak=en": lambda one: one.last >= since,
        "/ics/regionen.ics?installda=nej": lambda one: one.last >= since and one.status != "cancelled",
    }
    networks = {page.pk: page for page in public_networks()}
    for area in Area.objects.filter(locale=source()):
        members = {pk for pk, page in networks.items() if area.pk in (page.area_id, page.second_area_id)}
        held[f"/ics/omrade/{area.translation_key}.ics"] = _recent_of(members, since)
    for page in networks.values():
        held[f"/ics/natverk/{page.translation_key}.ics"] = _recent_of({page.pk}, since)
    for page in public_events():
        held[f"/ics/handelse/{page.translation_key}.ics"] = lambda one, key=page.pk: one.event == key
    every = {f"/ics/natverk/{page.translation_key}.ics" for page in NetworkPage.objects.filter(locale=source())}
    every |= {f"/ics/handelse/{page.translation_key}.ics" for page in EventPage.objects.filter(locale=source())}
    return held, every - held.keys()


def _recent_of(members, since):
    return lambda one: one.last >= since and not members.isdisjoint(one.networks)


def components(body):
    """``{uid: VEVENT as bytes}``. Each UID stands once."""
    found = [(_UID.search(text)[1].decode(), text) for text in _VEVENT.findall(body)]
    uids = [uid for uid, _ in found]
    assert len(uids) == len(set(uids)), f"doubled: {[uid for uid in uids if uids.count(uid) > 1]}"
    return dict(found)


def check_reading(body):
    """Our own linter and two readers find nothing to complain of."""
    assert lint(body) == {}, f"{lint(body)}\n{body.decode()}"
    calendar = Calendar.from_ical(body)
    errors = [str(error) for component in calendar.walk() for error in component.errors]
    assert errors == [], errors
    return calendar


def check_meetings(calendar, uids):
    """The VEVENTs of ``calendar`` with one of ``uids`` say what the table says."""
    rows = Occurrence.objects.filter(translation_key__in=uids, locale=source()).select_related("page__network")
    expected = {event["uid"]: event for event in map(expected_event, rows)}
    shown = recurring_ical_events.of(calendar).between((1990,), (2100,))
    found = {event["uid"]: event for event in map(_read, shown) if event["uid"] in expected}
    wrong = {uid: (found.get(uid), event) for uid, event in expected.items() if found.get(uid) != event}
    assert wrong == {}, f"(in the feed, by the table): {wrong}"


def _read(event):
    return {
        "uid": str(event["UID"]),
        "start": local(event.start),
        "end": local(event.end),
        "utc_start": utc(event.start),
        "utc_end": utc(event.end),
        "all_day": not isinstance(event.start, datetime),
        "status": event.get("STATUS"),
        "summary": str(event["SUMMARY"]),
        "recurring": bool(event.keys() & {"RRULE", "RDATE"}),
    }
