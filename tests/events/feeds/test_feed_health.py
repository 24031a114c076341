"""The report on the feeds, and the counting of their readers."""

import io
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.db import DatabaseError, connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from events.feeds import comparison, fetches
from events.feeds.addresses import named
from events.feeds.health import feed_health
from events.feeds.reports import FAULTS, OTHER_FEEDS, fetches_by_day
from events.feeds.urls import urlpatterns
from events.ical.lint import Fault, lint
from events.models import CalendarObject, FeedFetch
from networks.models import Area
from search.models import Findable
from tests.factories import make_area, make_event, make_network, make_regional_event
from tests.shared_fixtures import shared_fixture

NOW = datetime(2020, 6, 1, 10, tzinfo=UTC)
TODAY = date(2020, 6, 1)
THUNDERBIRD = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.6.0"}


@pytest.fixture(autouse=True)
def counts(monkeypatch):
    """The numbers that wait in memory, none at first. As Django's own test client does, keep the connection open."""
    monkeypatch.setattr(fetches, "close_old_connections", lambda: None)
    fetches.counts.clear()
    yield fetches.counts
    fetches.counts.clear()


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@shared_fixture(at=NOW)
def network(site):
    return make_network()


@shared_fixture(at=NOW)
def published(network):
    return make_event(network, "2018-02-07", "2020-02-07", "2020-09-11")


@pytest.fixture
def event(published, clock):
    clock.shift(10)
    return published


def stored():
    return {(row.day, row.feed, row.family): row.count for row in FeedFetch.objects.all()}


# --- What is in the feeds ---


def test_health_agrees_with_the_feeds_themselves(network, event, client):
    other = make_network("Näringslivsnätverket", area=make_area("Arbetsmarknad"), second_area=network.area)
    make_event(other, "2020-10-01", co_owners=[network])
    make_regional_event("2020-12-01")
    make_network("Tomt nätverk")
    make_network("Utkast", live=False)
    make_event(network, "2020-10-02", title="Utkast", live=False)
    feeds = feed_health(TODAY)
    assert [feed.name for feed in feeds] == [
        "Göteborgsregionens nätverk",
        *(f"Göteborgsregionens nätverk: {area.name}" for area in Area.objects.all()),
        "Förskolenätverket",
        "Näringslivsnätverket",
        "Tomt nätverk",
    ]
    for feed in feeds:
        body = client.get(feed.address).content
        assert (feed.size, feed.meetings) == (len(body), body.count(b"BEGIN:VEVENT"))
        assert dict(feed.faults) == lint(body) == {}


def test_health_tells_faults_and_when_a_feed_changed(network, event):
    CalendarObject.objects.filter(uid=event.occurrences.last().translation_key).update(component="BEGIN:VEVENT\n")
    cache.clear()
    feeds = {feed.key: feed for feed in feed_health(TODAY)}
    faulty = feeds[f"network:{network.translation_key}"]
    assert dict(faulty.faults) == dict(feeds["region"].faults)
    assert dict(faulty.faults) == {"line_ends": 1, "no_uid": 1, "no_dtstamp": 1, "no_dtstart": 1}
    assert faulty.changed_at == NOW


@pytest.mark.parametrize("count", [1, 12])
def test_health_asks_as_often_for_twelve_networks_as_for_one(site, clock, count):
    for index in range(count):
        make_event(make_network(f"Nätverk {index}"), "2020-09-11")
    feed_health(TODAY)
    feed_health(TODAY + timedelta(days=1))  # another day, so nothing but the site's addresses is kept
    with CaptureQueriesContext(connection) as captured:
        feed_health(TODAY + timedelta(days=2))
    assert len(captured) <= 10


def test_health_is_looked_at_once_for_each_state_of_the_site(network, event, django_assert_num_queries):
    feed_health(TODAY)
    with django_assert_num_queries(1):
        feed_health(TODAY)


