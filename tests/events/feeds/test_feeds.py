"""The feeds over HTTP: what is in them, what never is, and what a calendar program is told about versions."""

import gzip
from datetime import UTC, datetime, time, timedelta
from uuid import uuid4

import pytest
import recurring_ical_events
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from icalendar import Calendar
from wagtail.models import PageViewRestriction

from events.days.zone import STOCKHOLM
from events.feeds.addresses import named
from events.feeds.views import FeedOptions
from events.models import Occurrence
from tests.factories import (
    make_area,
    make_event,
    make_meeting,
    make_network,
    make_regional_event,
    publish,
)
from tests.shared_fixtures import shared_fixture

NOW = datetime(2020, 6, 1, 10, tzinfo=UTC)
GZIP = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@shared_fixture(at=NOW)
def network(site):
    return make_network()


@shared_fixture(at=NOW)
def published(network):
    return make_event(network, "2020-02-07", "2020-04-24", "2020-09-11", "2020-11-27")


@pytest.fixture
def event(published, clock):
    """The four meetings of the seed page."""
    clock.shift(10)
    return published


def address(kind, page=None):
    return reverse(f"feeds:{kind}", args=[page.translation_key] if page else [])


@pytest.fixture
def summaries(client):
    """A function from an address to the summaries of the feed there, in its order."""
    return lambda url: [str(event["SUMMARY"]) for event in Calendar.from_ical(client.get(url).content).events]


@pytest.fixture
def days(client):
    """A function from an address to the ISO days on which the feed's meetings begin, in its order."""
    return lambda url: [str(event.start)[:10] for event in Calendar.from_ical(client.get(url).content).events]


def test_addresses_are_those_in_peoples_calendars(network, event):
    row = event.occurrences.first()
    assert address("region") == "/ics/regionen.ics"
    assert address("area", network.area) == f"/ics/omrade/{network.area.translation_key}.ics"
    assert address("network", network) == f"/ics/natverk/{network.translation_key}.ics"
    assert address("event", event) == f"/ics/handelse/{event.translation_key}.ics"
    assert address("occurrence", row) == f"/ics/mote/{row.translation_key}.ics"


def test_every_address_has_a_form_that_ends_in_a_name(network, event):
    row = event.occurrences.first()
    rows = [("area", network.area), ("network", network), ("event", event), ("occurrence", row)]
    for kind, thing in rows:
        assert named(kind, "Äldre & yngre", thing.translation_key) == f"{address(kind, thing)[:-4]}/aldre-yngre.ics"
    assert named("my_networks", "???", "ad7ac187") == "/ics/mina/ad7ac187/kalender.ics"
    assert named("selection", "å" * 200) == f"/ics/urval/{'a' * 60}.ics"


@pytest.mark.parametrize("options", ["", "?installda=nej", "?sprak=en", "?sprak=en&installda=nej"])
def test_name_in_the_address_is_ignored_and_old_addresses_stay(network, event, client, options):
    row = event.occurrences.first()
    rows = [("area", network.area), ("network", network), ("event", event), ("occurrence", row)]
    pairs = [(address(kind, thing), named(kind, "fel namn", thing.translation_key)) for kind, thing in rows]
    pairs += [("/ics/urval.ics", "/ics/urval/digitalt.ics"), ("/ics/mina/ad7ac187.ics", "/ics/mina/ad7ac187/x.ics")]
    for url, new in pairs:
        old, named_now = client.get(url + options), client.get(new + options)
        assert (old.status_code, old.content, dict(old.headers)) == (200, named_now.content, dict(named_now.headers))
        assert client.get(new + options, headers={"If-None-Match": old["ETag"]}).status_code == 304


