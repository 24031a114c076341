"""The site's search: what it finds, what it must not find, and what it costs."""

import pytest
from django.utils.html import strip_tags
from wagtail.models import PageViewRestriction

from gr_site.models import StandardPage
from tests.factories import add_page, make_event, make_meeting, make_network, make_regional_event
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network()


@pytest.fixture
def ask(client):
    return lambda query, **parameters: client.get("/sok/", {"q": query, **parameters})


def found(response):
    return sorted((plain(hit), hit.label) for hit in response.context.get("results", []))


def plain(hit):
    return strip_tags(hit.title)


def test_it_finds_networks_meetings_and_pages_and_says_what_they_are(site, ask):
    network = make_network("Förskolenätverket", introduction="Om klimatet.")
    make_event(network, "2020-02-07", title="Möten om klimatet")
    make_regional_event("2020-02-07", title="Konferens om klimatet")
    add_page(site.home, StandardPage(title="Om klimatet"))
    assert found(ask("klimatet")) == [
        ("Förskolenätverket", "Nätverk"),
        ("Konferens om klimatet", "Möte"),
        ("Möten om klimatet", "Möte"),
        ("Om klimatet", "Textsida"),
    ]


def test_it_finds_what_a_single_meeting_is_about(network, ask):
    make_event(network, make_meeting("2020-02-07", theme="Digitalisering"), title="Vårens möten")
    assert found(ask("digitalisering")) == [("Digitalisering", "Möte")]


@pytest.mark.parametrize("how", ["draft", "unpublished", "restricted", "network unpublished", "network restricted"])
def test_it_does_not_find_what_visitors_may_not_see(site, ask, how):
    network = make_network("Hemliga nätverket", live=how != "draft")
    event = make_event(network, "2020-02-07", title="Hemliga möten", live=how != "draft")
    page = network if how.startswith("network") else event
    if how.endswith("unpublished"):
        page.unpublish()
    elif how.endswith("restricted"):
        PageViewRestriction.objects.create(page=page, restriction_type="login")
    titles = [title for title, _ in found(ask("hemliga"))]
    assert titles == ([] if page == network or how == "draft" else ["Hemliga nätverket"])
    assert "Hemliga möten" not in ask("hemliga").content.decode()


@pytest.mark.parametrize(
    "query",
    ["", " ", "AND", "OR", "*", '"', "a'b", "(", "NEAR(", "-", "ö" * 200, "%", "<script>alert(1)</script>", "🙂"],
)
def test_any_text_gives_a_page(network, ask, query):
    response = ask(query)
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.parametrize("query", ["a\x00b", "ö" * 201])
def test_what_cannot_be_searched_for_gives_a_message(site, ask, query):
    response = ask(query)
    assert response.status_code == 200
    assert response.context["invalid"] is True


@pytest.mark.parametrize("page", ["0", "-1", "abc", "99999"])
def test_a_bad_page_number_gives_a_page(network, ask, page):
    response = ask("förskolenätverket", sida=page)
    assert response.status_code == 200
    assert response.context["count"] == 1


def test_a_page_of_results_costs_the_same_for_one_and_for_many(site, ask):
    def results(number):
        make_event(
            make_network(f"Klimatnätverk {number}", introduction="klimat"), "2020-02-07", title=f"klimat {number}"
        )

    results(1)
    one = queries_of(ask, "klimat")
    for number in range(2, 9):
        results(number)
    assert queries_of(ask, "klimat") == one