# --- The report ---


def test_report_is_found_in_the_menu_and_tells_what_to_do(network, event, editor_client):
    address = reverse("feed_health")
    html = editor_client.get(address).content.decode()
    assert "Inga fel i flödena." in html
    assert f'<a href="/ics/natverk/{network.translation_key}/forskolenatverket.ics">Förskolenätverket</a>' in html
    assert address in editor_client.get(reverse("wagtailadmin_home")).content.decode()
    CalendarObject.objects.filter(component__contains="20200911").update(component="BEGIN:VEVENT\n")
    cache.clear()
    html = editor_client.get(address).content.decode()
    assert "3 flöden behöver ses över." in html
    assert "Radbrytningarna är fel." in html


def test_report_never_says_that_all_is_well_when_the_table_says_otherwise(network, event, editor_client):
    address, uid = reverse("feed_health"), event.occurrences.last().translation_key
    stored = CalendarObject.objects.filter(uid=uid)

    def told():
        context = editor_client.get(address).context
        html = " ".join(editor_client.get(address).content.decode().split())
        return [each.wrong for each in context["comparisons"]], "Inga fel i flödena." in html

    assert told() == ([0, 0], True)
    text = stored.get().component
    stored.update(component=text.replace("SUMMARY:", "SUMMARY:Inställt: "))
    assert told() == ([1, 0], False)
    stored.delete()
    assert told() == ([1, 0], False)
    call_command("run_due", stdout=io.StringIO())
    assert told() == ([0, 0], True)
    Findable.objects.filter(subject=event.translation_key).delete()
    wrong, well = told()
    assert (wrong[0], wrong[1] > 0, well) == (0, True, False)
    call_command("run_due", stdout=io.StringIO())
    assert told() == ([0, 0], True)


def test_report_says_how_much_of_a_large_site_it_compared(network, event, editor_client, monkeypatch):
    make_event(network, "2020-09-12")
    monkeypatch.setattr(comparison, "MOST", 1)
    html = " ".join(editor_client.get(reverse("feed_health")).content.decode().split())
    assert "Mötenas texter i flödena: 1 av 2 sidor jämförda nyss, 0 fel" in html
    assert "Inga fel i flödena." not in html


def test_report_shows_fetches_day_by_day_for_a_chosen_feed(network, event, editor_client):
    key = f"network:{network.translation_key}"
    FeedFetch.objects.create(day=TODAY, feed=key, family="google", count=417)
    FeedFetch.objects.create(day=TODAY, feed="region", family="google", count=1000)
    FeedFetch.objects.create(day=TODAY - timedelta(days=40), feed=key, family="google", count=9)
    address = reverse("feed_health")
    assert editor_client.get(address).context["days"][0] == (TODAY, [0, 1417, 0, 0, 0, 0], 1417)
    shown = editor_client.get(address, {"flode": key}).context
    assert shown["days"][0] == (TODAY, [0, 417, 0, 0, 0, 0], 417)
    assert [fetched for feed, _, fetched in shown["feeds"] if feed.key == key] == [417]
    assert editor_client.get(address, {"flode": "fel\x00"}).status_code == 200


def test_report_is_for_editors_only(site, client, django_user_model):
    assert client.get(reverse("feed_health")).status_code == 302
    client.force_login(django_user_model.objects.create_user("beata", "beata@example.org", "hemligt"))
    assert client.get(reverse("feed_health")).status_code == 403


def test_every_fault_and_every_feed_has_its_words():
    assert set(FAULTS) == set(Fault.__args__)
    with_key = {"region", "area", "network"}
    names = {pattern.name for pattern in urlpatterns if pattern.name and pattern.name != "qr"}
    assert {key for key, _ in OTHER_FEEDS} == names - with_key, "name each kind of feed in events/feeds/reports.py"


# --- Counting ---