def test_every_feed_holds_its_meetings_in_order_of_time(network, event, days):
    row = event.occurrences.last()
    make_event(make_network("Näringslivsnätverket", area=make_area("Arbetsmarknad")), "2020-02-08")
    make_regional_event("2020-12-01")
    own = ["2020-02-07", "2020-04-24", "2020-09-11", "2020-11-27"]
    assert days(address("region")) == sorted([*own, "2020-02-08", "2020-12-01"])
    assert days(address("area", network.area)) == own
    assert days(address("network", network)) == own
    assert days(address("event", event)) == own
    assert days(address("occurrence", row)) == ["2020-11-27"]


def test_joint_meeting_is_in_every_owners_feed_once(network, summaries):
    other = make_network("Grundskolenätverket")
    make_event(network, "2020-09-11", title="Gemensam dag", co_owners=[other])
    expected = ["Förskolenätverket och Grundskolenätverket: Gemensam dag"]
    for url in (address("network", network), address("network", other), address("area", network.area)):
        assert summaries(url) == expected
    assert summaries(address("region")) == expected


def test_independent_reader_finds_the_table_over_both_changes_of_the_clock(network, client, clock):
    make_event(
        network,
        *("2020-02-07", "2020-04-24", "2020-09-11", "2020-11-27"),
        *("2021-03-26", "2021-03-29", "2021-10-29", "2021-11-01"),
        make_meeting("2020-10-26", timing="whole_day", end_date="2020-10-27"),
        make_meeting("2021-03-28", start_time=time(12), end_time=time(13), end_date="2021-03-29"),
        make_meeting("2021-06-01", status="cancelled", theme="Sommar"),
        make_meeting("2021-06-02", status="tentative", timing="to_be_announced"),
    )
    feed = Calendar.from_ical(client.get(address("network", network)).content)
    found = recurring_ical_events.of(feed).between(datetime(2019, 1, 1, tzinfo=UTC), datetime(2023, 1, 1, tzinfo=UTC))
    read = sorted((instant(event.start), instant(event.end), str(event["STATUS"]).lower()) for event in found)
    assert len(read) == 12
    assert read == sorted(Occurrence.objects.values_list("starts_at", "ends_at", "status"))


def instant(moment):
    whole_day = not isinstance(moment, datetime)
    return (datetime.combine(moment, time.min, STOCKHOLM) if whole_day else moment).astimezone(UTC)


def test_feed_reaches_a_year_back_and_an_event_holds_all(network, days, clock):
    event = make_event(network, "2019-06-01", "2019-06-03", "2020-06-01", "2030-01-01")
    assert days(address("network", network)) == ["2019-06-03", "2020-06-01", "2030-01-01"]
    assert days(address("region")) == ["2019-06-03", "2020-06-01", "2030-01-01"]
    assert days(address("event", event)) == ["2019-06-01", "2019-06-03", "2020-06-01", "2030-01-01"]


def test_cancelled_meetings_stay_unless_the_address_leaves_them_out(network, summaries):
    make_event(network, "2020-09-11", make_meeting("2020-11-27", status="cancelled"))
    url = address("network", network)
    both = ["Förskolenätverket: möte", "Inställt: Förskolenätverket: möte"]
    assert summaries(url) == both
    assert summaries(f"{url}?installda=nej") == both[:1]
    assert summaries(f"{url}?installda=ja&page=%00&x[]=1") == both


@pytest.mark.parametrize("value", ["nej", ["ja", "nej"]])
def test_option_that_is_given_twice_counts_as_its_last(rf, value):
    assert FeedOptions(rf.get("/", {"installda": value}).GET).without_cancelled


def test_heading_tells_the_feeds_own_address_and_its_page(network, event, client):
    def heading(url):
        feed = Calendar.from_ical(client.get(url).content)
        return str(feed["NAME"]), feed["SOURCE"], feed["URL"], "METHOD" in feed

    base = "http://localhost:8000"
    url = address("network", network)
    own = f"{base}/ics/natverk/{network.translation_key}/forskolenatverket.ics"
    assert heading(url) == ("Förskolenätverket", own, f"{base}/natverk/forskolenatverket/", False)
    assert heading(f"{url}?installda=nej&x=1")[1] == f"{own}?installda=nej"
    assert heading(address("region"))[0] == "Göteborgsregionens nätverk"
    assert heading(address("region"))[2] == f"{base}/kalender/"
    assert heading(address("area", network.area))[0] == "Göteborgsregionens nätverk: Utbildning"
    assert heading(address("event", event))[0] == "Förskolenätverket: Möten"
    row = event.occurrences.first()
    assert heading(address("occurrence", row))[2] == f"{base}/mote/{row.translation_key}/"


