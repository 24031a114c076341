"""Queries that are written once: other values and restrictions never get another's rows."""

import pytest
from wagtail.models import PageViewRestriction

from events.feeds.prepared import Prepared
from networks.models import NetworkPage
from tests.factories import make_network


def _titles(live, network):
    return NetworkPage.objects.listed().filter(pk=network, live=live).values_list("title")


@pytest.fixture
def titles():
    return Prepared(_titles, network=-1)


def test_each_value_and_option_has_its_rows(site, titles):
    first, second = make_network("Ett"), make_network("Två")
    assert titles.rows(True, network=first.pk) == [("Ett",)]
    assert titles.rows(True, network=second.pk) == [("Två",)]
    assert titles.rows(False, network=first.pk) == []


def test_restriction_counts_from_the_next_time_and_for_as_long_as_there_is_one(site, titles):
    network = make_network("Ett")
    assert titles.rows(True, network=network.pk) == [("Ett",)]
    restriction = PageViewRestriction.objects.create(page=network, restriction_type="login")
    assert titles.rows(True, network=network.pk) == []
    restriction.delete()
    assert titles.rows(True, network=network.pk) == [("Ett",)]


def test_value_that_the_query_does_not_ask_for_is_a_mistake(site):
    with pytest.raises(ValueError, match="asks for no network"):
        Prepared(lambda network: NetworkPage.objects.values_list("title"), network=-1).rows(network=1)
