"""Terms are explained on the pages where they stand, and listed from A to Ö, in both languages."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse

from gr_site.models import GlossaryPage, StandardPage
from networks.models import SharedStatement, Term
from networks.rights.groups import editors_of
from search.finding.known import known
from tests.factories import add_page, make_event, make_network, source
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture
from tests.translating import translate

pytestmark = pytest.mark.django_db


def make_term(term, expansion="", explanation="", also=""):
    return Term.objects.create(term=term, expansion=expansion, explanation=explanation, also=also, locale=source())


@shared_fixture()
def terms(site):
    make_term("MAS", "medicinskt ansvarig sjuksköterska", "Ansvarar för god vård.")
    make_term("beredningsgrupp", "", "Förbereder beslut.", "beredningsgruppen")
    make_term("Årsrapport", "", "Kommer en gång om året.")


def soup(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser")


def explained(html):
    """``[(the word in the text, the id it leads to)]`` of a page, and the ids of the list."""
    links = [(link["id"], link["href"]) for link in html.main.find_all("a", class_="term")]
    return links, [row["id"] for row in html.select(".terms .glossary > div")]


def test_each_text_of_a_network_is_explained_once_and_no_list_of_people(client, terms):
    network = make_network(
        "MAS-nätverket",
        introduction="Varje MAS ses här.",
        purpose="<p>En MAS talar med beredningsgruppen.</p>",
        vision='<p><a href="/">Årsrapport</a></p>',
    )
    html = soup(client, network.url)
    links, rows = explained(html)
    assert links == [("i-texten-mas", "#ord-mas"), ("i-texten-beredningsgrupp", "#ord-beredningsgrupp")]
    assert rows == ["ord-beredningsgrupp", "ord-mas"]
    assert html.find("p", class_="lead").a["id"] == "i-texten-mas"
    row = html.find(id="ord-mas")
    assert row.dt.get_text() == "MAS"
    assert "medicinskt ansvarig sjuksköterska. Ansvarar för god vård." in " ".join(row.dd.get_text().split())
    assert row.find("a", class_="terms__back")["href"] == "#i-texten-mas"
    ids = [tag["id"] for tag in html.find_all(id=True)]
    assert len(ids) == len(set(ids))


def test_shared_texts_bodies_and_events_are_explained(client, site, terms):
    network = make_network()
    statement = SharedStatement.objects.create(title="Vision", text="<p>MAS</p>", locale=source())
    network.statements.create(statement=statement)
    network.save_revision().publish()
    event = make_event(network, "2026-01-02", introduction="MAS")
    text = add_page(site.home, StandardPage(title="Om", body=[("paragraph", "<h3>MAS</h3><p>MAS</p>")]))
    site.home.introduction = "MAS"
    site.home.save_revision().publish()
    for page in (network, event, text, site.home):
        assert explained(soup(client, page.url)) == ([("i-texten-mas", "#ord-mas")], ["ord-mas"])


def test_a_page_without_terms_has_no_list(client, terms):
    assert explained(soup(client, make_network(purpose="<p>Vi möts.</p>").url)) == ([], [])


def test_the_list_leads_to_the_glossary_where_there_is_one(client, site, terms):
    network = make_network(introduction="MAS")
    assert soup(client, network.url).select(".terms .onward") == []
    glossary = add_page(site.home, GlossaryPage(title="Ordlista"))
    assert [link["href"] for link in soup(client, network.url).select(".terms .onward")] == [glossary.url]


def test_the_glossary_lists_from_a_to_o_with_anchors(client, site, terms):
    glossary = add_page(site.home, GlossaryPage(title="Ordlista"))
    make_term("öppen data", "", "Data som alla får använda.")
    html = soup(client, glossary.url)
    assert [heading.get_text() for heading in html.main.find_all("h2")] == ["B", "M", "Å", "Ö"]
    assert [row["id"] for row in html.select(".glossary > div")] == [
        "ord-beredningsgrupp", "ord-mas", "ord-arsrapport", "ord-oppen-data",
    ]  # fmt: skip


def test_terms_cost_a_page_nothing_and_a_change_shows_at_once(client, site):
    network = make_network(introduction="MAS", purpose="<p>FoU och MAS</p>", vision="<p>x</p>")
    empty = queries_of(client.get, network.url)
    for number in range(12):
        make_term(f"MAS{number}", "något")
    make_term("MAS", "något")
    assert queries_of(client.get, network.url) == empty
    assert "ord-mas12" not in client.get(network.url).content.decode()
    Term.objects.filter(term="MAS").get().delete()
    assert explained(soup(client, network.url)) == ([], [])


def test_in_english_the_meaning_is_english_where_it_is_translated(client, site, terms):
    term = Term.objects.get(term="MAS")
    translate(term, {"medicinskt ansvarig sjuksköterska": "medically responsible nurse"})
    translate(site.home, {"Göteborgsregionens nätverk": "Networks"})
    translate(site.networks, {"Nätverk": "Networks"})
    network = make_network(introduction="En MAS i en beredningsgrupp")
    html = soup(client, f"/en{network.url}")
    hidden = html.find("a", class_="term").span
    assert (hidden.get_text(), hidden["lang"]) == (" (medically responsible nurse)", "en")
    assert html.find(id="ord-mas").dd.span.get("lang") is None
    assert html.find(id="ord-beredningsgrupp").dt["lang"] == "sv"


def test_a_term_says_something():
    with pytest.raises(ValidationError):
        Term(term="MAS").clean()
    Term(term="MAS", expansion="medicinskt ansvarig sjuksköterska").clean()


def test_search_knows_what_an_abbreviation_stands_for(site, terms):
    ways = known("sv").ways.from_words(["mas"], ["sv"])
    assert ("medicinsk", "ansvarig", "sjukskötersk") in dict(ways)
    Term.objects.get(term="MAS").delete()
    assert not known("sv").ways.from_words(["mas"], ["sv"])


def test_central_editors_change_terms_and_a_networks_editor_does_not(site, client, terms, django_user_model):
    network = make_network()
    edit = reverse("wagtailsnippets_networks_term:edit", args=[Term.objects.get(term="MAS").pk])
    people = {"gr": "GR:s redaktion", "nils": editors_of(network).group.name}
    answers = {}
    for name, group in people.items():
        user = django_user_model.objects.create_user(name, f"{name}@example.org", "hemligt")
        user.groups.set([django_user_model.groups.field.related_model.objects.get(name=group)])
        client.force_login(user)
        answers[name] = client.get(edit).status_code
    assert answers == {"gr": 200, "nils": 302}
