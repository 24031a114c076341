"""What the lint finds in bytes, and that it is silent about our own feeds."""

from collections import Counter
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.ical.client_families import family
from events.ical.lint import heading_faults, lint, meeting_faults, shared_faults
from events.ical.vcalendar import Heading, Meeting, calendar, vevent

MEETING = Meeting(
    uid="1@example.org",
    first_day=date(2020, 2, 7),
    last_day=date(2020, 2, 7),
    start=time(8, 30),
    end=time(11, 30),
    status="CONFIRMED",
    summary="Förskolenätverket: möte " + "med en lång rubrik " * 8,
    location="Stadshuset, Mölndal",
    online_link="https://example.org/motesrum",
    online_label='Länken: "Å"',
)
STAMP = datetime(2020, 1, 8, 9, 30, tzinfo=UTC)
HEADING = Heading("Förskolenätverket", "https://example.org/ics/1.ics", "https://example.org/")


def feed(*meetings):
    return calendar(HEADING, [vevent(meeting, 0, STAMP) for meeting in meetings or [MEETING]])


def test_our_own_feed_has_no_fault():
    assert lint(feed()) == {}
    assert lint(calendar(HEADING, [])) == {}


@given(st.text(max_size=200), st.booleans())
def test_no_text_from_a_form_makes_a_fault(text, whole_day):
    start = None if whole_day else time(8, 30)
    meeting = Meeting("1@x", date(2020, 2, 7), date(2020, 2, 8), start, start, "TENTATIVE", text, text, text)
    assert lint(feed(meeting)) == {}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (b"\r\n", b"\n", "line_ends"),
        (b"SEQUENCE:0\r\n", b"SEQUENCE:0\n", "line_ends"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR", "line_ends"),
        (b"\r\n ", b"", "long_line"),
        ("Ö".encode(), b"\xd6", "not_utf8"),
        (b"SEQUENCE:0", b"SEQUENCE:0\x07", "control_character"),
        (b"END:VEVENT", b"END:VTODO", "frame"),
        (b"END:VCALENDAR", b"END:VEVENT", "frame"),
        (b"VERSION:2.0\r\n", b"", "frame"),
        (b"PRODID", b"X-PRODID", "frame"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n", "method"),
        (b"BEGIN:DAYLIGHT", b"BEGIN:STANDARD", "frame"),
        (b"RRULE", b"X-RULE", "zone"),
        (b"TZID:Europe/Stockholm", b"TZID:Stockholm", "zone"),
        (b"UID:1@example.org\r\n", b"", "no_uid"),
        (b"DTSTAMP:20200108T093000Z\r\n", b"", "no_dtstamp"),
        (b"DTSTART;TZID=Europe/Stockholm:20200207T083000\r\n", b"", "no_dtstart"),
        (b"20200207T113000", b"20200207T083000", "ends_before_start"),
        (b"20200207T113000", b"20200208", "ends_before_start"),
        (b"STATUS:CONFIRMED", b"STATUS:BEKR", "status"),
    ],
)
def test_each_fault_is_found(old, new, fault):
    body = feed(Meeting(**{**vars(MEETING), "summary": "Ö" * 60}))
    assert old in body
    assert lint(body.replace(old, new))[fault] >= 1


def test_the_same_uid_twice_is_found_once():
    assert lint(feed(MEETING, MEETING)) == {"same_uid": 1}


@pytest.mark.parametrize(
    ("number", "size", "faults"),
    [
        (800, 800_000, []),
        (801, 800_001, ["large", "many"]),
        (1000, 1_000_000, ["large", "many"]),
        (1001, 1_000_001, ["too_large", "too_many"]),
    ],
)
def test_warns_before_programs_give_up(number, size, faults):
    assert shared_faults([str(index) for index in range(number)], size) == faults


def test_parts_see_what_the_whole_sees():
    broken = vevent(MEETING, 0, STAMP).replace("DTSTAMP", "X-STAMP").replace("\r\n ", "")
    head = calendar(HEADING, []).replace(b"RRULE", b"X-RULE")
    whole = head.removesuffix(b"END:VCALENDAR\r\n") + broken.encode() + b"END:VCALENDAR\r\n"
    assert lint(whole) == Counter([*heading_faults(head), *meeting_faults(broken)])
    assert lint(whole)


def test_bytes_that_are_no_calendar_are_told_and_not_raised():
    for body in (b"", b"\xff\xfe", b"<html>", b"END:VEVENT\r\n", b':;"\r\n'):
        assert lint(body)["frame"] == 1


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        ("Microsoft Office/16.0 (Windows NT 10.0; Microsoft Outlook 16.0.17029; Pro)", "outlook"),
        ("Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; WOW64; Trident/6.0) MSOffice 12", "outlook"),
        ("MacOutlook/16.80.23121017 (Intelx64 Mac OS X Version 14.2 (Build 23C64))", "outlook"),
        ("Google-Calendar-Importer", "google"),
        ("macOS/14.2 (23C64) CalendarAgent/1001", "apple"),
        ("iOS/17.2 (21C62) dataaccessd/1.0", "apple"),
        ("Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.6.0", "thunderbird"),
        ("DAVx5/4.3.9-ose (2023/12/01; dav4jvm; okhttp/4.12.0) Android/14", "android"),
        ("ICSx5/2.2 (2023/11/20) Android/13", "android"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 Version/17.0 Safari/605.1.15", "other"),
        ("python-requests/2.31", "other"),
        ("", "other"),
        ("x" * 10_000 + "Thunderbird", "other"),
    ],
)
def test_programs_are_known_by_their_families(agent, name):
    assert family(agent) == name
