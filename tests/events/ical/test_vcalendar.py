"""What calendar programs are sent, read back by readers that share no code with ours."""

import io
from datetime import UTC, date, datetime, time, timedelta

import pytest
import recurring_ical_events
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from events.days.zone import STOCKHOLM, instant
from events.ical.vcalendar import Heading, Meeting, calendar, vevent
from events.meeting_text.plain_text import one_line, plain, web_address
from tests.examples import examples

HEADING = Heading(
    "Förskolenätverket", "https://example.org/ics/natverk/1.ics", "https://example.org/natverk/forskola/"
)
PUBLISHED = datetime(2020, 1, 8, 9, 30, 15, tzinfo=UTC)
MORNING = {"start": time(8, 30), "end": time(11, 30)}


def make(first_day=date(2020, 2, 7), **values):
    values = {"last_day": first_day, "status": "CONFIRMED", "start": None, "end": None, **values}
    return Meeting(**{"uid": "a@example.org", "summary": "Förskolenätverket: möte", "first_day": first_day} | values)


def feed(*meetings, sequence=0):
    return calendar(HEADING, [vevent(meeting, sequence, PUBLISHED) for meeting in meetings])


def read(*meetings, sequence=0):
    (event,) = Calendar.from_ical(feed(*meetings, sequence=sequence)).walk("VEVENT")
    return event


def unfolded(body):
    return body.replace(b"\r\n ", b"").decode().split("\r\n")


def test_meeting_with_clock_times():
    event = read(make(**MORNING), sequence=3)
    assert event["DTSTART"].params == {"TZID": "Europe/Stockholm"}
    assert event.start == datetime(2020, 2, 7, 8, 30, tzinfo=STOCKHOLM)
    assert event.end == datetime(2020, 2, 7, 11, 30, tzinfo=STOCKHOLM)
    assert event["SEQUENCE"] == 3
    assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == PUBLISHED
    assert (event["STATUS"], event["TRANSP"]) == ("CONFIRMED", "OPAQUE")


def test_whole_days_end_on_the_day_after_and_make_nobody_busy():
    event = read(make(date(2020, 4, 23), last_day=date(2020, 4, 24)))
    assert (event.start, event.end) == (date(2020, 4, 23), date(2020, 4, 25))
    assert event["TRANSP"] == "TRANSPARENT"


def test_lunch_to_lunch():
    event = read(make(date(2020, 4, 23), last_day=date(2020, 4, 24), start=time(12), end=time(13)))
    assert event.start == datetime(2020, 4, 23, 12, tzinfo=STOCKHOLM)
    assert event.end == datetime(2020, 4, 24, 13, tzinfo=STOCKHOLM)


@given(
    first=st.dates(date(2000, 1, 1), date(2099, 11, 1)) | st.sampled_from([date(2027, 3, 28), date(2027, 10, 31)]),
    days=st.integers(0, 31),
    start=st.times(),
    end=st.none() | st.times(),
)
def test_no_meeting_ends_before_it_starts(first, days, start, end):
    event = read(make(first, last_day=first + timedelta(days=days), start=start, end=end))
    assert event["DTEND"].dt > event["DTSTART"].dt


@pytest.mark.parametrize(
    ("day", "start", "end"),
    [
        (date(2020, 2, 7), time(9), "2020-02-07T10:00:00"),
        (date(2020, 2, 7), time(23, 30), "2020-02-08T00:30:00"),
        (date(2027, 3, 28), time(1, 30), "2027-03-28T03:30:00"),  # there is no 02.30
        (date(2027, 10, 31), time(1, 30), "2027-10-31T02:30:00"),
        (date(2027, 10, 31), time(2, 30), "2027-10-31T03:30:00"),  # 02.30 comes twice
    ],
)
def test_open_end_becomes_an_hour(day, start, end):
    event = read(make(day, start=start))
    assert event.end.replace(tzinfo=None).isoformat() == end


@given(
    day=st.dates(date(2000, 1, 1), date(2099, 12, 30)) | st.sampled_from([date(2027, 3, 28), date(2027, 10, 31)]),
    minutes=st.integers(0, 24 * 60 - 1),
)
def test_open_end_is_after_the_start_on_the_clock_and_in_truth(day, minutes):
    event = read(make(day, start=time(*divmod(minutes, 60))))
    assert event.end.replace(tzinfo=None) > event.start.replace(tzinfo=None)
    assert event.end.astimezone(UTC) - event.start.astimezone(UTC) in (timedelta(hours=1), timedelta(hours=2))


def test_open_end_of_several_days_reaches_over_the_last():
    event = read(make(date(2020, 4, 23), last_day=date(2020, 4, 24), start=time(12)))
    assert event.end == datetime(2020, 4, 25, tzinfo=STOCKHOLM)


