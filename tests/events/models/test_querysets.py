"""What visitors may see of meetings, and the verbs that lists are made of."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, PageViewRestriction

from events.models import Occurrence
from tests.factories import make_area, make_event, make_meeting, make_network, make_regional_event, publish
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 5)


@shared_fixture()
def network(site):
    return make_network()


@shared_fixture()
def event(network):
    return make_event(network, DAY)


def public_days():
    return [row.start_date for row in Occurrence.objects.public().order_by("start_date")]


def public():
    return Occurrence.objects.public()


def restrict(page, kind="login"):
    restriction = PageViewRestriction.objects.create(page=page, restriction_type=kind, password="hemligt")
    if kind == "groups":
        restriction.groups.add(Group.objects.get_or_create(name="Ledamöter")[0])


def english(page, site):
    """A live English copy of ``page``, its parents included, as an editor's translation makes it."""
    ancestors = page.get_ancestors(inclusive=True).filter(depth__gt=1)
    for ancestor in ancestors:
        if not ancestor.has_translation(site.en):
            copy = ancestor.specific.copy_for_translation(site.en)
            copy.save_revision().publish()
    return page.get_translation(site.en).specific


# --- public() ---


def test_a_published_meeting_is_public(site, event):
    assert public_days() == [DAY]


def test_drafts_have_no_rows_at_all(site, network):
    make_event(network, DAY, live=False)
    assert not Occurrence.objects.exists() or public_days() == []


def test_an_unpublished_event_is_not_public_and_comes_back_with_its_identity(site, event):
    key = public().get().translation_key
    event.unpublish()
    assert public_days() == []
    event.get_latest_revision().publish()
    assert public().get().translation_key == key


def test_an_unpublished_network_hides_its_meetings(site, network, event):
    network.unpublish()
    assert public_days() == []


@pytest.mark.parametrize("kind", ["login", "password", "groups"])
@pytest.mark.parametrize("where", ["event", "network", "index"])
def test_a_restriction_anywhere_above_hides_the_meetings(site, kind, where, network, event):
    restrict({"event": event, "network": network, "index": site.networks}[where], kind)
    assert public_days() == []
    PageViewRestriction.objects.all().delete()
    assert public_days() == [DAY]


def test_a_restriction_does_not_spread_to_neighbours(site):
    first, second = make_network("Alfa"), make_network("Beta")
    make_event(first, DAY)
    make_event(second, DAY + timedelta(days=1))
    restrict(first)
    assert public_days() == [DAY + timedelta(days=1)]


def test_a_restriction_on_a_translation_hides_the_source(site, event):
    restrict(english(event, site))
    assert public_days() == []


def test_each_meeting_is_there_once_though_translated(site, network):
    event = make_event(network, DAY, DAY + timedelta(days=7))
    translated = english(event, site)
    assert translated.occurrences.count() == 2
    assert public_days() == [DAY, DAY + timedelta(days=7)]
    keys = set(public().values_list("translation_key", flat=True))
    assert {row.translation_key for row in translated.occurrences.all()} == keys


def test_a_live_translation_of_an_unpublished_event_shows_no_meetings(site, event):
    english(event, site)
    Page.objects.get(pk=event.pk).specific.unpublish()
    assert public_days() == []


def test_the_rows_of_an_unpublished_change_are_not_seen(site, event):
    event.occurrences.first().start_date = DAY
    event.occurrences = [make_meeting(DAY + timedelta(days=1))]
    event.save_revision()
    assert public_days() == [DAY]


# --- Owners and areas ---


def test_a_joint_meeting_is_found_once_under_every_owner(site):
    first, second, third = make_network("Alfa"), make_network("Beta"), make_network("Gamma")
    make_event(first, DAY, co_owners=[second, third])
    for ids in ([first.pk], [second.pk], [first.pk, second.pk, third.pk]):
        assert public().for_networks(ids).count() == 1


def test_an_area_has_the_joint_meetings_and_second_areas_of_its_networks(site):
    education, environment = make_area(), make_area("Miljö")
    first = make_network("Alfa", area=education)
    second = make_network("Beta", area=make_area("Socialt"), second_area=environment)
    make_event(first, DAY, co_owners=[second])
    make_regional_event(DAY)
    assert [public().in_area(area).count() for area in (education, environment)] == [1, 1]


