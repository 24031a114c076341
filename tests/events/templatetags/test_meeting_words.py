"""What pages say of a meeting, in the language of the page. Nothing here is saved."""

from datetime import date, time

import pytest
from django.utils.translation import override

from events.days.periods import Month
from events.models import EventPage, Occurrence
from events.templatetags import meeting_dates as words
from networks.models import NetworkPage

pytestmark = pytest.mark.django_db  # a page looks up its content type when it is made
NBSP = "\u00a0"


def meeting(start=date(2020, 2, 7), title="Möten", network=True, **fields):
    page = EventPage(title=title, start_time=time(8, 30), end_time=time(11, 30), place="Stora salen")
    page.network = NetworkPage(title="Förskolenätverket") if network else None
    made = Occurrence(page=page, start_date=start, **fields)
    made.compute()
    return made


@pytest.fixture(autouse=True)
def _swedish():
    with override("sv"):
        yield


def test_times_of_one_day():
    assert words.times(meeting()) == f"kl.{NBSP}08.30–11.30"
    assert words.times(meeting(timing="whole_day")) == "Heldag"
    assert words.times(meeting(timing="to_be_announced")) == "Tid meddelas senare"


def test_times_of_several_days_break_only_at_the_dash():
    text = words.times(meeting(end_date=date(2020, 2, 8)))
    assert text.split(" ") == [f"7{NBSP}februari{NBSP}kl.{NBSP}08.30{NBSP}–", f"8{NBSP}februari{NBSP}kl.{NBSP}11.30"]


@pytest.mark.parametrize(
    ("start", "end", "figures"),
    [
        (date(2020, 2, 7), None, "7"),
        (date(2020, 4, 24), date(2020, 4, 25), "24–25"),
        (date(2020, 12, 30), date(2021, 1, 2), "30"),
        (date(2020, 4, 24), date(2020, 4, 24), "24"),
    ],
)
def test_figures_of_the_date_block(start, end, figures):
    assert words.days(meeting(start, end_date=end)) == figures


def test_the_day_it_was_moved_from_has_its_year_only_when_that_differs():
    assert words.moved_from(meeting(moved_from=date(2020, 1, 31))) == "31 januari"
    assert words.moved_from(meeting(moved_from=date(2019, 12, 6))) == "6 december 2019"


@pytest.mark.parametrize(
    ("form", "place", "text"),
    [
        ("on_site", "", "Stora salen"),
        ("online", "Teams", "Digitalt, Teams"),
        ("hybrid", "", "Stora salen och digitalt"),
    ],
)
def test_where(form, place, text):
    assert words.where(meeting(format=form, place=place)) == text


def test_where_nobody_has_said():
    nowhere = meeting(format="hybrid")
    nowhere.page.place = ""
    assert words.where(nowhere) == "På plats och digitalt"


@pytest.mark.parametrize(
    ("fields", "regional", "own", "series"),
    [
        ({}, "Förskolenätverket", "Möte", ""),
        ({"theme": "Barngruppernas storlek"}, "Förskolenätverket", "Barngruppernas storlek", ""),
        ({"title": "Skrivverkstad"}, "Förskolenätverket", "Skrivverkstad", ""),
        ({"title": "Skrivverkstad", "theme": "Rubriker"}, "Förskolenätverket", "Rubriker", "Skrivverkstad"),
        ({"title": "Nätverksdagen", "network": False}, "Nätverksdagen", "Nätverksdagen", ""),
    ],
)
def test_what_a_meeting_goes_by(fields, regional, own, series):
    shown = meeting(**fields)
    assert words.meeting_name(shown) == regional
    assert words.meeting_name(shown, hide_network=True) == own
    assert words.series_title(shown) == series


def test_a_small_calendar_marks_days_by_the_number_of_meetings_that_are_held():
    rows = [
        meeting(end_date=date(2020, 2, 8)),
        meeting(),
        meeting(),
        meeting(),
        meeting(date(2020, 2, 9), status="cancelled"),
    ]
    counts = words.meetings_per_day(rows)
    marks = [words.day_marks(counts, date(2020, 2, number), today=date(2020, 2, 7)) for number in (1, 6, 7, 8, 9)]
    assert marks == ["from-5", "", "on-3 is-today", "on-1", "is-red"]


def test_english_pages_speak_english():
    with override("en"):
        assert words.when(meeting()) == "Friday 7 February 2020, 08:30–11:30"
        assert words.month(date(2020, 2, 1)) == "February 2020"


@pytest.mark.parametrize(
    ("fields", "instead"),
    [({}, "Stora salen"), ({"theme": "Barngruppernas storlek"}, ""), ({"title": "Skrivverkstad"}, "")],
)
def test_a_meeting_with_nothing_else_to_say_says_where_it_is(fields, instead):
    assert words.place_instead(meeting(**fields)) == instead


def test_the_red_days_of_a_month_have_names():
    assert words.red_days(Month(2020, 6)) == [
        (date(2020, 6, 6), "nationaldagen"),
        (date(2020, 6, 20), "midsommardagen"),
    ]
    assert words.red_days(Month(2020, 2)) == []
