"""The regional calendar: the list, the month, the year; bad addresses; what they cost."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.calendar.views import PER_PAGE
from tests.examples import examples
from tests.factories import make_area, make_event, make_meeting, make_network, make_regional_event
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network()


@pytest.fixture
def ask(site, client):
    return lambda tail="", **parameters: client.get(site.calendar.url + tail, parameters)


@pytest.fixture
def today():
    return timezone.localdate()


@shared_fixture()
def meeting_tomorrow(network):
    return make_event(network, timezone.localdate() + timedelta(days=1), title="(((((((((", slug="moten")


def listed(response):
    return [row for _, rows in response.context["months"] for row in rows]


# --- The list ---


def test_the_list_begins_today_and_is_grouped_by_month(site, ask, today, network):
    first = today.replace(day=1)
    days = [today - timedelta(days=1), today, first + timedelta(days=40), first + timedelta(days=400)]
    make_event(network, *days)
    response = ask()
    assert [row.start_date for row in listed(response)] == days[1:]
    assert [(month.year, month.number) for month, _ in response.context["months"]] == sorted(
        {(day.year, day.month) for day in days[1:]}
    )


def test_a_meeting_that_began_yesterday_and_goes_on_is_first(site, ask, today, network):
    make_event(network, make_meeting(today - timedelta(days=1), end_date=(today + timedelta(days=1)).isoformat()))
    assert len(listed(ask())) == 1


@pytest.mark.parametrize(
    "parameters",
    [
        {"fran": "abc"},
        {"fran": "2026-02-30"},
        {"fran": "2026-13-01"},
        {"fran": "9999-12-31"},
        {"fran": "0001-01-01"},
        {"fran": "1999-12-31"},
        {"fran": "\x00"},
        {"fran": "2026-05-05T10:00"},
        {"till": "abc"},
        {"till": "2026-02-30"},
        {"till": "0001-01-01"},
        {"till": "\x00"},
        {"sida": "-1"},
        {"sida": "0"},
        {"sida": "abc"},
        {"sida": "²"},
        {"sida": "9" * 400},
        {"omrade": "nonsens"},
        {"natverk": "\x00"},
        {"q": "a\x00b"},
        {"q": "(" * 80},
        {"form": "nonsens"},
        {"okand": "1"},
    ],
)
def test_a_bad_parameter_gives_the_list_and_no_error(site, ask, meeting_tomorrow, parameters):
    response = ask(**parameters)
    assert response.status_code == 200
    if set(parameters) != {"q"} or "\x00" in parameters["q"]:
        assert len(listed(response)) == 1


def test_a_page_beyond_the_last_is_empty_and_leads_back(site, ask, today, network):
    make_event(network, today + timedelta(days=1))
    response = ask(sida="99999")
    assert response.status_code == 200
    assert (listed(response), response.context["next_url"]) == ([], None)
    assert response.context["previous_url"]


def test_an_empty_calendar_says_so(site, ask):
    response = ask()
    assert response.status_code == 200
    assert response.context["empty"] is True


@pytest.mark.parametrize("fran", ["2000-01-01", "2020-02-08", "2099-12-31"])
def test_the_list_may_begin_on_any_day_of_the_calendar(site, ask, fran, network):
    make_event(network, "2020-02-07", "2020-04-24")
    expected = [day for day in (date(2020, 2, 7), date(2020, 4, 24)) if day >= date.fromisoformat(fran)]
    assert [row.start_date for row in listed(ask(fran=fran))] == expected


@settings(max_examples=examples(24), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.dates(date(2020, 1, 1), date(2020, 1, 20)), st.integers(-3, 9))
def test_the_list_may_end_on_any_day(stretch, fran, length):
    """A last day before the first one counts for nothing. A meeting of several days is there on each of them."""
    till = fran + timedelta(days=length)
    shown = [row.start_date for row in listed(stretch(fran=str(fran), till=str(till)))]
    assert shown == [
        first
        for first, last in ((date(2020, 1, 5), date(2020, 1, 7)), (date(2020, 1, 12), date(2020, 1, 12)))
        if last >= fran and (length < 0 or first <= till)
    ]


@pytest.fixture
def stretch(site, ask, network):
    make_event(network, make_meeting("2020-01-05", end_date="2020-01-07"), "2020-01-12")
    return ask


def test_the_last_day_goes_along_from_page_to_page(site, ask, network):
    make_event(network, *(date(2020, 1, 1) + timedelta(days=number) for number in range(PER_PAGE + 3)))
    following = ask(fran="2020-01-01", till="2020-02-21").context["next_url"]
    assert following.endswith("?fran=2020-01-01&till=2020-02-21&sida=2")
    assert "Möten 1 januari – 21 februari 2020." in ask(fran="2020-01-01", till="2020-02-21").text.replace(
        "\u00a0", " "
    )


def test_pages_follow_each_other_without_gap_and_carry_the_filters(site, ask, client, today, network):
    make_event(network, *(today + timedelta(days=number) for number in range(PER_PAGE + 3)))
    first = ask(natverk="forskolenatverket", form="on_site")
    assert "natverk=forskolenatverket" in first.context["next_url"]
    assert "form=on_site" in first.context["next_url"]
    second = client.get(first.context["next_url"])
    days = [row.start_date for response in (first, second) for row in listed(response)]
    assert days == [today + timedelta(days=number) for number in range(PER_PAGE + 3)]
    assert second.context["next_url"] is None
    assert "sida=" not in second.context["previous_url"]


def test_filters_and_start_go_along_from_page_to_page(site, ask, network):
    make_event(network, *(date(2020, 1, 1) + timedelta(days=number) for number in range(PER_PAGE + 1)))
    following = ask(fran="2020-01-01", q="möten").context["next_url"]
    assert following.endswith("?q=m%C3%B6ten&fran=2020-01-01&sida=2")


# --- Months and years ---


@pytest.mark.parametrize(
    "tail",
    [
        "1999/12/",
        "2100/1/",
        "2026/0/",
        "2026/13/",
        "2026/99/",
        "0/1/",
        "99999/1/",
        "1999/",
        "2100/",
        "0/",
        "202/",
        "2026/1/1/",
    ],
)
def test_the_calendar_ends_both_ways(ask, tail):
    assert ask(tail).status_code == 404


@pytest.mark.parametrize("tail", ["2000/1/", "2099/12/", "2026/2/", "2024/2/", "2000/", "2099/", "2026/"])
def test_every_period_of_the_calendar_has_a_page(ask, tail):
    assert ask(tail).status_code == 200


def test_the_first_and_the_last_month_lead_nowhere_beyond(ask):
    assert ask("2000/1/").context["previous_url"] is None
    assert ask("2099/12/").context["next_url"] is None
    assert ask("2000/").context["previous_url"] is None
    assert ask("2099/").context["next_url"] is None


def test_filters_are_carried_from_view_to_view(site, ask, network):
    for tail, previous in (("2026/1/", "2025/12/"), ("2026/", "2025/")):
        context = ask(tail, natverk="forskolenatverket", omrade="nonsens").context
        assert context["previous_url"] == f"{site.calendar.url}{previous}?natverk=forskolenatverket"
    html = ask(natverk="forskolenatverket").content.decode()
    today = timezone.localdate()
    for tail in (f"{today.year}/{today.month}/", f"{today.year}/"):
        assert re.search(rf'href="{re.escape(site.calendar.url + tail)}\?natverk=forskolenatverket', html)


def cells(response):
    return {day.date: day for week in response.context["weeks"] for day in week.days if day.in_month}


def test_the_month_shows_a_meeting_on_each_of_its_days(site, ask, network):
    make_event(network, make_meeting("2025-12-30", end_date="2026-01-02", timing="whole_day"))
    for tail, days in (("2025/12/", {30, 31}), ("2026/1/", {1, 2})):
        assert {day.day for day, cell in cells(ask(tail)).items() if cell.occurrences} == days


def test_a_crowded_day_tells_how_many_more_there_are(site, ask):
    for number in range(6):
        make_event(make_network(f"Nätverk {number}"), "2026-05-05")
    cell = cells(ask("2026/5/"))[date(2026, 5, 5)]
    assert (len(cell.occurrences), cell.more) == (4, 2)


def test_a_filtered_month_counts_only_what_the_filter_lets_through(site, ask):
    for number in range(6):
        make_event(make_network(f"Nätverk {number}"), "2026-05-05")
    cell = cells(ask("2026/5/", natverk="natverk-3"))[date(2026, 5, 5)]
    assert (len(cell.occurrences), cell.more) == (1, 0)


def test_the_month_is_a_table_with_caption_and_scopes(site, ask, network):
    make_event(network, "2026-05-05")
    html = ask("2026/5/").content.decode()
    assert re.search(r"<caption[^>]*>.*maj 2026.*</caption>", html, re.DOTALL)
    assert 'scope="col"' in html
    assert "tisdag 5 maj 2026" in html


def test_cancelled_moved_and_preliminary_are_told_in_words(site, ask, network):
    rows = [
        make_meeting("2099-05-05", status="cancelled", theme="Ett"),
        make_meeting("2099-05-06", moved_from=date(2099, 5, 4), theme="Två"),
        make_meeting("2099-05-07", status="tentative", theme="Tre"),
    ]
    make_event(network, *rows)
    for tail in ("", "2099/5/"):
        html = ask(tail).content.decode().replace("\u00ad", "")
        for words in ("Inställt", "Flyttat från", "Preliminärt"):
            assert words.casefold() in html.casefold(), tail


def test_an_empty_period_is_not_for_crawlers(site, ask, network):
    assert "noindex" in ask("2050/5/").content.decode()
    make_event(network, "2050-05-05")
    assert "noindex" not in ask("2050/5/").content.decode()


def test_the_year_has_twelve_months_and_every_meeting_once(site, ask, network):
    make_event(network, "2024-02-29", "2024-12-31", make_meeting("2023-12-30", end_date="2024-01-02"))
    months = ask("2024/").context["months"]
    assert [month.number for month, _ in months] == list(range(1, 13))
    assert sorted(row.start_date for _, rows in months for row in rows)[-2:] == [date(2024, 2, 29), date(2024, 12, 31)]


def test_a_meeting_from_last_year_into_this_is_in_both_years(site, ask, network):
    make_event(network, make_meeting("2023-12-30", end_date="2024-01-02"))
    for tail in ("2023/", "2024/"):
        assert sum(len(rows) for _, rows in ask(tail).context["months"]) == 1, tail


def test_a_regional_event_stands_beside_those_of_networks(site, ask, network):
    make_regional_event("2026-05-05")
    make_event(network, "2026-05-05")
    assert len(cells(ask("2026/5/"))[date(2026, 5, 5)].occurrences) == 2


# --- What it costs ---


@pytest.mark.parametrize("view", ["list", "month", "year"])
def test_a_view_costs_the_same_for_one_meeting_and_for_thirty(site, ask, today, view):
    tail = {"list": "", "month": f"{today.year}/{today.month}/", "year": f"{today.year}/"}[view]

    def event(number):
        network = make_network(f"Nätverk {number}", area=make_area(f"Område {number % 2}"))
        days = [today.replace(day=1 + (number + 5 * index) % 28) for index in range(5)]
        make_event(network, *days, today, title=f"Möten {number}")

    event(1)
    one = queries_of(ask, tail)
    for number in range(2, 8):
        event(number)
    assert queries_of(ask, tail) == one