def test_cancelled_meeting_makes_nobody_busy():
    event = read(make(status="CANCELLED", **MORNING))
    assert (event["STATUS"], event["TRANSP"]) == ("CANCELLED", "TRANSPARENT")


def test_everything_else_is_told_and_nothing_that_is_empty():
    event = read(
        make(
            location="Stadshuset, Mölndal",
            description="Första raden\nAndra; raden",
            url="https://example.org/mote/1/",
            categories=("Arbetsmarknad, social välfärd", "Nätverksmöte"),
            online_link="https://example.org/motesrum?a=1;b=2,3",
            online_label='Länk: "rummet"; GR',
        )
    )
    assert event["LOCATION"] == "Stadshuset, Mölndal"
    assert event["DESCRIPTION"] == "Första raden\nAndra; raden"
    assert event["URL"] == "https://example.org/mote/1/"
    assert event["CATEGORIES"].cats == ["Arbetsmarknad, social välfärd", "Nätverksmöte"]
    assert event["CONFERENCE"] == "https://example.org/motesrum?a=1;b=2,3"
    assert event["CONFERENCE"].params["FEATURE"] == ["AUDIO", "VIDEO"]
    assert event["CONFERENCE"].params["LABEL"] == 'Länk: "rummet"; GR'
    assert not read(make()).keys() & {"LOCATION", "DESCRIPTION", "URL", "CATEGORIES", "CONFERENCE", "RRULE", "RDATE"}


def test_way_in_is_the_place_that_is_shown_and_counted():
    link = "https://example.org/motesrum"
    meeting = make(location="Digitalt", way_in=link)
    assert read(meeting)["LOCATION"] == link
    assert meeting.meeting_digest() == make(location=link).meeting_digest()
    assert make(location="Digitalt", way_in="Digitalt").meeting_digest() == make(location="Digitalt").meeting_digest()


def test_preliminary_meeting_is_tentative_in_outlook_too():
    event = read(make(status="TENTATIVE", **MORNING))
    assert (event["STATUS"], event["X-MICROSOFT-CDO-BUSYSTATUS"], event["TRANSP"]) == (
        "TENTATIVE",
        "TENTATIVE",
        "OPAQUE",
    )
    assert "X-MICROSOFT-CDO-BUSYSTATUS" not in read(make(**MORNING))


def test_heading_of_a_feed():
    whole = Calendar.from_ical(feed(make()))
    assert {name: whole[name].to_ical().decode() for name in whole} == {
        "PRODID": "-//Göteborgsregionen//Nätverk och möten//SV",
        "VERSION": "2.0",
        "CALSCALE": "GREGORIAN",
        "NAME": "Förskolenätverket",
        "X-WR-CALNAME": "Förskolenätverket",
        "X-WR-TIMEZONE": "Europe/Stockholm",
        "REFRESH-INTERVAL": "PT4H",
        "X-PUBLISHED-TTL": "PT4H",
        "SOURCE": "https://example.org/ics/natverk/1.ics",
        "URL": "https://example.org/natverk/forskola/",
    }
    lines = unfolded(feed(make()))
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT4H" in lines
    assert "SOURCE;VALUE=URI:https://example.org/ics/natverk/1.ics" in lines


def test_single_meeting_does_not_open_as_a_calendar_in_outlook():
    body = calendar(Heading("Möte", "https://example.org/ics/mote/1.ics", single=True), [vevent(make(), 0, PUBLISHED)])
    assert b"X-WR-CALNAME" not in body
    assert b"\r\nNAME:" in body


def test_feed_without_meetings_is_still_a_calendar():
    whole = Calendar.from_ical(feed())
    assert [component.name for component in whole.subcomponents] == ["VTIMEZONE"]


def test_zone_keeps_stockholms_clock_by_its_own_two_rules():
    text = feed().decode()
    zone = tzical(io.StringIO(text[text.index("BEGIN:VTIMEZONE") : text.index("END:VCALENDAR")])).get()
    for year in (1997, 2011, 2020, 2026, 2027, 2040):
        days = [date(year, month, 25) + timedelta(days=offset) for month in (3, 10) for offset in range(8)]
        for day in [date(year, 1, 1), date(year, 7, 1), *days]:
            for hour in (0, 1, 4, 23):  # at 2 and 3 the clock itself is changed; no meeting is held then
                moment = datetime(day.year, day.month, day.day, hour)  # noqa: DTZ001 - gets each zone below
                assert moment.replace(tzinfo=zone).utcoffset() == moment.replace(tzinfo=STOCKHOLM).utcoffset(), moment


