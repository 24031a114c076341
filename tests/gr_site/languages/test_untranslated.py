"""English addresses of pages without a translation."""

import pytest

from tests.factories import make_event, make_network
from tests.query_counts import queries_of

from .reading import head, leads, switch

pytestmark = pytest.mark.django_db


def test_a_page_without_a_translation_is_served_below_the_prefix_in_its_own_words(english, client):
    network = make_network("Öckerönätverket")
    assert switch(client, network.url) == (f"/en{network.url}", "en")
    assert switch(client, f"/en{network.url}") == (network.url, "sv")
    assert head(client, f"/en{network.url}") == ("en", f"http://localhost{network.url}", [])
    assert head(client, network.url) == ("sv", f"http://localhost{network.url}", [])


def test_the_page_that_does_not_exist_leads_to_the_first_page(english, client):
    assert switch(client, "/en/finns/inte/") == ("/", "sv")
    assert switch(client, "/finns/inte/") == ("/en/", "en")


@pytest.mark.parametrize("rows", [1, 30])
def test_an_english_list_costs_the_same_however_long_it_is(english, client, rows):
    for number in range(rows):
        make_event(make_network(f"Nätverk {number}"), "2099-05-05")
    assert queries_of(client.get, english.networks.url) <= 22
    assert queries_of(client.get, english.calendar.url) <= 22


def test_a_page_without_a_translation_is_found_below_the_prefix_by_its_earlier_name(english, client, rename):
    rename(make_network("Öckerönätverket"), "ockero")
    assert leads(client, "/en/natverk/ockeronatverket/") == (301, "/en/natverk/ockero/")
    assert leads(client, "/en/natverk/finns-inte/")[0] == 404
