"""The demo site in both languages: every meeting exactly once in each calendar; loading twice changes nothing."""

from collections import Counter
from datetime import datetime

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from events.days.zone import STOCKHOLM
from events.models import CalendarPage, Occurrence
from gr_site.demo.load import load
from gr_site.demo.translations import NETWORKS
from networks.models import NetworkPage
from tests.query_counts import queries_of
from tests.site import leave_as_migrated

pytestmark = pytest.mark.long
NOW = datetime(2026, 4, 15, 10, 0, tzinfo=STOCKHOLM)
NAMES = {"FoU i Väst", "fou-i-vast"}  # the same in every language
MOST_QUERIES = 31  # a page in another language reads the words of its rows, areas and shared texts too


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker, tmp_path_factory):
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")),
        time_machine.travel(NOW, tick=False),
        transaction.atomic(),
    ):
        cache.clear()
        leave_as_migrated()
        yield load(NOW.date())
        transaction.set_rollback(True)
    cache.clear()


@pytest.fixture
def demo(built, db):
    return built


def keys_in(client, address):
    """How often each meeting is linked to from the lists of a page of the calendar."""
    found, page = Counter(), 1
    while True:
        text = client.get(f"{address}?fran=2020-01-01&sida={page}").content.decode()
        lines = [line.split("/") for line in text.split('class="meeting__headline"')[1:]]
        found.update(next(part for part in line if len(part) == 36 and part.count("-") == 4) for line in lines)
        if not lines:
            return found
        page += 1


def test_each_meeting_is_exactly_once_in_each_calendar(demo, client):
    swedish, english = (page.url for page in CalendarPage.objects.order_by("path"))
    expected = {str(key): 1 for key in Occurrence.objects.public().values_list("translation_key", flat=True)}
    assert len(expected) > 500
    assert keys_in(client, swedish) == expected
    assert keys_in(client, english) == expected


def test_ten_networks_with_their_events_are_wholly_in_english(demo):
    networks = NetworkPage.objects.filter(locale__language_code="en", live=True)
    assert networks.count() == len(NETWORKS) == 10
    written = set(StringTranslation.objects.values_list("translation_of", "context"))
    segments = StringSegment.objects.values_list("string", "context", "string__data")
    assert {text for string, context, text in segments if (string, context) not in written} == NAMES


def test_every_english_page_answers_with_few_queries(demo, client):
    pages = Page.objects.filter(live=True, locale__language_code="en", depth__gt=1)
    counts = {page.url: queries_of(client.get, page.url) for page in pages.specific()}
    assert len(counts) > 20
    assert {url: number for url, number in counts.items() if number > MOST_QUERIES} == {}


def test_loading_again_changes_nothing(demo):
    before = Page.objects.count(), Translation.objects.count()
    assert +load(NOW.date()) == {}
    assert (Page.objects.count(), Translation.objects.count()) == before
