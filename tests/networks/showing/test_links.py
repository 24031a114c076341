"""A link in a text leads to a page only if every visitor may see it, and says nothing of it otherwise."""

import json

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.rich_text import expand_db_html

from gr_site.models import StandardPage
from search.models import Findable
from tests.factories import add_page, make_event, make_network, publish
from tests.gr_site.languages.conftest import TEXTS
from tests.networks.showing.hiding import WAYS, by_deleting, by_moving, by_unpublishing, open_again, withdrawable
from tests.translating import first_pages_in_english, translate

pytestmark = pytest.mark.django_db

SLUG, TITLE = "lokalen-pa-kajen", "Lokalen på Kajen"


def link(page, words="läs mer"):
    return f'<p>Du kan <a linktype="page" id="{page.pk}">{words}</a> om det.</p>'


def body(*texts):
    return json.dumps([{"type": "paragraph", "value": text} for text in texts])


@pytest.fixture
def hidden(site):
    return make_network(TITLE, slug=SLUG)


@pytest.fixture
def texts(site, hidden):
    """Open pages with a link in each kind of text that they have."""
    network = make_network("Miljö", purpose=link(hidden), vision=link(hidden), mandate=link(hidden))
    page = add_page(site.home, StandardPage(title="Sida", body=body(link(hidden), link(hidden))))
    site.home.footer_text = link(hidden)
    publish(site.home)
    return [network, page]


def said(client, page, prefix=""):
    response = client.get(prefix + page.get_url())
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("prefix", ["", "/en"])
@pytest.mark.parametrize("hide", WAYS)
def test_a_link_to_a_hidden_page_is_its_words(texts, hidden, client, hide, prefix):
    assert all(said(client, page, prefix).count(f"/natverk/{SLUG}/") for page in texts)
    hide(hidden)
    for page in texts:
        html = said(client, page, prefix)
        assert (SLUG in html, TITLE in html, "stangt" in html) == (False, False, False)
        assert "<a>läs mer</a>" in html
    rows = Findable.objects.filter(page__in=[page.pk for page in texts])
    assert not [row for row in rows.values() if SLUG in str(row) or TITLE in str(row)]


@pytest.mark.parametrize("hide", [way for way in WAYS if way not in (by_deleting, by_moving)])
def test_it_leads_there_again_once_the_page_is_open(texts, hidden, client, hide):
    before = [said(client, page).count(f'href="/natverk/{SLUG}/"') for page in texts]
    hide(hidden)
    open_again(hidden)
    assert [said(client, page).count(f'href="/natverk/{SLUG}/"') for page in texts] == before
    assert all(before)


def test_nobody_is_led_to_a_closed_page_since_all_read_the_same(texts, hidden, editor_client):
    WAYS[0](hidden)
    assert all(SLUG not in said(editor_client, page).split("<wagtail-userbar")[0] for page in texts)


def test_an_event_is_as_hidden_as_its_network(hidden):
    event = make_event(hidden, "2030-02-07")
    assert f"/natverk/{SLUG}/" in expand_db_html(link(event))
    by_unpublishing(hidden)
    assert SLUG not in expand_db_html(link(event))


def test_a_translation_is_as_hidden_as_its_source(site):
    first_pages_in_english(site)
    source = make_network("Förskolenätverket", introduction="Vi delar erfarenheter.")
    english = translate(source, TEXTS)
    for page in (source, english):
        assert "/natverk/forskolenatverket/" in expand_db_html(link(page))
        with translation.override("en"):
            assert "/en/networks/preschool-network/" in expand_db_html(link(page))
    by_moving(source)
    for page in (source, english):
        for language in ("sv", "en"):
            with translation.override(language):
                assert "href" not in expand_db_html(link(page))


@pytest.mark.parametrize("key", ["", "0", "-1", "1.5", "abc", "9" * 17, "9" * 40, "²", "'; --"])
def test_a_link_to_nothing_is_its_words(site, key):
    assert expand_db_html(f'<a linktype="page" id="{key}">läs mer</a>') == "<a>läs mer</a>"
    assert expand_db_html('<a linktype="page">läs mer</a>') == "<a>läs mer</a>"


@pytest.mark.parametrize("language", ["sv", "en"])
def test_many_links_cost_as_many_queries_as_one(site, language):
    first_pages_in_english(site)
    networks = [make_network(f"Nätverk {number}") for number in range(8)]
    translate(networks[0], {"Nätverk 0": "Network 0", "natverk-0": "network-0"})
    with translation.override(language):
        counts = [queries(networks[:number]) for number in (1, 4, 8)]
    assert counts == [counts[0]] * 3
    assert counts[0] <= 3


def queries(pages):
    text = "".join(link(page) for page in pages)
    expand_db_html(text)
    with CaptureQueriesContext(connection) as captured:
        assert expand_db_html(text).count("href") == len(pages)
    return len(captured)


@pytest.mark.parametrize("deep", [False, True])
def test_a_link_names_no_withdrawn_page_above_its_own(site, deep):
    above, below = withdrawable(site.home, deep)
    assert "dolt-namn" in expand_db_html(link(below))
    by_unpublishing(above)
    assert "dolt-namn" not in expand_db_html(link(below))
