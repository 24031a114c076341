"""Each view is in every language at an address of its own, and the language switch keeps place and filters."""

import re

import pytest
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import PageViewRestriction

from tests.factories import make_area, make_event, make_network
from tests.translating import translate

from .reading import head, switch

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("swedish", "english_address"),
    [
        ("/", "/en/"),
        ("/natverk/?omrade=utbildning&q=f%C3%B6r", "/en/networks/?omrade=utbildning&q=f%C3%B6r"),
        ("/kalender/?form=online", "/en/calendar/?form=online"),
        ("/kalender/2026/4/?natverk=forskolenatverket", "/en/calendar/2026/4/?natverk=forskolenatverket"),
        ("/kalender/2026/", "/en/calendar/2026/"),
        ("/natverk/forskolenatverket/?ar=2020", "/en/networks/preschool-network/?ar=2020"),
        ("/natverk/forskolenatverket/moten/", "/en/networks/preschool-network/meetings/"),
    ],
)
def test_the_switch_leads_to_the_same_view(both, client, swedish, english_address):
    assert switch(client, swedish) == (english_address, "en")
    assert switch(client, english_address) == (swedish, "sv")


def test_views_of_ours_have_the_same_address_in_both_languages_but_for_its_words(both, client):
    with override("sv"):  # a request that came before in another test leaves its language behind
        meeting = both.event.occurrences.first().get_absolute_url()
        addresses = [meeting, reverse("search:results") + "?q=barn", reverse("my_networks")]
    for address in addresses:
        there, language = switch(client, address)
        assert language == "en"
        assert there.startswith("/en/")
        assert switch(client, there) == (address, "sv")


@pytest.mark.parametrize("address", ["/en/search/", "/en/search/?q=barn", "/en/my-networks/", "/en/nowhere/"])
def test_a_view_of_ours_is_not_said_to_be_in_swedish_only(both, client, address):
    assert "only-in--page" not in client.get(address).content.decode()


def test_what_has_a_translation_leads_there_with_its_place(both, client):
    for tail in ("", "2026/4/?form=online"):
        response = client.get(f"/en{both.site.calendar.url}{tail}")
        assert (response.status_code, response["Location"]) == (302, both.english.calendar.url + tail)


def test_search_engines_are_told_of_both_languages(both, client):
    root = "http://localhost"
    alternates = [("sv", root + both.network.url), ("en", root + both.network_en.url)]
    assert head(client, both.network.url) == ("sv", root + both.network.url, alternates)
    assert head(client, both.network_en.url) == ("en", root + both.network_en.url, alternates)


def test_the_sitemap_has_what_anybody_may_see_in_its_languages(both, client):
    swedish_only = make_network("Öckerönätverket")
    closed = make_network("Slutna nätverket")
    translate(closed, {"Slutna nätverket": "Closed network", "slutna-natverket": "closed"})
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    text = client.get("/sitemap.xml").content.decode()
    found = re.findall(r"<loc>http://localhost(.*?)</loc>", text)
    pages = [both.site.home, both.site.networks, both.network, both.event, both.site.calendar, swedish_only]
    pages += [both.english.home, both.english.networks, both.english.calendar, both.network_en, both.event_en]
    meetings = [url for url in found if url.startswith(("/mote/", "/en/meeting/"))]
    assert sorted(found) == sorted([*(page.url for page in pages), *meetings])
    assert [url.startswith("/en/") for url in sorted(meetings)] == [True, True, False, False]
    assert f'hreflang="en" href="http://localhost{both.network_en.url}"' in text


def test_a_filter_chooses_the_same_in_both_languages(both, client):
    make_event(make_network("Öckerönätverket", area=make_area("Miljö")), both.day)
    for address in (both.site.calendar.url, both.english.calendar.url):
        shown = client.get(f"{address}?natverk=forskolenatverket").content.decode()
        assert "Öckerönätverket</" in shown  # among the choices
        assert 'value="forskolenatverket" selected' in shown
        assert shown.count('<li class="meeting') == 2
