"""A closed network shows its meetings to its own readers, on its own pages, and offers no feed that is not there."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from wagtail.models import PageViewRestriction

from events.models import Occurrence
from tests.factories import make_event, make_network
from tests.networks.rights.conftest import make_user, signed_in
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db

ONLY_HERE = "Mötena visas bara här"


@shared_fixture()
def network(site):
    network = make_network("Miljö")
    make_event(network, "2020-02-07", "2030-02-07", title="Miljömöten")
    return network


@pytest.fixture
def event(network):
    return network.events.get()


@pytest.fixture
def closed(network):
    return restrict(network)


def restrict(page, kind="login"):
    return PageViewRestriction.objects.create(page=page, restriction_type=kind)


@pytest.fixture
def reader(db):
    return signed_in(make_user("elsa"))


def html(client, page):
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def addresses_of_feeds(text):
    return re.findall(r'"([^"]*/(?:ics|atom|mina-natverk)/[^"]*)"', text)


def meetings(event):
    return list(Occurrence.objects.filter(page=event).order_by("starts_at"))


def test_its_readers_see_its_meetings(network, event, closed, reader):
    past, coming = meetings(event)
    assert coming.get_absolute_url() in html(reader, network)
    shown = html(reader, event)
    assert (past.get_absolute_url() in shown, coming.get_absolute_url() in shown) == (True, True)
    for row in (past, coming):
        response = reader.get(row.get_absolute_url())
        assert response.status_code == 200
        assert "no-store" in response["Cache-Control"]
        assert Client().get(row.get_absolute_url()).status_code == 404


def test_it_offers_no_feeds_and_says_so(network, event, closed, reader):
    for page in (network, event):
        text = html(reader, page)
        assert ONLY_HERE in text
        assert _own(text, page) == []
    assert _own(reader.get(meetings(event)[1].get_absolute_url()).content.decode(), network) == []


def _own(text, page):
    """Without what every page's menu and foot have."""
    keys = (page.translation_key.hex, str(page.translation_key))
    return [address for address in addresses_of_feeds(text) if any(key in address for key in keys)]


def test_every_feed_that_an_open_page_offers_is_there(network, event, client):
    for page in (network, event):
        text = html(client, page)
        offered = [address for address in addresses_of_feeds(text) if address.startswith("/")]
        assert ONLY_HERE not in text
        assert len(offered) > 1
        assert {client.get(address, follow=True).status_code for address in offered} == {200}


def test_another_door_below_stays_shut_on_the_page_above(network, event, closed, reader):
    restriction = restrict(event, "groups")
    restriction.groups.add(Group.objects.create(name="Ledamöter"))
    [_past, coming] = meetings(event)
    assert coming.get_absolute_url() not in html(reader, network)
    assert reader.get(coming.get_absolute_url()).status_code == 404


def test_an_open_page_shows_no_closed_meeting(network, event, reader, site):
    other = make_network("Skola")
    shared = make_event(network, "2030-03-07", co_owners=[other])
    [row] = meetings(shared)
    assert row.get_absolute_url() in html(reader, other)
    restrict(network)
    assert row.get_absolute_url() not in html(reader, other)
    assert row.get_absolute_url() in html(reader, network)