def test_same_uid_in_every_feed(network, event, client):
    row = event.occurrences.first()
    kinds = [("region", None), ("area", network.area), ("network", network), ("event", event), ("occurrence", row)]
    uids = {str(Calendar.from_ical(client.get(address(*kind)).content).events[0]["UID"]) for kind in kinds}
    assert uids == {f"{row.translation_key}@natverk.goteborgsregionen.se"}


# --- What never leaks ---


def gone(client, url):
    response = client.get(url)
    return response.status_code == 404 and response["Content-Type"] == "text/plain; charset=utf-8"


def test_unpublished_event_leaves_every_feed(network, event, client, days):
    row = event.occurrences.first()
    event.unpublish()
    assert days(address("network", network)) == days(address("region")) == []
    assert gone(client, address("event", event))
    assert gone(client, address("occurrence", row))


@pytest.mark.parametrize("hidden", ["network", "event"])
def test_restricted_pages_leave_every_feed(network, event, client, days, hidden):
    row = event.occurrences.first()
    PageViewRestriction.objects.create(page={"network": network, "event": event}[hidden], restriction_type="login")
    assert days(address("region")) == days(address("area", network.area)) == []
    assert gone(client, address("event", event))
    assert gone(client, address("occurrence", row))
    assert gone(client, address("network", network)) is (hidden == "network")


def test_unpublished_network_takes_its_meetings_with_it(network, event, client, days):
    row = event.occurrences.first()
    network.unpublish()
    assert days(address("region")) == []
    for url in (address("network", network), address("event", event), address("occurrence", row)):
        assert gone(client, url)


def test_closed_network_still_answers(network, event, days):
    network.status = "closed"
    publish(network)
    assert days(address("network", network)) == ["2020-02-07", "2020-04-24", "2020-09-11", "2020-11-27"]


def test_draft_and_draft_changes_are_in_no_feed(network, event, client, days):
    draft = make_event(network, "2020-06-06", title="Utkast", live=False)
    row = draft.occurrences.first()
    event.occurrences = [make_meeting("2021-01-01")]
    event.save_revision()
    assert days(address("network", network)) == ["2020-02-07", "2020-04-24", "2020-09-11", "2020-11-27"]
    assert gone(client, address("event", draft))
    assert gone(client, address("occurrence", row))


def test_removed_meeting_leaves_the_feed_and_its_own_address(network, event, client, days):
    row = event.occurrences.first()
    event.occurrences = list(event.occurrences.all())[1:]
    publish(event)
    assert days(address("event", event)) == ["2020-04-24", "2020-09-11", "2020-11-27"]
    assert gone(client, address("occurrence", row))


def test_event_without_meetings_is_an_empty_feed(network, days):
    assert days(address("event", make_event(network))) == []


def test_each_meeting_once_also_with_translations(network, event, site, days):
    for page in (site.home, site.networks, network, event):
        page.copy_for_translation(site.en).save_revision().publish()
    assert len(days(address("region"))) == len(days(address("network", network))) == 4


@pytest.mark.parametrize("kind", ["omrade", "natverk", "handelse", "mote"])
def test_unknown_key_is_404_in_plain_text(site, client, kind):
    assert gone(client, f"/ics/{kind}/{uuid4()}.ics")
    assert client.get(f"/ics/{kind}/{uuid4()}.ics", headers={"If-None-Match": "*"}).status_code == 404