@pytest.mark.parametrize("change", [date(2020, 3, 29), date(2020, 10, 25), date(2027, 3, 28), date(2027, 10, 31)])
def test_wall_clock_stays_over_both_changes_of_the_clock(change):
    days = [change + timedelta(days=offset) for offset in range(-2, 3)]
    body = feed(*(make(day, uid=f"{day}@example.org", **MORNING) for day in days))
    found = recurring_ical_events.of(Calendar.from_ical(body)).between(days[0], days[-1] + timedelta(days=1))
    assert [event.start.astimezone(UTC) for event in found] == [instant(day, time(8, 30)) for day in days]
    assert [event.end.astimezone(UTC) for event in found] == [instant(day, time(11, 30)) for day in days]


PROPERTIES = {
    "UID", "DTSTAMP", "LAST-MODIFIED", "SEQUENCE", "DTSTART", "DTEND", "STATUS", "TRANSP", "SUMMARY", "LOCATION",
    "DESCRIPTION", "URL", "CATEGORIES", "CONFERENCE", "BEGIN", "END",
}  # fmt: skip
hostile = st.text(st.characters(codec="utf-8"), max_size=300) | st.lists(
    st.sampled_from(
        ["\r", "\n", "\r\n", "\\", "\\n", "\\N", ",", ";", ":", '"', "^", "ATTENDEE:mailto:x@y", "END:VEVENT", "å",
         "🗓️", "\u202eabc", "שלום", "\x00", "\x0b", "\x85", "\u2028", "\u2029", "\ufeff", " ", "\t", "\xa0", "x" * 80]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=examples(100), deadline=None)
@given(summary=hostile, location=hostile, description=hostile, label=hostile, link=hostile)
def test_hostile_text_survives_and_starts_no_property(summary, location, description, label, link):
    meeting = make(
        summary=summary, location=location, description=description, categories=(label,),
        online_link=f"https://example.org/{link}",
    )  # fmt: skip
    body = calendar(Heading(label, "https://example.org/x.ics"), [vevent(meeting, 0, PUBLISHED)])
    event = Calendar.from_ical(body).walk("VEVENT")[0]
    assert event["SUMMARY"] == one_line(summary)
    assert event.get("LOCATION", "") == one_line(location)
    assert event.get("DESCRIPTION", "") == plain(description)
    assert event.get("CONFERENCE", "") == web_address(meeting.online_link)
    lines = unfolded(vevent(meeting, 0, PUBLISHED).encode())
    assert {line.partition(":")[0].partition(";")[0] for line in lines if line} <= PROPERTIES
    assert len(lines) == len(set(lines))
    assert body.replace(b"\r\n", b"").count(b"\r") + body.replace(b"\r\n", b"").count(b"\n") == 0


@pytest.mark.parametrize("text", ["å" * 5000, "🗓️" * 2000, "ord, " * 1000])
def test_long_text_is_folded_at_75_octets_between_characters(text):
    body = feed(make(summary=text, description=text))
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    assert all(line.decode() for line in body.split(b"\r\n")[:-1])  # no line ends within a character
    (event,) = Calendar.from_ical(body).walk("VEVENT")
    assert (event["SUMMARY"], event["DESCRIPTION"]) == (one_line(text), plain(text))


def test_backslash_before_a_capital_n_stays():
    assert read(make(description="K:\\Nätverk\\nytt"))["DESCRIPTION"] == "K:\\Nätverk\\nytt"


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/möte?a=1&b=2", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("//example.org/x", False),
        ("https://example.org/a\r\nATTENDEE:x", False),
        ("https://example.org/a b", False),
        ("https://[", False),
        ("https://exa\u202emple.org", False),
        ("", False),
    ],
)
def test_only_whole_web_addresses_are_shown(address, shown):
    assert web_address(address) == (address if shown else "")
    assert ("URL" in read(make(url=address))) is shown


@pytest.mark.parametrize(
    ("change", "is_the_meeting"),
    [
        ({"first_day": date(2020, 2, 8)}, True),
        ({"last_day": date(2020, 2, 8)}, True),
        ({"start": time(9)}, True),
        ({"end": None}, True),
        ({"status": "CANCELLED"}, True),
        ({"location": "Kungälv"}, True),
        ({"summary": "Tema"}, False),
        ({"description": "Text"}, False),
        ({"url": "https://example.org/"}, False),
        ({"categories": ("Utbildning",)}, False),
        ({"online_link": "https://example.org/"}, False),
    ],
)
def test_what_counts_as_a_change_of_the_meeting_itself(change, is_the_meeting):
    before, after = make(**MORNING), make(**MORNING | change)
    assert before.content_digest() != after.content_digest()
    assert (before.meeting_digest() != after.meeting_digest()) is is_the_meeting


def test_same_values_give_the_same_bytes():
    assert feed(make(**MORNING)) == feed(make(**MORNING))
    assert make(**MORNING).content_digest() == make(**MORNING).content_digest()
