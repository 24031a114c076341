"""A search for a word of the glossary is answered by its explanation, above the hits."""

import pytest
from bs4 import BeautifulSoup

from gr_site.models import GlossaryPage
from networks.models import Term
from search.models import MissedQuery
from tests.factories import add_page, make_network, source
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture
from tests.translating import translate

pytestmark = pytest.mark.django_db


@shared_fixture()
def terms(site):
    add_page(site.home, GlossaryPage(title="Ordlista"))
    make_network("MAS-nätverket", introduction="Varje MAS ses här.")
    Term.objects.create(
        term="MAS", expansion="medicinskt ansvarig sjuksköterska", explanation="För god vård.", locale=source()
    )
    Term.objects.create(
        term="beredningsgrupp", explanation="Förbereder beslut.", also="beredningsgruppen", locale=source()
    )


@pytest.fixture
def ask(client):
    def ask(query, path="/sok/", **parameters):
        return BeautifulSoup(client.get(path, {"q": query, **parameters}).content, "html.parser")

    return ask


def explained(html):
    """``[(word, meaning)]`` of the box."""
    return [
        (row.dt.get_text(), " ".join(row.dd.get_text().split())) for row in html.select(".explained .glossary > div")
    ]


@pytest.mark.parametrize(
    "query",
    ["MAS", "mas", " MAS? ", "vad är MAS", "medicinskt ansvarig sjuksköterska", "medicinskt ansvariga sjuksköterskor"],
)
def test_an_abbreviation_leads_to_its_explanation(terms, ask, query):
    html = ask(query)
    assert explained(html) == [("MAS", "medicinskt ansvarig sjuksköterska. För god vård.")]
    assert html.select_one(".explained a")["href"] == "/ordlista/#ord-mas"


def test_a_word_is_known_in_any_form_and_without_its_dots(terms, ask):
    answer = [("beredningsgrupp", "Förbereder beslut.")]
    assert [explained(ask(query)) for query in ("beredningsgrupperna", "Beredningsgrupp")] == [answer, answer]


@pytest.mark.parametrize("query", ["MAS oktober", "sjuksköterska", "och", "grupp", "?"])
def test_nothing_is_explained_that_was_not_asked_for(terms, ask, query):
    assert ask(query).select(".explained") == []


def test_a_word_without_hits_is_answered_all_the_same_and_not_counted_as_missed(terms, ask):
    html = ask("beredningsgrupp")
    assert explained(html) == [("beredningsgrupp", "Förbereder beslut.")]
    assert not MissedQuery.objects.exists()


def test_without_a_glossary_page_the_box_has_no_link(site, ask):
    Term.objects.create(term="IKE", expansion="interkommunal ersättning", locale=source())
    html = ask("IKE")
    assert (explained(html), html.select(".explained a")) == ([("IKE", "interkommunal ersättning")], [])


def test_in_english_it_has_english_words_where_there_are_any(terms, site, ask):
    translate(Term.objects.get(term="MAS"), {"medicinskt ansvarig sjuksköterska": "medically responsible nurse"})
    translate(site.home, {"Göteborgsregionens nätverk": "Networks"})
    html = ask("MAS", "/en/search/")
    assert explained(html)[0][1].startswith("medically responsible nurse")
    assert explained(ask("medically responsible nurses", "/en/search/")) == explained(html)
    assert html.select_one(".explained .results__type").get_text() == "From the glossary"
    assert ask("beredningsgrupp", "/en/search/").select_one(".explained dt")["lang"] == "sv"


def test_the_box_costs_one_query_at_most(terms, client):
    Term.objects.all().delete()
    without = queries_of(client.get, "/sok/?q=MAS")
    for number in range(12):
        Term.objects.create(term="MAS" if number == 5 else f"MAS{number}", expansion="något", locale=source())
    assert queries_of(client.get, "/sok/?q=MAS") <= without + 1
    assert queries_of(client.get, "/sok/?q=MAS") <= without
    assert queries_of(client.get, "/sok/?q=MAS") < 12