@pytest.mark.parametrize("path", ["/ics/natverk/1.ics", "/ics/natverk/1/x.ics", "/ics/x/y.ics", "/ics/natverk/\0.ics"])
def test_unknown_address_is_404_in_plain_text(site, client, path):
    assert gone(client, path)


# --- What stays ---


def test_bytes_and_validators_stay_over_a_publication_without_change(network, event, client, clock):
    url = address("network", network)
    first = client.get(url)
    clock.shift(7200)
    publish(event)
    second = client.get(url)
    assert first.content == second.content
    assert (first["ETag"], first["Last-Modified"]) == (second["ETag"], second["Last-Modified"])


# --- HTTP ---


def test_answer_is_a_calendar_to_look_at_and_to_keep_for_five_minutes(network, event, client):
    response = client.get(address("network", network))
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert response["Content-Disposition"] == 'inline; filename="forskolenatverket.ics"'
    assert response["Cache-Control"] == "public, max-age=300"
    assert response["Content-Language"] == "sv"
    assert response["Last-Modified"] == "Mon, 01 Jun 2020 10:00:00 GMT"
    assert not response.cookies
    assert response["Vary"] == "Accept-Encoding"
    assert response["Content-Length"] == str(len(response.content))


def test_language_of_the_reader_changes_nothing(network, event, client):
    url = address("network", network)
    assert client.get(url).content == client.get(url, headers={"Accept-Language": "en"}).content


@pytest.mark.parametrize("headers", [{}, GZIP], ids=["plain", "gzip"])
def test_unchanged_feed_is_304_from_one_query(network, event, client, headers, django_assert_num_queries):
    url = address("network", network)
    etag = client.get(url, headers=headers)["ETag"]
    assert etag.startswith('"')
    for known in (etag, f"W/{etag}", f'"other", {etag}', "*"):
        response = client.get(url, headers=headers | {"If-None-Match": known})
        assert (response.status_code, response.content, response["ETag"]) == (304, b"", etag)
        assert response["Cache-Control"] == "public, max-age=300"
        assert response["Vary"] == "Accept-Encoding"
    with django_assert_num_queries(1):
        client.get(url, headers=headers | {"If-None-Match": etag})
    with django_assert_num_queries(1):
        since = {"If-Modified-Since": "Mon, 01 Jun 2020 10:00:00 GMT"}
        assert client.get(url, headers=headers | since).status_code == 304


@pytest.mark.parametrize("known", ['"other"', "W/", '"', "nonsense", '"a", "b"'])
def test_other_version_is_sent_in_full(network, event, client, known):
    assert client.get(address("network", network), headers={"If-None-Match": known}).status_code == 200


@pytest.mark.parametrize("since", ["Mon, 01 Jun 2020 09:59:59 GMT", "nonsense"])
def test_older_version_is_sent_in_full(network, event, client, since):
    assert client.get(address("network", network), headers={"If-Modified-Since": since}).status_code == 200


def test_compressed_and_plain_feed_are_two_strong_versions_of_the_same(network, event, client):
    url = address("network", network)
    plain, packed = client.get(url), client.get(url, headers=GZIP)
    assert packed["Content-Encoding"] == "gzip"
    assert "Content-Encoding" not in plain
    assert gzip.decompress(packed.content) == plain.content
    assert packed["ETag"] != plain["ETag"]
    assert client.get(url, headers=GZIP | {"If-None-Match": plain["ETag"]}).status_code == 200
    assert client.get(url, headers={"Accept-Encoding": "gzip;q=0, identity"}).content == plain.content


def test_publication_makes_a_new_version(network, event, client, clock):
    url = address("network", network)
    before = client.get(url)
    clock.shift(3600)
    event.place = "Kungälv"
    publish(event)
    clock.shift(10)
    after = client.get(url, headers={"If-None-Match": before["ETag"]})
    assert after.status_code == 200
    assert after["Last-Modified"] == "Mon, 01 Jun 2020 11:00:10 GMT"
    assert after.content != before.content


