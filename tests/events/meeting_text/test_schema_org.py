"""Meetings as schema.org's Event, by what Google documents as required and recommended."""

from datetime import date, time

import pytest

from events.meeting_text.schema_org import MeetingFacts, event

DAY, MORNING, NOON = date(2026, 4, 20), time(8, 30), time(11, 30)


def made(**changes):
    facts = {
        "name": "Digital samverkan, Förskolenätverket",
        "url": "https://example.org/mote/1/",
        "first_day": DAY,
        "last_day": DAY,
        "start": MORNING,
        "end": NOON,
        "place": "Stadshuset, Mölndal",
        "place_unknown": "Plats meddelas senare",
        "organisers": (("Förskolenätverket", "https://example.org/natverk/forskolenatverket/"),),
    }
    return event(MeetingFacts(**(facts | changes)))


def test_an_ordinary_meeting():
    assert made(description="Om mötet.", image="https://example.org/bild.png") == {
        "@type": "Event",
        "name": "Digital samverkan, Förskolenätverket",
        "url": "https://example.org/mote/1/",
        "startDate": "2026-04-20T08:30:00+02:00",
        "endDate": "2026-04-20T11:30:00+02:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": {
            "@type": "Place",
            "name": "Stadshuset, Mölndal",
            "address": {
                "@type": "PostalAddress",
                "streetAddress": "Stadshuset, Mölndal",
                "addressRegion": "Västra Götalands län",
                "addressCountry": "SE",
            },
        },
        "organizer": [
            {
                "@type": "Organization",
                "name": "Förskolenätverket",
                "url": "https://example.org/natverk/forskolenatverket/",
            }
        ],
        "description": "Om mötet.",
        "image": "https://example.org/bild.png",
        "inLanguage": "sv",
    }


@pytest.mark.parametrize(
    ("day", "offset"),
    [(date(2026, 3, 28), "+01:00"), (date(2026, 3, 29), "+02:00"), (date(2026, 10, 25), "+01:00")],
)
def test_the_offset_is_that_of_the_day(day, offset):
    assert made(first_day=day, last_day=day)["startDate"] == f"{day}T08:30:00{offset}"


def test_a_meeting_without_a_clock_has_its_days_and_no_untrue_midnight():
    found = made(start=None, end=None, last_day=date(2026, 4, 21))
    assert (found["startDate"], found["endDate"]) == ("2026-04-20", "2026-04-21")


def test_an_end_that_nobody_knows_is_not_told():
    assert "endDate" not in made(end=None)
    assert made(end=None, last_day=date(2026, 4, 21))["endDate"] == "2026-04-21"


def test_a_cancelled_meeting_keeps_its_date_and_tells_no_previous_one():
    found = made(cancelled=True, moved_from=date(2026, 4, 13))
    assert found["eventStatus"] == "https://schema.org/EventCancelled"
    assert "previousStartDate" not in found


def test_a_moved_meeting_tells_the_day_it_was_on():
    found = made(moved_from=date(2026, 4, 13), moved_online=True)
    assert found["eventStatus"] == "https://schema.org/EventRescheduled"
    assert found["previousStartDate"] == "2026-04-13"


def test_a_meeting_that_has_moved_online_says_so():
    found = made(form="online", moved_online=True, online_link="https://example.org/rum")
    assert found["eventStatus"] == "https://schema.org/EventMovedOnline"
    assert found["eventAttendanceMode"] == "https://schema.org/OnlineEventAttendanceMode"
    assert found["location"] == {"@type": "VirtualLocation", "url": "https://example.org/rum"}


def test_a_meeting_online_without_a_public_link_is_at_its_own_page():
    assert made(form="online")["location"]["url"] == "https://example.org/mote/1/"


def test_a_hybrid_meeting_is_at_both_places():
    found = made(form="hybrid", online_link="https://example.org/rum")
    assert found["eventAttendanceMode"] == "https://schema.org/MixedEventAttendanceMode"
    assert [place["@type"] for place in found["location"]] == ["Place", "VirtualLocation"]


def test_a_place_that_nobody_has_said_still_has_the_address_that_google_requires():
    assert made(place="")["location"] == {
        "@type": "Place",
        "name": "Plats meddelas senare",
        "address": {"@type": "PostalAddress", "addressRegion": "Västra Götalands län", "addressCountry": "SE"},
    }
