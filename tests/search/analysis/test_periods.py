"""Every usual way to write a time gives back that time, and nothing else is taken for one."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from events.days.date_format import MONTHS, WEEKDAYS, format_date, format_month, format_week, format_when
from events.days.periods import days_between
from events.days.red_days import red_day
from search.analysis.dates import is_day, take_days
from search.analysis.periods import take_period
from tests.growth import cpu, in_proportion

TODAY = date(2026, 11, 28)
days = st.dates(date(2000, 1, 1), date(2099, 12, 31))
todays = st.dates(date(2010, 1, 1), date(2090, 12, 31))
languages = st.sampled_from(["sv", "en"])

WAYS = [
    "{0:%Y-%m-%d}", "{0:%Y%m%d}", "{0.day}/{0.month} {0.year}", "{0.day}/{0.month}-{0.year}",
    "{0.day}.{0.month}.{0.year}",
    "{0.day} {sv} {0.year}", "den {0.day} {sv} {0.year}", "den {0.day}:e {sv} {0.year}", "{0.day} {short} {0.year}",
    "{0.day} {short}. {0.year}", "{day} den {0.day} {sv} {0.year}", "{day} {0.day}/{0.month} {0.year}",
    "{0.day} {en} {0.year}", "{en} {0.day}, {0.year}", "the {0.day}th of {en} {0.year}", "on {0.day} {en} {0.year}",
]  # fmt: skip


def written(way, day):
    month = day.month - 1
    sv, en = MONTHS["sv"][month], MONTHS["en"][month].lower()
    return way.format(day, sv=sv, en=en, short=sv[:3], day=WEEKDAYS["sv"][day.weekday()])


def taken(query, today=TODAY):
    found = take_period(query, today)
    return found and (found[1].first, found[1].last)


@given(days, st.sampled_from(WAYS), todays)
def test_every_way_of_writing_a_day_gives_that_day(day, way, today):
    assert taken(written(way, day), today) == (day, day)


@given(days, st.sampled_from([way for way in WAYS if "Y" not in way and ".year}" in way]), todays)
def test_a_day_without_a_year_is_the_one_to_come(day, way, today):
    text = re.sub(r"[-, .]*\{0\.year\}", "", way)
    assume("{day}" not in way and not way.startswith("{0.day}.{0.month}."))
    first, last = taken(written(text, day), today)
    assert first == last >= today
    assert (first.month, first.day) == (day.month, day.day)
    assert first.year == next(year for year in range(today.year, today.year + 9) if _coming(day, year, today))


def _coming(day, year, today):
    try:
        return day.replace(year=year) >= today
    except ValueError:
        return False


@given(days, languages)
def test_what_the_site_writes_is_understood(day, language):
    assert taken(format_date(day, language=language).lower()) == (day, day)
    first, last = taken(format_month(day.year, day.month, language=language).lower())
    assert (first, last.month, (last + timedelta(days=1)).day) == (day.replace(day=1), day.month, 1)
    week = f"{format_week(day, language=language)} {day.isocalendar().year}".replace("\u00a0", " ")
    monday, sunday = taken(week)
    assert monday <= day <= sunday
    assert (monday.weekday(), (sunday - monday).days) == (0, 6)


@given(days, st.integers(1, 40), st.sampled_from(["{0} – {1}", "från {0} till {1}", "mellan {0} och {1}"]))
def test_a_stretch_is_understood(first, length, way):
    last = first + timedelta(days=length)
    assume(last.year < 2100)
    text = way.format(*(format_date(day, weekday=False) for day in (first, last)))
    assert taken(text) == (first, last)
    assert taken(format_when(first, last)) == (first, last)


@given(todays, st.integers(1, 53))
def test_a_week_without_a_year_is_the_one_that_is_or_comes(today, number):
    found = taken(f"v. {number}", today)
    assert found[1] >= today
    assert found[0].isocalendar().week == number
    assert number == 53 or (found[0] - today).days <= 366


@pytest.mark.parametrize(
    ("query", "first", "last"),
    [
        ("idag", "2026-11-28", "2026-11-28"),
        ("i övermorgon", "2026-11-30", "2026-11-30"),
        ("på måndag", "2026-11-30", "2026-11-30"),
        ("på lördag", "2026-12-05", "2026-12-05"),
        ("this saturday", "2026-11-28", "2026-11-28"),
        ("nästa fredag", "2026-12-04", "2026-12-04"),
        ("fredag 27 november", "2026-11-27", "2026-11-27"),
        ("nästa vecka", "2026-11-30", "2026-12-06"),
        ("den här veckan", "2026-11-23", "2026-11-29"),
        ("next month", "2026-12-01", "2026-12-31"),
        ("nästa år", "2027-01-01", "2027-12-31"),
        ("i januari nästa år", "2027-01-01", "2027-01-31"),
        ("november", "2026-11-01", "2026-11-30"),
        ("i maj", "2027-05-01", "2027-05-31"),
        ("2027-03", "2027-03-01", "2027-03-31"),
        ("kvartal 4", "2026-10-01", "2026-12-31"),
        ("q1 2027", "2027-01-01", "2027-03-31"),
        ("första halvåret 2027", "2027-01-01", "2027-06-30"),
        ("i höst", "2026-08-01", "2026-12-31"),
        ("i vår", "2027-01-01", "2027-06-30"),
        ("i jul", "2026-12-24", "2026-12-26"),
        ("i påsk", "2027-03-26", "2027-03-29"),
        ("mellan jul och nyår", "2026-12-24", "2027-01-01"),
        ("efter påsk", "2027-03-30", "2099-12-31"),
        ("before easter", "2026-11-28", "2027-03-25"),
        ("under midsommar", "2027-06-25", "2027-06-26"),
        ("in jul", "2027-07-01", "2027-07-31"),
        ("in spring", "2027-01-01", "2027-06-30"),
        ("this autumn", "2026-08-01", "2026-12-31"),
        ("i vinter", "2026-12-01", "2027-02-28"),
        ("vintern 2027", "2027-12-01", "2028-02-29"),
        ("i våras", "2026-01-01", "2026-06-30"),
        ("nästa höst", "2027-08-01", "2027-12-31"),
        ("förra hösten", "2025-08-01", "2025-12-31"),
        ("last winter", "2025-12-01", "2026-02-28"),
        ("i måndags", "2026-11-23", "2026-11-23"),
        ("i lördags", "2026-11-21", "2026-11-21"),
        ("fredag om två veckor", "2026-12-11", "2026-12-11"),
        ("de kommande veckorna", "2026-11-28", "2026-12-26"),
        ("resten av året", "2026-11-28", "2026-12-31"),
        ("later this month", "2026-11-28", "2026-11-30"),
        ("senare i vår", "2027-01-01", "2027-06-30"),
        ("ht27", "2027-08-01", "2027-12-31"),
        ("12–14 mars", "2027-03-12", "2027-03-14"),
        ("march 1-5", "2027-03-01", "2027-03-05"),
        ("v. 10–12", "2027-03-08", "2027-03-28"),
        ("december till februari", "2026-12-01", "2027-02-28"),
        ("före jul", "2026-11-28", "2026-12-23"),
        ("efter 1 mars", "2027-03-02", "2099-12-31"),
        ("29 februari", "2028-02-29", "2028-02-29"),
        ("vecka 53", "2026-12-28", "2027-01-03"),
        ("2027 v. 12", "2027-03-22", "2027-03-28"),
        ("1/12-5/12", "2026-12-01", "2026-12-05"),
        ("12 och 13 mars", "2027-03-12", "2027-03-13"),
        ("mars och april", "2027-03-01", "2027-04-30"),
        ("i slutet av mars", "2027-03-01", "2027-03-31"),
        ("måndag nästa vecka", "2026-11-30", "2026-11-30"),
        ("torsdagen den 3 december", "2026-12-03", "2026-12-03"),
        ("om två veckor", "2026-12-07", "2026-12-13"),
        ("de närmaste 14 dagarna", "2026-11-28", "2026-12-12"),
        ("next two months", "2026-11-28", "2027-01-28"),
        ("nästa veckas", "2026-11-30", "2026-12-06"),
        ("dagens", "2026-11-28", "2026-11-28"),
        # As people type who have no dots on their keyboard.
        ("nasta vecka", "2026-11-30", "2026-12-06"),
        ("pa mandag", "2026-11-30", "2026-11-30"),
        ("fore jul", "2026-11-28", "2026-12-23"),
    ],
)
def test_times_are_counted_from_today(query, first, last):
    assert taken(query) == (date.fromisoformat(first), date.fromisoformat(last))


@given(todays, st.integers(0, 6))
def test_on_a_weekday_is_never_today_in_either_language(today, weekday):
    sv, en = WEEKDAYS["sv"][weekday], WEEKDAYS["en"][weekday].lower()
    said = {taken(text, today) for text in (f"på {sv}", f"nu på {sv}", f"on {en}")}
    assert len(said) == 1
    (day, _last) = said.pop()
    assert (day.weekday(), 1 <= (day - today).days <= 7) == (weekday, True)


@pytest.mark.parametrize(
    "query",
    [
        "marsvin", "mars-vin", "nordmars", "e@mars.se", "v", "q", "var", "sön", "vår", "i vår verksamhet",
        "våra möten", "varje måndag", "i måns",
        "30 februari", "32/10", "2026-27", "2026-00123", "dnr 2026-00123", "vecka 54", "måndagar", "12",
        "kvartal", '"12 mars"', "”mars 2027”", "3/2027/4", "1.2.3",
        "031-335 50 00", "", " ",
    ],
)  # fmt: skip
def test_what_is_no_time_is_left_alone(query):
    assert take_period(query, TODAY) is None


@pytest.mark.parametrize("query", ["maj stigmar", "jan", "may we come", "2027", "tisdag", "hösten", "årets budget"])
def test_what_may_be_something_else_is_not_sure(query):
    assert not take_period(query, TODAY)[1].sure


@given(st.integers(2000, 2098), st.sampled_from(["påsk", "midsommar", "jul"]))
def test_a_feast_is_on_its_red_days(year, name):
    first, last = taken(f"i {name} {year}" if name != "jul" else "i jul", date(year, 1, 1))
    assert first.year == last.year == year
    red = [day for day in days_between(first, last) if red_day(day)]
    assert red[0] <= first + timedelta(days=1)
    assert red[-1] == last


@pytest.mark.parametrize(
    ("query", "rest"),
    [
        ("möte i mars", "möte"),
        ("meetings this spring", "meetings"),
        ("lek i jul", "lek"),
        ("möten i maj på öckerö", "möten på öckerö"),
    ],
)
def test_it_takes_the_words_of_the_time_and_no_others(query, rest):
    assert take_period(query, TODAY)[0] == rest


@given(st.text(max_size=60), todays)
def test_any_text_keeps_what_is_not_taken(text, today):
    query = text.lower()
    found = take_period(query, today)
    if found:
        rest, period = found
        assert period.words in query
        before, _, after = query.partition(period.words)
        assert sorted("".join((before + after).split())) == sorted("".join(rest.split()))
        assert period.first <= period.last


@given(days, st.sampled_from(WAYS))
def test_a_day_that_the_index_knows_is_a_period(day, way):
    terms = [term for term in take_days(written(way, day))[1] if is_day(term) and term.startswith("d")]
    assume(terms)
    first, _ = taken(written(way, day))
    assert {f"d{first.isoformat()}", f"d{first.month:02}-{first.day:02}"} >= set(terms)


@pytest.mark.parametrize(
    "words",
    [
        "mars ",
        "12 ",
        "mellan ",
        "nästa ",
        "v. ",
        "2027-",
        "i den ",
        "12 mars - ",
        '"',
        "mars och ",
        "om två ",
        "2027 v. ",
    ],
)
def test_the_time_grows_with_the_length(words):
    assert in_proportion(lambda size: cpu(lambda: take_period(words * size, TODAY)), 8_000)
