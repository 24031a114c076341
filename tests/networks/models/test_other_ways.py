"""Easy-to-read and sign-language links stand where an editor has given them, and never lead to what is closed."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from gr_site.models import StandardPage
from tests.factories import add_page, make_network, publish
from tests.translating import translate

pytestmark = pytest.mark.django_db
FILM = "https://film.gr.example/teckensprak"


@pytest.fixture
def easy(site):
    return add_page(site.home, StandardPage(title="Lättläst om nätverken", slug="lattlast"))


def ways(client, address):
    html = BeautifulSoup(client.get(address).content, "html.parser")
    return [(" ".join(row.get_text().split()), row.a["href"]) for row in html.select(".other-ways li")]


def test_each_kind_of_page_shows_what_its_editor_has_given(client, site, easy):
    text = add_page(site.home, StandardPage(title="Om", easy_read=easy, sign_language=FILM))
    site.home.easy_read = easy
    publish(site.home)
    both = [("Lättläst", easy.url), ("På svenskt teckenspråk (film)", FILM)]
    assert ways(client, text.url) == both
    assert ways(client, make_network(sign_language=FILM).url) == both[1:]
    assert ways(client, "/") == both[:1]
    assert ways(client, make_network("Utan").url) == []


def test_a_page_that_visitors_may_not_see_is_not_linked_to(client, site, easy):
    network = make_network(easy_read=easy)
    PageViewRestriction.objects.create(page=easy, restriction_type="login")
    assert ways(client, network.url) == []
    PageViewRestriction.objects.all().delete()
    assert len(ways(client, network.url)) == 1
    easy.unpublish()
    assert ways(client, network.url) == []


def test_in_english_it_says_that_the_easy_text_is_in_swedish_until_it_is_translated(client, site, easy):
    text = add_page(site.home, StandardPage(title="Om nätverken", easy_read=easy, sign_language=FILM))
    translate(site.home, {"Göteborgsregionens nätverk": "Networks"})
    english = translate(text, {"Om nätverken": "About the networks", "om-natverken": "about"})
    film = ("In Swedish Sign Language (film)", FILM)
    assert ways(client, english.url) == [("Easy to read Only in Swedish", f"/en{easy.url}"), film]
    translated = translate(easy, {"Lättläst om nätverken": "Easy to read", "lattlast": "easy"})
    assert ways(client, english.url) == [("Easy to read", translated.url), film]


def test_a_page_is_not_its_own_easy_version(easy):
    easy.easy_read = easy
    with pytest.raises(ValidationError) as refused:
        easy.clean()
    assert list(refused.value.message_dict) == ["easy_read"]
