"""The answer above the hits counts the very meetings that its link to the calendar shows, whatever is asked."""

import re
from html import unescape

import pytest
import time_machine
from django.utils.html import strip_tags
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from events.models.choices import Format, Status
from tests.built_once import built_once, copy_of_built
from tests.examples import examples
from tests.factories import make_event, make_meeting, make_network, make_regional_event
from tests.translating import first_pages_in_english, translate

pytestmark = pytest.mark.django_db

NOW = "2026-11-28T10:00:00+01:00"
ONLINE, HYBRID = {"format": Format.ONLINE}, {"format": Format.HYBRID}
OFF, MAYBE = {"status": Status.CANCELLED}, {"status": Status.TENTATIVE}


def many_meetings(site):
    """In each month of a year some of each form, some cancelled, some of several days, some joint."""
    first_pages_in_english(site)
    preschool = make_network("Förskolenätverket", introduction="Vi pratar om klimat.")
    culture = make_network("Kulturchefer")
    council = make_network("Säveåns vattenråd")
    make_network("Mölndalsåns vattenråd")
    play = make_event(
        preschool,
        make_meeting("2027-03-12", theme="Lek", **ONLINE),
        make_meeting("2027-03-12", theme="Lek ute", **OFF),
        make_meeting("2027-03-19", theme="Digital lek", **HYBRID),
        make_meeting("2026-12-02", theme="Museer", **ONLINE, **OFF),
        make_meeting("2026-12-31", end_date="2027-01-02", theme="Resa"),
        make_meeting("2026-03-03", theme="Museer", **ONLINE),
    )
    make_event(
        culture,
        make_meeting("2027-03-03", theme="Museer", **MAYBE),
        make_meeting("2027-03-31", end_date="2027-04-01", theme="Museernas lek"),
        make_meeting("2026-12-03", moved_from="2026-12-01", place="Teams", **ONLINE),
        make_meeting("2027-05-06", theme="Inställda turer", **ONLINE),
        title="Kulturmöten",
        co_owners=[preschool],
    )
    make_event(council, "2027-03-23", make_meeting("2026-12-01", theme="Vatten och lek"), title="Råd")
    make_regional_event(make_meeting("2027-03-24", theme="Museer"), title="Dag för lek")
    translate(play, {"Lek": "Play", "Museer": "Museums", "Resa": "Trip"})


built = built_once(many_meetings, at=NOW)
copied = copy_of_built()


@pytest.fixture
def ask(client, copied):
    with time_machine.travel(NOW, tick=False):
        yield lambda query, path: client.get(path, {"q": query})


PERIODS = {
    "/sok/": [
        "i mars", "2027", "nästa vecka", "i december", "3 december", "v. 53", "i vår", "mellan 1 och 19 mars",
        "efter 1 mars", "på tisdag", "före jul", "mars och april", "nästa månad", "12/3",
    ],
    "/en/search/": ["in March", "2027", "next week", "in December", "on 3 December", "after 1 March"],
}  # fmt: skip
HOW = {
    "/sok/": ["", "digitala möten", "fysiska möten", "hybridmöten", "inställda möten", "möten", "möten på plats",
              "inställda digitala möten", "flyttade möten", "preliminära möten", "hur många möten"],
    "/en/search/": ["", "online meetings", "cancelled meetings", "meetings", "cancelled online meetings"],
}  # fmt: skip
ABOUT = {
    "/sok/": ["", "förskolenätverket", "kulturchefer", "lek", "museer", "vattenråd", "om museer och lek", "klimat",
              "xyzzyq", "lek xyzzyq", "kulturchefernas museer", "teams", "mölndal"],
    "/en/search/": ["", "förskolenätverket", "play", "museums", "museer", "trip", "xyzzyq", "teams"],
}  # fmt: skip


def counted(response):
    """``(the number said, the address beside it)`` in the answer; None without one."""
    found = re.search(r'<div class="answer">(.*?)</div>', response.text, re.DOTALL)
    if found is None:
        return None
    said = strip_tags(found[1]).replace("\u00a0", " ")
    number = re.search(r": +(?:(\d+) (?:möten?|meetings?)|inga möten|no meetings)\s", " ".join(said.split()) + " ")
    link = re.search(r'class="onward"\s+href="([^"]*)"', found[1])
    return int(number[1] or 0), unescape(link[1]) if link else ""


def shown(client, address):
    """The number of meetings on the calendar's page, whichever it is."""
    context = client.get(address).context
    if "weeks" in context:
        meetings = {row.pk for week in context["weeks"] for cell in week.days for row in cell.occurrences}
        return len(meetings) + sum(cell.more for week in context["weeks"] for cell in week.days)
    return len({row.pk for _, rows in context["months"] for row in rows})


@st.composite
def questions(draw):
    path = draw(st.sampled_from(sorted(PERIODS)))
    parts = [draw(st.sampled_from(of[path])) for of in (HOW, ABOUT, PERIODS)]
    return path, " ".join(filter(None, parts))


@settings(max_examples=examples(90), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(questions())
def test_as_many_are_counted_as_the_calendar_shows(client, ask, question):
    path, query = question
    said = counted(ask(query, path))
    # A year beside other words may be none: "budget 2027".
    assume(said and said[1])
    number, address = said
    assert number == shown(client, address)


@pytest.mark.parametrize(
    ("query", "number", "link"),
    [
        ("digitala möten i mars", 1, "/kalender/2027/3/?form=online"),
        ("inställda möten i mars", 1, "/kalender/2027/3/?q=inst%C3%A4llda"),
        ("hybridmöten förskolenätverket i mars", 1, "/kalender/2027/3/?natverk=forskolenatverket&form=hybrid"),
        ("xyzzyq i mars", 7, "/kalender/2027/3/"),
        # The calendar does not know of these, so that no page of it has just them.
        ("flyttade möten i december", 1, ""),
    ],
)
def test_the_link_has_the_choices_that_the_calendar_has(client, ask, query, number, link):
    assert counted(ask(query, "/sok/")) == (number, link)
