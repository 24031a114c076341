"""What stays in people's calendars, and what is new: addresses and UIDs through all that editors do to pages."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse
from icalendar import Calendar

from events.models import EventPage, Occurrence
from networks.models import NetworkPage
from tests.factories import make_event, make_network, publish
from tests.shared_fixtures import shared_fixture

NOW = datetime(2020, 6, 1, 10, tzinfo=UTC)
KINDS = ("network", "event", "occurrence")


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@shared_fixture(at=NOW)
def network(site):
    return make_network()


@shared_fixture(at=NOW)
def event(network):
    return make_event(network, "2020-09-11", "2020-11-27")


@pytest.fixture
def held(network, event, client):
    """A function that gives ``{address: UIDs}`` for the addresses that people subscribed to before the change."""
    rows = [network, event, event.occurrences.first()]
    kept = [reverse(f"feeds:{kind}", args=[row.translation_key]) for kind, row in zip(KINDS, rows, strict=True)]
    return lambda: {address: uids(client, address) for address in ["/ics/regionen.ics", *kept]}


def uids(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return [str(event["UID"]) for event in Calendar.from_ical(response.content).events]


def rename(network, event, site):
    network.title, network.slug = "Nätverket för förskola", "forskola"
    publish(network)


def move_in_the_tree(network, event, site):
    network.move(make_network("Utbildningschefsnätverket"), pos="last-child")


def new_slug_and_title(network, event, site):
    event.slug, event.title = "motesdagar", "Mötesdagar"
    publish(event)


def new_dates(network, event, site):
    rows = list(event.occurrences.order_by("start_date"))
    rows[0].start_date, rows[1].status = rows[0].start_date.replace(day=18), "cancelled"
    event.occurrences = rows
    publish(event)


def translate(network, event, site):
    for page in (site.home, site.networks, network, event):
        translation = page.copy_for_translation(site.en)
        translation.title, translation.slug = f"{page.title} in English", f"{page.slug}-in-english"
        publish(translation)


def restore(network, event, site):
    first = event.latest_revision
    event.occurrences = list(event.occurrences.all())[1:]
    publish(event)
    first.publish()


def hide_and_show(network, event, site):
    event.unpublish()
    publish(EventPage.objects.get(pk=event.pk))


@pytest.mark.parametrize(
    "change", [rename, move_in_the_tree, new_slug_and_title, new_dates, translate, restore, hide_and_show]
)
def test_stays(network, event, site, held, change):
    before = held()
    change(network, event, site)
    assert held() == before
    assert [len(found) for found in before.values()] == [2, 2, 2, 1]


def test_the_heading_leads_to_the_page_where_it_is_now(network, event, client):
    move_in_the_tree(network, event, None)
    feed = Calendar.from_ical(client.get(reverse("feeds:network", args=[network.translation_key])).content)
    assert feed["URL"] == "http://localhost:8000/natverk/utbildningschefsnatverket/forskolenatverket/"


def test_an_event_that_moves_to_another_network_takes_its_uids_along(network, event, held, client):
    region, old, *own = held().items()
    other = make_network("Grundskolenätverket")
    event.move(other, pos="last-child")
    new = reverse("feeds:network", args=[other.translation_key])
    assert held() == dict([region, (old[0], []), *own])
    assert uids(client, new) == region[1]


def test_a_copied_event_is_new_and_the_original_as_it_was(event, held, client):
    before = held()
    copy = event.copy(update_attrs={"title": "Kopia", "slug": "kopia"}, keep_live=True)
    publish(copy)
    (region, network, *own), after = before, held()
    assert {address: after[address] for address in own} == {address: before[address] for address in own}
    new = uids(client, reverse("feeds:event", args=[copy.translation_key]))
    assert set(new).isdisjoint(before[region])
    assert sorted(after[region]) == sorted(after[network]) == sorted([*before[region], *new])


def test_a_copied_network_is_new_with_all_its_meetings(network, event, held, client):
    before = held()
    network = NetworkPage.objects.get(pk=network.pk)  # fresh, so that it knows of its event
    copy = network.copy(recursive=True, update_attrs={"title": "Kopia", "slug": "kopia"}, keep_live=True)
    region, *own = before
    after = held()
    assert {address: after[address] for address in own} == {address: before[address] for address in own}
    new = uids(client, reverse("feeds:network", args=[copy.translation_key]))
    assert len(new) == 2
    assert sorted(after[region]) == sorted([*before[region], *new])
    assert len(set(after[region])) == 4


def test_a_translation_has_no_feed_of_its_own(network, event, site, client):
    translate(network, event, site)
    assert len({page.translation_key for page in NetworkPage.objects.all()}) == 1
    assert len({row.translation_key for row in Occurrence.objects.all()}) == 2
    page = client.get(NetworkPage.objects.get(locale=site.en).url)
    assert f"/ics/natverk/{network.translation_key}/" in page.content.decode()