def test_fetches_are_counted_by_feed_family_and_day(network, event, client, counts, clock):
    address = reverse("feeds:network", args=[network.translation_key])
    full = client.get(address, headers=THUNDERBIRD)
    client.get(address, headers=THUNDERBIRD | {"If-None-Match": full["ETag"]})
    client.get("/ics/regionen.ics")
    client.get(named("network", "Vad som helst", network.translation_key))
    client.head(address)
    client.get("/ics/natverk/fel.ics")
    counts.write()
    key = f"network:{network.translation_key}"
    assert stored() == {(TODAY, key, "thunderbird"): 2, (TODAY, key, "other"): 1, (TODAY, "region", "other"): 1}
    client.get(address, headers=THUNDERBIRD)
    clock.shift(timedelta(days=1))
    client.get(address, headers=THUNDERBIRD)
    counts.write()
    assert (stored()[TODAY, key, "thunderbird"], stored()[TODAY + timedelta(days=1), key, "thunderbird"]) == (3, 1)


def test_feeds_that_may_be_one_persons_are_counted_by_kind_alone(network, event, client, counts):
    client.get(reverse("feeds:event", args=[event.translation_key]))
    client.get(reverse("feeds:occurrence", args=[event.occurrences.last().translation_key]))
    counts.write()
    assert {feed for _, feed, _ in stored()} == {"event", "occurrence"}


def test_counting_adds_no_query_to_an_answer(network, event, client, counts, django_assert_num_queries):
    address = reverse("feeds:network", args=[network.translation_key])
    etag = client.get(address)["ETag"]
    with django_assert_num_queries(1):
        assert client.get(address, headers={"If-None-Match": etag}).status_code == 304
    assert stored() == {}


def test_numbers_are_written_after_an_answer_when_they_have_waited(network, event, client, counts, monkeypatch):
    client.get("/ics/regionen.ics")
    assert stored() == {}
    monkeypatch.setattr(fetches, "WRITE_AFTER", 0)
    client.get("/")
    assert stored() == {(TODAY, "region", "other"): 1}


def test_made_up_addresses_leave_no_rows(network, event, client, counts):
    made_up = reverse("feeds:network", args=["00000000-0000-4000-8000-000000000000"])
    later = {"If-Modified-Since": "Fri, 01 Jan 2038 00:00:00 GMT"}
    assert client.get(made_up, headers=later).status_code in (200, 304, 404)
    counts.add(TODAY, "network:00000000-0000-4000-8000-000000000000", "other")
    counts.write()
    assert stored() == {}


def test_a_failure_to_count_breaks_nothing_and_loses_nothing(network, event, client, counts, monkeypatch, caplog):
    def refuse(numbers):
        raise DatabaseError("upptagen")

    monkeypatch.setattr(fetches, "WRITE_AFTER", 0)
    with monkeypatch.context() as patch:
        patch.setattr(fetches, "_write", refuse)
        assert client.get("/ics/regionen.ics").status_code == 200
    assert "could not be counted" in caplog.text
    counts.write()
    assert stored() == {(TODAY, "region", "other"): 1}


def test_memory_has_a_limit(counts, monkeypatch):
    monkeypatch.setattr(fetches, "MOST", 2)
    for feed in ("a", "b", "c"):
        counts.add(TODAY, feed, "other")
    assert len(counts._counts) == 2


def test_old_numbers_are_forgotten(site, clock, counts):
    FeedFetch.objects.create(day=TODAY - timedelta(days=401), feed="region", family="other", count=1)
    counts.add(TODAY, "region", "other")
    counts.write()
    assert list(stored()) == [(TODAY, "region", "other")]
    assert fetches_by_day(TODAY)[0] == (TODAY, [0, 0, 0, 0, 0, 1], 1)


def test_a_request_without_a_route_is_not_counted(counts):
    request = RequestFactory().get("/ics/regionen.ics")
    request.resolver_match = None
    fetches.note(request, None)
    assert not counts.due
