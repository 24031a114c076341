"""The Atom feeds of changes: what is news, what never is told, and what a news reader needs to keep up."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4
from xml.etree import ElementTree

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from wagtail.models import PageViewRestriction

from events.atom import entries as atom_entries
from events.models import EventPage, PublicChange
from networks.models import NetworkPage
from tests.factories import local_date, make_event, make_meeting, make_network, make_regional_event, publish
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

NOW = datetime(2020, 1, 8, 9, 30, tzinfo=UTC)
ATOM = "{http://www.w3.org/2005/Atom}"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@shared_fixture(at=NOW)
def network(site):
    return make_network()


@shared_fixture(at=NOW + timedelta(hours=1))
def published(network):
    return make_event(network, "2020-02-07", "2020-04-24")


@pytest.fixture
def event(published, clock):
    clock.shift(7200)
    return published


@pytest.fixture
def read(client):
    """A function from a network, or nothing for the region, to the root element of its feed."""

    def feed(network=None):
        return ElementTree.fromstring(client.get(address(network)).content)  # noqa: S314 - made by ourselves

    return feed


@pytest.fixture
def news(read):
    return lambda network=None: [entry.findtext(f"{ATOM}title") for entry in read(network).iter(f"{ATOM}entry")]


def address(network=None):
    return reverse("atom:network", args=[network.translation_key]) if network else reverse("atom:region")


def change(event, index=0, **fields):
    event = EventPage.objects.get(pk=event.pk)
    rows = list(event.occurrences.all())
    for name, value in fields.items():
        setattr(rows[index], name, value)
    event.occurrences = rows
    return publish(event)


def test_addresses_are_those_in_peoples_readers(network):
    assert address() == "/atom/regionen.xml"
    assert address(network) == f"/atom/natverk/{network.translation_key}.xml"


def test_news_comes_latest_first_and_new_dates_are_one_piece_of_it(network, event, clock, news):
    event = change(event, status="cancelled", note="Sjukdom.")
    clock.shift(3600)
    change(event, 1, start_date=local_date("2020-05-08"))
    assert (
        news()
        == news(network)
        == [
            "Flyttat: Förskolenätverket, fredag 8 maj 2020",
            "Inställt: Förskolenätverket, fredag 7 februari 2020",
            "Förskolenätverket: 2 nya möten",
            "Förskolenätverket: ny sida",
        ]
    )


def test_an_entry_tells_which_meeting_what_and_why(network, event, read):
    row = event.occurrences.first()
    change(event, status="cancelled", place="Kungälv", note="Sjukdom & snö.")
    entry = read(network).find(f"{ATOM}entry")
    when = "fredag 7 februari 2020 kl.\u00a008.30–11.30"
    assert entry.findtext(f"{ATOM}title") == "Inställt, ny plats: Förskolenätverket, fredag 7 februari 2020"
    assert entry.findtext(f"{ATOM}summary") == (
        f"<p>{when}: Inställt</p><p>{when}: Ny plats: Kungälv i stället för Stadshuset, Mölndal</p>"
        "<p>Anmärkning: Sjukdom &amp; snö.</p>"
    )
    assert entry.find(f"{ATOM}link").get("href") == f"http://localhost:8000/mote/{row.translation_key}/"


def test_feed_is_valid_atom(network, event, clock, read):
    root = read(network)
    entries = list(root.iter(f"{ATOM}entry"))
    assert root.tag == f"{ATOM}feed"
    assert root.findtext(f"{ATOM}title") == "Förskolenätverket: ändringar"
    assert root.findtext(f"{ATOM}id") == f"http://localhost:8000{address(network)}"
    assert root.findtext(f"{ATOM}author/{ATOM}name") == "Göteborgsregionens nätverk"
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "self": f"http://localhost:8000{address(network)}",
        "alternate": f"http://localhost:8000{network.url}",
    }
    assert root.findtext(f"{ATOM}updated") == entries[0].findtext(f"{ATOM}updated") == "2020-01-08T10:30:00+00:00"
    for entry in entries:
        assert UUID(entry.findtext(f"{ATOM}id").removeprefix("urn:uuid:"))
        assert entry.findtext(f"{ATOM}title")
        assert entry.find(f"{ATOM}link").get("href").startswith("http://localhost:8000/")


def test_ids_stay_through_renames_and_later_changes(network, event, read):
    def ids():
        return [entry.findtext(f"{ATOM}id") for entry in read(network).iter(f"{ATOM}entry")]

    before = ids()
    network.title, network.slug = "Nätverket för förskola", "forskola"
    publish(network)
    change(event, place="Kungälv")
    assert ids()[-2:] == before


def test_an_empty_feed_has_a_time_that_stands_still(site, clock, read):
    network = make_network()
    network.unpublish()
    before = read().findtext(f"{ATOM}updated")
    clock.shift(3600)
    cache.clear()
    assert before == read().findtext(f"{ATOM}updated") == "2020-01-08T09:30:00+00:00"


def test_text_that_xml_cannot_hold_is_left_out(network, event, news):
    change(event, theme="Digitala\x0bverktyg\x01")
    assert news()[0] == "Nytt tema: Förskolenätverket, fredag 7 februari 2020"


def test_each_network_has_its_own_news_and_joint_meetings_are_everyones(network, event, news):
    other = make_network("Grundskolenätverket")
    make_event(other, "2020-05-05", co_owners=[network], title="Gemensam dag")
    make_regional_event("2020-06-01", title="GR-dagen")
    joint = "Grundskolenätverket: Gemensam dag: tisdag 5 maj 2020 kl.\u00a008.30–11.30"
    assert news(other) == [joint, "Grundskolenätverket: ny sida"]
    assert joint in news(network)
    assert news()[0] == "GR-dagen: måndag 1 juni 2020 kl.\u00a008.30–11.30"


def restrict(page):
    return PageViewRestriction.objects.create(page=page, restriction_type="login")


@pytest.mark.parametrize(
    "hide", [EventPage.unpublish, EventPage.delete, restrict, lambda event: event.network.unpublish()]
)
def test_news_of_what_is_hidden_now_is_not_told(network, event, news, hide):
    change(event, place="Kungälv", note="Något hemligt.")
    hide(EventPage.objects.get(pk=event.pk))
    assert not [title for title in news() if "2020" in title or "möten" in title]


def test_drafts_are_no_news(network, event, news):
    make_event(network, "2020-05-05", title="Utkast", live=False)
    assert not [title for title in news() if "Utkast" in title]


def test_a_network_that_is_not_public_has_no_feed(network, event, client):
    restriction = restrict(network)
    assert client.get(address(network)).status_code == 404
    restriction.delete()
    network.unpublish()
    assert client.get(address(network)).status_code == 404
    response = client.get(f"/atom/natverk/{uuid4()}.xml")
    assert (response.status_code, response["Content-Type"]) == (404, "text/plain; charset=utf-8")


def test_a_removed_meeting_leads_to_its_event(network, event, read):
    event.occurrences = list(event.occurrences.all())[1:]
    publish(event)
    entry = read(network).find(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "Borttaget ur kalendern: Förskolenätverket, fredag 7 februari 2020"
    assert entry.find(f"{ATOM}link").get("href") == f"http://localhost:8000{event.url}"


def test_unchanged_feed_is_304_from_one_query(network, event, client, clock, django_assert_num_queries):
    full = client.get(address(network))
    assert full["Content-Type"] == "application/atom+xml; charset=utf-8"
    clock.shift(10)
    for headers in ({"If-None-Match": full["ETag"]}, {"If-Modified-Since": client.get(address())["Last-Modified"]}):
        with django_assert_num_queries(1):
            assert client.get(address(network), headers=headers).status_code == 304
    change(event, place="Kungälv")
    assert client.get(address(network), headers={"If-None-Match": full["ETag"]}).status_code == 200


def test_unchanged_feed_has_the_headers_of_the_full_one(network, event, client, clock):
    clock.shift(10)
    full = client.get(address(network), headers={"Accept-Encoding": "gzip"})
    unchanged = client.get(address(network), headers={"Accept-Encoding": "gzip", "If-None-Match": full["ETag"]})
    assert (full.status_code, full["Content-Encoding"], unchanged.status_code) == (200, "gzip", 304)
    for name in ("ETag", "Last-Modified", "Vary", "Cache-Control", "Content-Language"):
        assert unchanged[name] == full[name]


def test_any_version_confirms_only_a_feed_that_exists(network, event, client):
    for url, status in ((address(network), 304), (f"/atom/natverk/{uuid4()}.xml", 404)):
        assert client.get(url, headers={"If-None-Match": "*"}).status_code == status


def test_feed_holds_the_latest_fifty_and_a_long_series_is_one_entry(network, event, monkeypatch, news):
    monkeypatch.setattr(atom_entries, "READ", 200)
    for index in range(60):
        publish_page(network, index)
    days = [make_meeting(datetime(2021, 1, 1, tzinfo=UTC).date() + timedelta(days=offset)) for offset in range(120)]
    make_event(network, *days, title="Serien")
    titles = news(network)
    assert len(titles) == 50
    assert titles[0] == "Förskolenätverket: Serien: 120 nya möten"


def publish_page(network, index):
    PublicChange.objects.create(
        changed_at=NOW + timedelta(minutes=index),
        group=uuid4(),
        kind="page_updated",
        network_key=network.translation_key,
        after={"documents": {}, "new": []},
    )


def test_feed_asks_as_often_for_many_changes_as_for_one(network, event, client):
    change(event, place="Kungälv")
    few = queries_of(lambda: fresh(client, network))
    for index in range(5):
        change(make_event(network, "2020-05-05", title=f"Serie {index}"), place="Kungälv")
    assert queries_of(lambda: fresh(client, network)) == few


def fresh(client, network):
    cache.clear()
    NetworkPage.objects.get(pk=network.pk).get_url()  # the site's addresses are kept in the cache too
    return client.get(address(network))


def test_feeds_are_linked_where_people_look(network, event, client):
    html = client.get(network.url).content.decode()
    link = f'<link rel="alternate" type="application/atom+xml" title="{network.title}: ändringar"'
    assert f'{link} href="{address(network)}">' in html
    assert f'href="{address(network)}" type="application/atom+xml">Följ ändringar med Rss</a>' in html
    assert f'<a href="{address()}" type="application/atom+xml">Ändringar i alla möten (Rss)</a>' in html
