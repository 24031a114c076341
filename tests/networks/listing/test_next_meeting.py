"""The list of networks: each one's next meeting, what is hidden, and what the list costs."""

from datetime import timedelta

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.built_once import copy_of_built
from tests.factories import make_area, make_event, make_meeting, make_network
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db


def titles(response):
    return [network.title for _, networks in response.context["groups"] for network in networks]


@pytest.fixture
def ask(site, client):
    return lambda **parameters: client.get(site.networks.url, parameters)


networks = copy_of_built()


def test_each_network_shows_its_next_meeting_that_is_not_cancelled(ask, site):
    today = timezone.localdate()
    network = make_network()
    tomorrow, later = today + timedelta(days=1), today + timedelta(days=9)
    make_event(network, make_meeting(tomorrow, status="cancelled"), later)
    ((_, (shown,)),) = ask().context["groups"]
    assert shown.next_meeting.start_date == later


def test_a_joint_meeting_is_next_for_every_owner(ask, site):
    day = timezone.localdate() + timedelta(days=3)
    first, second = make_network("Alfa"), make_network("Beta")
    make_event(first, day, co_owners=[second])
    ((_, shown),) = ask().context["groups"]
    assert [network.next_meeting.start_date for network in shown] == [day, day]


def test_drafts_and_restricted_networks_are_not_listed(ask, site):
    make_network("Utkast", live=False)
    secret = make_network("Hemligt")
    below = make_network("Undergrupp", parent=secret)
    PageViewRestriction.objects.create(page=secret, restriction_type="login")
    assert titles(ask()) == []
    assert below.live


@pytest.mark.parametrize("filters", [{}, {"q": "natverk"}])
def test_the_list_costs_the_same_for_one_network_and_for_twelve(ask, site, filters):
    def network(number):
        page = make_network(f"Nätverk {number}", area=make_area(f"Område {number % 3}"))
        make_event(page, timezone.localdate() + timedelta(days=number))

    network(1)
    one = queries_of(ask, **filters)
    for number in range(2, 13):
        network(number)
    assert queries_of(ask, **filters) == one