@pytest.mark.parametrize(("above", "feed"), [("networks", "network"), ("calendar", "region")])
def test_new_address_of_the_page_above_makes_a_new_version(network, event, site, client, clock, above, feed):
    url, page = address(feed, network if feed == "network" else None), getattr(site, above)
    before = client.get(url)
    clock.shift(3600)
    page.slug = "ny-adress"
    publish(page)
    clock.shift(10)
    cache.clear()
    after = client.get(url)
    assert b"/ny-adress/" in after.content
    assert after["ETag"] != before["ETag"]
    assert after["Last-Modified"] == "Mon, 01 Jun 2020 11:00:10 GMT"


def test_second_of_a_change_promises_no_time(network, event, client, clock):
    event.place = "Kungälv"
    publish(event)
    response = client.get(address("network", network))
    assert "Last-Modified" not in response
    assert response["ETag"]


def test_moving_window_makes_a_new_version_at_midnight(network, event, client, clock):
    window, whole = address("network", network), address("event", event)
    before, fixed = client.get(window), client.get(whole)
    clock.move_to(datetime(2020, 6, 1, 21, 59, tzinfo=UTC))
    assert client.get(window, headers={"If-None-Match": before["ETag"]}).status_code == 304
    clock.move_to(datetime(2020, 6, 1, 22, 1, tzinfo=UTC))
    after = client.get(window, headers={"If-None-Match": before["ETag"]})
    assert (after.status_code, after["Last-Modified"]) == (200, "Mon, 01 Jun 2020 22:00:00 GMT")
    assert client.get(whole, headers={"If-None-Match": fixed["ETag"]}).status_code == 304


def test_versions_of_addresses_and_options_differ(network, event, client):
    url = address("network", network)
    urls = [url, f"{url}?installda=nej", address("region"), address("event", event)]
    assert len({client.get(each)["ETag"] for each in urls}) == len(urls)
    assert client.get(f"{url}?utm=1")["ETag"] == client.get(url)["ETag"]


def test_head_has_the_headers_and_no_body(network, event, client):
    url = address("network", network)
    full, head = client.get(url), client.head(url)
    assert (head.status_code, head.content) == (200, b"")
    assert {name: head[name] for name in full.headers} == dict(full.headers)
    assert client.head(url, headers={"If-None-Match": full["ETag"]}).status_code == 304


@pytest.mark.parametrize("path", ["/ics/regionen.ics", "/ics/regionen.svg", "/atom/regionen.xml"])
def test_feeds_are_only_read(site, path):
    response = Client(enforce_csrf_checks=True).post(path)
    assert response.status_code == 405
    assert response["Allow"].startswith("GET, HEAD")


@pytest.mark.parametrize("path", ["/ics/regionen.ics", "/atom/regionen.xml"])
def test_another_sites_name_is_refused(site, client, path, settings):
    settings.ALLOWED_HOSTS = ["testserver"]
    assert client.get(path).status_code == 200
    assert client.get(path, headers={"Host": "example.org"}).status_code == 400


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("kind", "queries"), [("region", 4), ("area", 5), ("network", 4), ("event", 4), ("occurrence", 4)]
)
def test_feed_asks_as_often_for_thirty_meetings_as_for_one(
    network, client, clock, django_assert_num_queries, count, kind, queries
):
    days = [NOW.date() + timedelta(days=index) for index in range(count)]
    event = make_event(network, *days)
    subject = {"area": network.area, "network": network, "event": event, "occurrence": event.occurrences.first()}
    client.get(address("region"))  # fills Wagtail's cache of site roots
    url = address(kind, subject.get(kind))
    with django_assert_num_queries(queries):
        client.get(f"{url}?installda=nej")


def test_second_reader_of_a_version_asks_for_the_stamp_alone(network, event, client, django_assert_num_queries):
    url = address("network", network)
    client.get(url)
    with django_assert_num_queries(1):
        assert client.get(url, headers=GZIP).status_code == 200
