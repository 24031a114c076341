"""A third language is one setting and its texts: here Finnish, a national minority language in Gothenburg."""

import gzip

import pytest
from django.urls import clear_url_caches
from wagtail.coreutils import get_content_languages, get_supported_content_language_variant

from events.days.date_format import format_when
from tests.factories import make_event, make_meeting, make_network
from tests.translating import translate

pytestmark = pytest.mark.django_db
LANGUAGES = [("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")]


@pytest.fixture
def finnish(settings):
    settings.LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
    _forget()
    yield
    _forget()


def _forget():
    get_content_languages.cache_clear()
    get_supported_content_language_variant.cache_clear()
    clear_url_caches()


def test_a_network_and_its_calendar_in_finnish(finnish, site, client):
    network = make_network(introduction="Vi delar erfarenheter.")
    event = make_event(network, make_meeting("2099-02-06", theme="Barngrupper"))
    untranslated = make_network("Öckerönätverket")
    make_event(untranslated, "2099-02-13")
    texts = {"Förskolenätverket": "Esikouluverkosto", "forskolenatverket": "esikouluverkosto"}
    texts |= {"Vi delar erfarenheter.": "Jaamme kokemuksia.", "Barngrupper": "Lapsiryhmät", "Nätverk": "Verkostot"}
    texts |= {"natverk": "verkostot", "Kalender": "Kalenteri", "kalender": "kalenteri"}
    *_, calendar = [translate(page, texts, "fi") for page in (site.home, site.networks, site.calendar)]
    translated, _event = translate(network, texts, "fi"), translate(event, texts, "fi")

    page = client.get(translated.url).content.decode()
    assert translated.url == "/fi/verkostot/esikouluverkosto/"
    assert '<html lang="fi">' in page
    assert "Jaamme kokemuksia." in page
    row = event.occurrences.get()
    assert format_when(row.start_date, None, *row.clock, language="fi") in page
    assert 'href="/natverk/forskolenatverket/" lang="sv"' in page
    assert 'href="/en/natverk/forskolenatverket/" lang="en"' in page

    listed = client.get(calendar.url).content.decode()
    assert listed.count('<li class="meeting') == 2
    assert "Lapsiryhmät" in listed
    assert '<span lang="sv">Öckerönätverket</span>' in listed.replace("\u00ad", "")

    feed = client.get(f"/ics/natverk/{network.translation_key}.ics?sprak=fi", HTTP_ACCEPT_ENCODING="gzip")
    assert feed["Content-Language"] == "fi"
    assert "SUMMARY:Esikouluverkosto: Lapsiryhmät" in gzip.decompress(feed.content).decode()
