"""Every feed of the demo site, read by each reader and held against the table."""

from datetime import timedelta

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse

from events.feeds.links import feed_url
from events.models import CalendarPage, EventPage, Occurrence
from events.selection.addresses import keys_of
from events.selection.filters import CalendarFilterForm
from events.selection.short_keys import joined
from networks.models import Area, NetworkPage
from tests.factories import source

from .table import expected_event, in_order

pytestmark = [pytest.mark.feeds, pytest.mark.usefixtures("demo_site")]

# Up to version 2 sabre/vobject's validator knows the four properties of RFC 5545 section 3.7, and neither those of
# RFC 7986 section 5 nor that section 3.6 allows any other ("x-prop / iana-prop").
UNKNOWN_TO_SABRE = [
    f"The {name} property is not allowed in the VCALENDAR component"
    for name in (
        *("NAME", "DESCRIPTION", "REFRESH-INTERVAL", "SOURCE", "URL"),
        *("X-WR-CALNAME", "X-WR-CALDESC", "X-WR-TIMEZONE", "X-PUBLISHED-TTL"),
    )
]


@pytest.fixture(scope="module")
def rows(built_demo):
    """Every row that is public, with all that belongs to it."""
    found = Occurrence.objects.public().select_related("page__network")
    return list(found.prefetch_related("page__co_owners__network"))


@pytest.fixture(scope="module")
def feeds(rows, built_demo):
    """``{address: events that it must hold}`` for every kind of feed."""
    recent = [row for row in rows if row.last_day >= built_demo.today - timedelta(days=365)]
    networks = list(NetworkPage.objects.listed().filter(locale=source()))
    found = {"/ics/regionen.ics": recent}
    found["/ics/regionen.ics?installda=nej"] = [row for row in recent if row.status != "cancelled"]
    for area in Area.objects.filter(locale=source()):
        members = {network.pk for network in networks if area in network.areas}
        found[address("area", area)] = [row for row in recent if owners(row) & members]
    for network in networks:
        found[address("network", network)] = [row for row in recent if network.pk in owners(row)]
    for event in EventPage.objects.live().filter(locale=source()):
        found[address("event", event)] = [row for row in rows if row.page_id == event.pk]
    for row in rows:
        found[address("occurrence", row)] = [row]
    found |= chosen_feeds(recent, networks)
    return {feed: [expected_event(row) for row in held] for feed, held in found.items()}


def chosen_feeds(recent, networks):
    """Two filtered views and a choice of three networks."""
    network = next(network for network in networks if any(network.pk in owners(row) for row in recent))
    three = networks[:3]
    short = joined([network.translation_key for network in three], keys_of(NetworkPage))
    online = [row for row in recent if (row.format or row.page.format) == "online"]
    return {
        view("form=online"): online,
        view(f"form=online&natverk={network.slug}"): [row for row in online if network.pk in owners(row)],
        reverse("feeds:my_networks", args=[short]): [
            row for row in recent if owners(row) & {network.pk for network in three}
        ],
    }


def address(kind, row):
    return reverse(f"feeds:{kind}", args=[row.translation_key])


def owners(row):
    return {row.page.network_id, *(owner.network_id for owner in row.page.co_owners.all())}


def view(query):
    form = CalendarFilterForm(QueryDict(query))
    assert form.is_valid(), form.errors
    return feed_url(form)


@pytest.fixture(scope="module")
def files(feeds, tmp_path_factory):
    """``[(address, path)]`` of the feeds as a client without gzip gets them."""
    folder = tmp_path_factory.mktemp("feeds")
    found = [(feed, folder / f"{number}.ics") for number, feed in enumerate(feeds)]
    client = Client()
    for feed, path in found:
        response = client.get(feed)
        assert (response.status_code, response["Content-Type"]) == (200, "text/calendar; charset=utf-8"), feed
        path.write_bytes(response.content)
    return found


def test_there_is_enough_to_see(rows, feeds):
    assert len(rows) > 300
    assert {row.status for row in rows} == {"confirmed", "tentative", "cancelled"}
    assert {row.timing for row in rows} == {"clock", "whole_day", "to_be_announced"}
    assert CalendarPage.objects.exists()
    kinds = ("regionen", "omrade/", "natverk/", "handelse/", "mote/", "urval", "mina/")
    assert all(any(f"/ics/{kind}" in feed and held for feed, held in feeds.items()) for kind in kinds)


def test_every_feed_holds_what_the_table_holds(feeds, files, reader):
    answers = reader.read(path for _, path in files)
    for (feed, _), found in zip(files, answers, strict=True):
        assert in_order(found["events"]) == in_order(feeds[feed]), feed


def test_no_reader_complains(files, reader):
    answers = reader.read(path for _, path in files)
    known = UNKNOWN_TO_SABRE if reader.name == "sabre/vobject" else []
    complaints = {complaint for found in answers for complaint in found["complaints"]}
    assert complaints - set(known) == set()
