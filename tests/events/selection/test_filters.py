from datetime import date
from types import SimpleNamespace
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from events.feeds.links import feed_url
from events.models import Occurrence
from events.selection.addresses import SelectionForm
from events.selection.filters import CalendarFilterForm
from search.models import SynonymGroup
from tests.factories import make_area, make_category, make_event, make_meeting, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
DAY = date(2026, 5, 5)


@shared_fixture()
def meetings(site):
    """A meeting of each of two networks that differ in everything that a filter asks for."""
    first = make_network("Förskolenätverket", area=make_area())
    second = make_network("Öckerönätverket", area=make_area("Miljö"))
    return SimpleNamespace(
        first=first,
        second=second,
        one=make_event(first, DAY, category=make_category(), title="Ett"),
        two=make_event(second, DAY, category=make_category("Konferens"), title="Två", format="online", place=""),
    )


def ask(site, query):
    form = CalendarFilterForm(QueryDict(query))
    form.is_valid()
    return form


def titles(form):
    return sorted(row.page.title for row in form.narrow(Occurrence.objects.public()))


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", ["Ett", "Två"]),
        ("natverk=forskolenatverket", ["Ett"]),
        ("omrade=miljo", ["Två"]),
        ("slag=konferens", ["Två"]),
        ("form=online", ["Två"]),
        ("form=on_site", ["Ett"]),
        ("q=ockero", ["Två"]),
        ("q=stadshuset", ["Ett"]),
        ("natverk=forskolenatverket&form=online", []),
        ("omrade=utbildning&q=forskole", ["Ett"]),
    ],
)
def test_filters_narrow_and_combine(site, meetings, query, found):
    assert titles(ask(site, query)) == found


@shared_fixture()
def explained(meetings):
    """A cancelled meeting of the first network too, and a word that means the same as another."""
    SynonymGroup.objects.create(words="dagis, förskola")
    make_event(meetings.first, make_meeting(DAY, status="cancelled", theme="Bygglov"), title="Tre")
    return meetings


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("q=förskolor", ["Ett", "Tre"]),
        ("q=dagis", ["Ett", "Tre"]),
        ("q=nätverk+förskola", ["Ett", "Tre"]),
        ("q=förskolans+möten", ["Ett", "Tre"]),
        ("q=bygglovens", ["Tre"]),
        ("q=bygglovshandläggare", []),
        ("q=dagis+bygglov", ["Tre"]),
        ("q=öckerö+förskola", []),
        ("q=förskolenetverket", ["Ett", "Tre"]),
        ("q=inställt", ["Tre"]),
        ("q=INSTALLDA+möten", ["Tre"]),
        ("q=inställda+dagis", ["Tre"]),
        ("q=inställt+öckerö", []),
        ("q=cancelled", ["Tre"]),
        ("q=inställningar", []),
        ("q=preliminära", []),
    ],
)
def test_the_text_is_understood_as_the_search_does(site, explained, query, found):
    assert titles(ask(site, query)) == found


@pytest.mark.parametrize(
    ("query", "found", "told"),
    [
        ('"bygglov"', ["Tre"], ["Visar bara möten där ”bygglov” står ordagrant."]),
        ('"bygglovens"', [], ["Visar bara möten där ”bygglovens” står ordagrant."]),
        ('förskola -bygglov', ["Ett"], ["Visar inte möten med ”bygglov”."]),
        ("-bygglov", ["Ett", "Två"], ["Visar inte möten med ”bygglov”."]),
        ("dagis -inställda", ["Ett"], ["Visar inte möten med ”inställda”."]),
        ('-"bygglov" ockero', ["Två"], ["Visar inte möten med ”bygglov”."]),
        ('"konsert" -två', [], ["Visar bara möten där ”konsert” står ordagrant.", "Visar inte möten med ”två”."]),
        ("byglov", ["Tre"], ["Inga möten på ”byglov”. Visar ”bygglov”."]),
        ("förskolenetverket -bygglov", ["Ett"], [
            "Inga möten på ”förskolenetverket -bygglov”. Visar ”förskolenätverket -bygglov”.",
            "Visar inte möten med ”bygglov”.",
        ]),
        ('"byglov"', [], ["Visar bara möten där ”byglov” står ordagrant."]),
        ("inställda", ["Tre"], []),
        ("bygglov", ["Tre"], []),
        ("xyz", [], []),
        ('"', [], []),
    ],
)  # fmt: skip
def test_operators_and_misspelt_words_do_what_they_do_in_the_search_and_say_so(site, explained, query, found, told):
    form = ask(site, urlencode({"q": query}))
    assert (titles(form), form.told) == (found, told)


