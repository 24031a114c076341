"""What is translated before a page is: its restriction, an alias, and pages that nobody has translated above it."""

from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from tests.factories import make_event, make_network
from tests.translating import submit, translate

from .conftest import TEXTS

pytestmark = pytest.mark.django_db


def texts(client, *addresses):
    return [unescape(client.get(address).content.decode()).replace("\u00ad", "") for address in addresses]


def test_a_restriction_before_the_translation(english, client):
    network = make_network(introduction="Vi delar erfarenheter.")
    PageViewRestriction.objects.create(page=network, restriction_type="login")
    event = make_event(network, timezone.localdate() + timedelta(days=3))
    translated, event_en = translate(network, TEXTS), translate(event, TEXTS)
    assert client.get(translated.url).status_code == 302
    assert client.get(event_en.url).status_code == 302
    shown = texts(client, english.networks.url, english.calendar.url, "/sitemap.xml")
    assert all("Preschool" not in text and "preschool" not in text for text in shown)


def test_submitting_publishes_nothing(english, client):
    network = make_network()
    assert not submit(network).live
    assert client.get(f"/en{network.url}").status_code == 200
    assert "Förskolenätverket" in texts(client, english.networks.url)[0]


def test_submitting_an_alias_publishes_nothing(english, client):
    network = make_network()
    alias = network.copy_for_translation(english.site.en, alias=True)
    assert alias.live
    target = submit(network)
    assert (target.pk, target.live, target.alias_of) == (alias.pk, False, None)
    texts_ = texts(client, english.networks.url)[0]
    assert texts_.count(">Förskolenätverket</a>") == 1


def test_an_alias_is_shown_as_what_it_is_once(english, client):
    network = make_network(schedule_note="Vi möts vid behov.")
    alias = network.copy_for_translation(english.site.en, alias=True)
    shown = texts(client, alias.url, english.networks.url)
    assert 'lang="sv">Förskolenätverket</h1>' in shown[0]
    assert 'lang="sv">Vi möts vid behov.</p>' in shown[0]
    assert shown[1].count(">Förskolenätverket</a>") == 1


def test_a_translation_below_pages_that_nobody_has_translated(site, client):
    network = make_network(introduction="Vi delar erfarenheter.")
    translated = translate(network, {"Vi delar erfarenheter.": "We share experience."})
    assert translated.url == f"/en{network.url}"
    assert "We share experience." in texts(client, translated.url)[0]
