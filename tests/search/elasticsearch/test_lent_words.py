"""On Elasticsearch too each site knows the other's words, and a number is found however it is written."""

from datetime import date

import pytest

from networks.models import NetworkContact
from search.elasticsearch import queue
from search.finding.finder import find
from search.models import Findable
from tests.factories import make_network, publish
from tests.search.eco_network import translate

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
TODAY = date(2026, 9, 1)


def keys(query, language):
    rows = Findable.objects.in_bulk([answer.pk for answer in find(query, language=language, today=TODAY).answers])
    return [(row.kind, row.language) for row in rows.values()]


@pytest.mark.parametrize(
    ("query", "language"),
    [("eco", "sv"), ("ekonätverket", "en"), ("+46 31 390 12 34", "sv"), ("tyra@eko.example", "en")],
)
def test_words_of_another_language_and_contacts_are_found(site, index, query, language):
    network = make_network("Ekonätverket")
    network.contacts = [NetworkContact(name="Tyra Sandevik", phone="031-390 12 34", email="tyra@eko.example")]
    publish(network)
    translate(network, site.en)
    assert queue.send_quietly()
    assert keys(query, language) == [("network", language)]