def test_a_regional_event_is_public_and_of_no_network(site):
    make_regional_event(DAY)
    assert public_days() == [DAY]
    assert public().get().page.network is None


# --- Periods ---


@shared_fixture()
def over_new_year(network):
    return make_event(network, make_meeting("2025-12-30", end_date="2026-01-02", timing="whole_day"))


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [
        ((2025, 12, 1), (2026, 1, 1), True),
        ((2026, 1, 1), (2026, 2, 1), True),
        ((2026, 1, 2), (2026, 1, 3), True),
        ((2026, 1, 3), (2026, 1, 4), False),
        ((2025, 12, 1), (2025, 12, 30), False),
        ((2025, 12, 30), (2025, 12, 31), True),
    ],
)
def test_a_meeting_over_new_year_is_in_every_period_that_it_touches(over_new_year, start, end, found):
    assert public().between(date(*start), date(*end)).exists() is found


def test_the_longest_meeting_is_found_on_its_last_day(site, network):
    make_event(network, make_meeting("2026-03-01", end_date="2026-04-01"))
    assert public().between(date(2026, 4, 1), date(2026, 4, 2)).exists()
    assert public().upcoming(date(2026, 4, 1)).exists()
    assert not public().upcoming(date(2026, 4, 2)).exists()


@pytest.mark.parametrize("day", ["2026-01-01", "2026-03-29", "2026-10-25", "2024-02-29", "2020-12-31", "2021-01-03"])
@pytest.mark.parametrize("timing", ["whole_day", "clock"])
def test_a_meeting_of_one_day_is_in_that_day_and_no_other(site, day, timing, network):
    make_event(network, make_meeting(day, timing=timing), start_time=None, end_time=None)
    day = date.fromisoformat(day)
    hits = [public().between(day + timedelta(days=n), day + timedelta(days=n + 1)).count() for n in (-1, 0, 1)]
    assert hits == [0, 1, 0]


def test_today_is_upcoming_until_it_is_over_and_past_after(site, event):
    assert public().upcoming(DAY).exists()
    assert not public().upcoming(DAY + timedelta(days=1)).exists()
    assert not public().past(DAY).exists()
    assert public().past(DAY + timedelta(days=1)).exists()


def test_a_year_counts_the_meetings_that_start_in_it(site, network):
    rows = [make_meeting("2025-12-30", end_date="2026-01-02"), make_meeting("2026-01-01"), make_meeting("2026-12-31")]
    make_event(network, *rows)
    assert public().per_year() == {2025: 1, 2026: 2}


def test_a_day_is_ranked_by_the_clock_and_counted_in_full(site):
    for number in range(6):
        make_event(make_network(f"Nätverk {number}"), make_meeting(DAY))
    ranked = list(public().ranked_by_day(4))
    assert [(start, number) for _, start, _, number in ranked] == [(DAY, 6)] * 4


# --- Text and form ---


@shared_fixture()
def about_leadership(network):
    event = make_event(network, title="Om ledarskap")
    event.occurrences = [make_meeting(DAY, theme="Vår vision", place="Stora Öckerösalen")]
    return publish(event)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Öckerö", True),
        ("öckerö", True),
        ("ÖCKERÖ", True),
        ("ockero", True),
        ("stora öckerö", True),
        ("forskole", True),
        ("FÖRSKOLE", True),
        ("vision", True),
        ("ledarskap", True),
        ("%", False),
        ("_", False),
        ("(", False),
        ("[a", False),
        ("\\", False),
        ("finns inte", False),
    ],
)
def test_text_finds_theme_place_event_and_network_with_and_without_dots(about_leadership, text, found):
    assert public().mentioning(text).exists() is found


def test_the_form_is_the_rows_own_or_else_the_events(site, network):
    make_event(network, make_meeting(DAY, format="online"), make_meeting(DAY + timedelta(days=1)))
    assert public().of_format("online").get().start_date == DAY
    assert public().of_format("on_site").get().start_date == DAY + timedelta(days=1)


def test_usual_times_that_change_move_the_meetings(site, event):
    event.start_time = event.start_time.replace(hour=7)
    publish(event)
    assert public().get().starts_at.hour == 5
