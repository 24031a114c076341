"""A row and the instants that it computes."""

from datetime import date, time, timedelta

import pytest
from django.core.exceptions import ValidationError

from events.days.zone import STOCKHOLM
from events.models import EventPage, Occurrence

pytestmark = pytest.mark.django_db  # a page looks its content type up

USUAL = {"start_time": time(8, 30), "end_time": time(11, 30), "place": "Stadshuset", "title": "Möten"}


def row(day, *, usual=None, **fields):
    fields = {name: date.fromisoformat(value) if name == "end_date" else value for name, value in fields.items()}
    meeting = Occurrence(
        page=EventPage(**(USUAL if usual is None else usual)), start_date=date.fromisoformat(day), **fields
    )
    meeting.compute()
    return meeting


def local(meeting):
    """Start and end as Stockholm's clock shows them."""
    ends = (meeting.starts_at, meeting.ends_at)
    return tuple(moment.astimezone(STOCKHOLM).strftime("%Y-%m-%d %H:%M") for moment in ends)


@pytest.mark.parametrize(
    ("day", "fields", "start", "end"),
    [
        ("2020-02-07", {}, "2020-02-07 08:30", "2020-02-07 11:30"),
        ("2026-03-29", {}, "2026-03-29 08:30", "2026-03-29 11:30"),
        ("2026-10-25", {}, "2026-10-25 08:30", "2026-10-25 11:30"),
        ("2024-02-29", {"start_time": time(13), "end_time": time(15)}, "2024-02-29 13:00", "2024-02-29 15:00"),
        ("2026-12-31", {"timing": "whole_day"}, "2026-12-31 00:00", "2027-01-01 00:00"),
        ("2026-12-30", {"timing": "whole_day", "end_date": "2027-01-02"}, "2026-12-30 00:00", "2027-01-03 00:00"),
        ("2026-03-29", {"timing": "whole_day"}, "2026-03-29 00:00", "2026-03-30 00:00"),
        ("2026-11-25", {"timing": "to_be_announced"}, "2026-11-25 00:00", "2026-11-26 00:00"),
        ("2026-11-25", {"start_time": time(12), "end_date": "2026-11-26"}, "2026-11-25 12:00", "2026-11-26 12:00"),
        ("2020-12-31", {"start_time": time(23, 59)}, "2020-12-31 23:59", "2020-12-31 23:59"),
        ("2026-03-29", {"start_time": time(2, 30), "end_time": time(3)}, "2026-03-29 03:30", "2026-03-29 03:30"),
        ("2026-10-25", {"start_time": time(2, 30), "end_time": time(2, 45)}, "2026-10-25 02:30", "2026-10-25 02:45"),
        ("2021-01-03", {"start_time": time(0)}, "2021-01-03 00:00", "2021-01-03 11:30"),
    ],
)
def test_a_meeting_is_where_the_wall_clock_of_stockholm_says(day, fields, start, end):
    if fields.get("end_date") and fields.get("start_time"):
        fields = fields | {"end_time": time(12)}
    assert local(row(day, **fields)) == (start, end)


@pytest.mark.parametrize(("day", "hours"), [("2026-03-29", 23), ("2026-10-25", 25)])
def test_a_whole_day_is_as_long_as_the_day(day, hours):
    meeting = row(day, timing="whole_day")
    assert meeting.ends_at - meeting.starts_at == timedelta(hours=hours)


def test_no_meeting_ends_before_it_starts_even_when_its_clock_was_set_back():
    meeting = row("2026-03-29", start_time=time(2, 30), end_time=time(3))
    assert meeting.ends_at == meeting.starts_at


@pytest.mark.parametrize(
    ("start", "end", "ends_at", "last"),
    [(time(18), time(0), "2027-02-10 00:00", 9), (time(22), time(2), "2027-02-10 02:00", 10)],
)
@pytest.mark.parametrize("usual", [True, False])
def test_an_evening_goes_on_past_midnight(start, end, ends_at, last, usual):
    clock = {"start_time": start, "end_time": end}
    meeting = row("2027-02-09", usual=clock) if usual else row("2027-02-09", **clock)
    assert local(meeting)[1] == ends_at
    assert (meeting.last_day, meeting.final_date) == (date(2027, 2, last), date(2027, 2, 9))


def test_an_event_without_times_gives_days_without_times():
    meeting = row("2026-11-25", usual={"title": "Möten"})
    assert meeting.is_to_be_announced
    assert meeting.ends_at - meeting.starts_at == timedelta(days=1)


def test_a_row_borrows_place_form_and_name_from_its_event():
    plain, own = row("2026-11-25"), row("2026-11-25", place="Lerum", format="online", theme="Vision")
    assert (plain.actual_place, plain.actual_format, plain.headline) == ("Stadshuset", "on_site", "Möte")
    assert (own.actual_place, own.actual_format, own.headline) == ("Lerum", "online", "Vision")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"start_date": date(2026, 3, 2), "end_date": date(2026, 3, 1)}, "end_date"),
        ({"start_date": date(2026, 3, 2), "end_date": date(2026, 4, 3)}, "end_date"),
        ({"start_date": date(2026, 3, 2), "end_date": date(2027, 3, 2)}, "end_date"),
        ({"start_date": date(1, 1, 1)}, "start_date"),
        ({"start_date": date(202, 6, 1)}, "start_date"),
        ({"start_date": date(1999, 12, 31)}, "start_date"),
        ({"start_date": date(9999, 12, 31)}, "start_date"),
        ({"start_date": date(2100, 1, 1)}, "start_date"),
    ],
)
def test_impossible_dates_are_refused_at_their_field(fields, field):
    with pytest.raises(ValidationError) as refusal:
        Occurrence(page=EventPage(**USUAL), **fields).clean()
    assert list(refusal.value.message_dict) == [field]


@pytest.mark.parametrize("last", ["2026-03-02", "2026-04-02"])
def test_a_meeting_may_be_of_one_day_or_of_a_month(last):
    Occurrence(page=EventPage(**USUAL), start_date=date(2026, 3, 2), end_date=date.fromisoformat(last)).clean()


@pytest.mark.parametrize(
    "fields",
    [
        {"theme": "Vision"},
        {"place": "Lerum"},
        {"status": "cancelled"},
        {"status": "tentative"},
        {"note": "Ny lokal"},
        {"start_time": time(9)},
        {"timing": "whole_day"},
        {"start_date": date(2026, 12, 2)},
        {"end_date": date(2026, 12, 2)},
        {"online_link": "https://example.org/mote"},
        {"format": "online"},
    ],
)
def test_whatever_a_person_changes_makes_a_row_of_a_series_hers(fields):
    plain = {"start_date": date(2026, 12, 1), "recurrence_id": date(2026, 12, 1)}
    assert not Occurrence(**plain).is_touched
    assert Occurrence(**plain | fields).is_touched


def test_where_a_rule_has_moved_a_meeting_from_is_nothing_that_a_person_changed():
    row = Occurrence(start_date=date(2026, 12, 1), recurrence_id=date(2026, 12, 1), moved_from=date(2026, 11, 30))
    assert not row.is_touched
