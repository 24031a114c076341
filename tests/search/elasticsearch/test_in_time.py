"""Meetings stand in the same order of time whichever engine answers."""

from datetime import date

import pytest

from events.models.choices import Status
from search.elasticsearch import queue
from search.finding.candidates import from_database
from search.finding.finder import find
from search.models import Findable
from tests.factories import make_event, make_meeting, make_network

pytestmark = [pytest.mark.elasticsearch, pytest.mark.django_db]
TODAY = date(2026, 11, 28)
QUERIES = [
    "möte i mars", "mars 2027", "nästa vecka", "v. 10", "2027-03-03", "på måndag", "i morgon", "inställda möten",
    "flyttade möten", "kommande möten", "klimat i mars", "klimat 2027-03", "xyzzyq i mars",
    "nästa möte Klimatnätverket",
    "när träffas klimatcheferna", "kulturrådet möten", "den 5 januari", "meetings next week",
    "när är det möte om klimat",
]  # fmt: skip


@pytest.fixture
def networks(site, index):
    """Three networks that meet on the same days, so that much is equal."""
    for title in ("Klimatnätverket", "Klimatchefer", "Kulturrådet"):
        network = make_network(title)
        make_event(
            network,
            *(make_meeting(day, theme="Gemensam dag") for day in ("2026-12-01", "2027-03-03", "2027-03-03")),
            make_meeting("2027-02-01", theme="Vinter", status=Status.CANCELLED),
            make_meeting("2027-01-12", theme="Natur", moved_from=date(2027, 1, 5)),
        )
    assert queue.send_quietly()


def keys(query, **source):
    answers = find(query, language="sv", today=TODAY, **source).answers
    rows = dict(Findable.objects.values_list("pk", "key"))
    return [rows[one.pk] for one in answers if one.kind == "meeting" and one.first_day]


def database(query, language):
    return from_database(query, language), {}


def test_both_engines_give_the_same_meetings_in_the_same_order(networks):
    differing = {query for query in QUERIES if keys(query) != keys(query, source=database)}
    assert differing == set()
    assert len(keys("mars 2027")) == 6