def test_a_feed_has_the_words_that_were_shown_and_guesses_nothing(site, explained, client):
    form = ask(site, "q=byglov")
    assert parse_qs(urlsplit(feed_url(form)).query)["q"] == ["bygglov"]
    assert form.query == "q=byglov"
    assert titles(feed_of("q=bygglov")) == ["Tre"] and titles(feed_of("q=byglov")) == []
    make_event(explained.second, make_meeting(DAY, theme="Byglov"), title="Fyra")
    # The page has the very word now. The feed of whoever subscribed before is as it was.
    assert titles(ask(site, "q=byglov")) == ["Fyra"]
    assert titles(feed_of("q=bygglov")) == ["Tre"]


def feed_of(query):
    form = SelectionForm(QueryDict(query))
    form.is_valid()
    return form


def test_no_word_of_a_meeting_that_visitors_may_not_see_is_named(site, explained):
    hidden = make_event(explained.second, make_meeting(DAY, theme="Snöskottare"), title="Fem")
    assert titles(ask(site, "q=snöskotare")) == ["Fem"]
    PageViewRestriction.objects.create(page=hidden, restriction_type="login")
    form = ask(site, "q=snöskotare")
    assert (titles(form), form.told) == ([], [])


def test_the_page_says_what_it_took_the_text_for(site, explained, client):
    page = client.get("/kalender/2026/", {"q": "byglov"}).content.decode()
    assert "<li>Inga möten på ”byglov”. Visar ”bygglov”.</li>" in page
    assert 'value="byglov"' in page


def test_a_text_costs_the_same_for_one_meeting_and_for_many(site, meetings):
    def costs():
        with CaptureQueriesContext(connection) as captured:
            titles(ask(site, "q=förskolans+möten+inställda"))
        return len(captured)

    costs()
    one = costs()
    for number in range(20):
        make_event(
            meetings.first, make_meeting(DAY, theme=f"Tema {number}", place=f"Sal {number}"), title=f"M {number}"
        )
    costs()
    assert costs() == one < 12


@pytest.mark.parametrize(
    "query",
    [
        "natverk=nonsens",
        "omrade=nonsens",
        "slag=%00",
        "omrade=%00",
        "form=nonsens",
        "q=%00",
        "q=" + "x" * 101,
        "natverk=1 OR 1",
    ],
)
def test_a_bad_value_narrows_nothing_and_gives_a_message(site, meetings, query):
    form = ask(site, query)
    assert form.errors
    assert titles(form) == ["Ett", "Två"]


def test_a_bad_value_does_not_undo_the_good_ones_beside_it(site, meetings):
    form = ask(site, "omrade=nonsens&natverk=forskolenatverket")
    assert titles(form) == ["Ett"]
    assert form.query == "natverk=forskolenatverket"


def test_the_filters_are_carried_in_the_address(site, meetings):
    form = ask(site, "q=Öckerö+%26+mer&form=online&okand=1&natverk=")
    assert form.query == "q=%C3%96cker%C3%B6+%26+mer&form=online"


def test_a_network_that_visitors_may_not_see_is_no_choice(site, meetings):
    PageViewRestriction.objects.create(page=meetings.second, restriction_type="login")
    assert [label for _, label in ask(site, "").fields["natverk"].choices] == ["Alla nätverk", "Förskolenätverket"]
    assert ask(site, "natverk=ockeronatverket").errors


def test_the_feed_is_the_one_that_fits_the_filters(site, meetings):
    key, area = meetings.first.translation_key, meetings.first.area.translation_key
    assert feed_url(ask(site, "")) == "/ics/regionen.ics"
    assert feed_url(ask(site, "natverk=forskolenatverket")) == f"/ics/natverk/{key}/forskolenatverket.ics"
    assert feed_url(ask(site, "omrade=utbildning")) == f"/ics/omrade/{area}/utbildning.ics"
    assert feed_url(ask(site, "natverk=nonsens")) == "/ics/regionen.ics"


def test_the_same_slug_under_two_parents_is_no_error(site, meetings):
    make_network("Förskolenätverket", parent=meetings.second, slug="forskolenatverket")
    assert not ask(site, "natverk=forskolenatverket").errors


def test_a_choice_made_in_english_finds_the_meetings_of_the_swedish_network(site, meetings):
    for page in (site.home, site.networks, meetings.first):
        page.copy_for_translation(site.en).save_revision().publish()
    area = meetings.first.area.copy_for_translation(site.en)
    area.save()
    for query in ("natverk=forskolenatverket", "omrade=utbildning"):
        form = CalendarFilterForm(QueryDict(query))
        assert form.is_valid(), form.errors
        assert titles(form) == ["Ett"]
