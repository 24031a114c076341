"""What a visitor can read on a page she can find: each word of it is in the page's rows, a new field's words too."""

from collections import defaultdict
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.cache import cache
from django.db import transaction
from django.test import override_settings
from django.utils.translation import override
from wagtail.models import Page

from events.models import Occurrence
from gr_site.demo.load import load
from networks.translation import address
from search.analysis.terms import token, word_terms
from search.analysis.words import is_stop_word
from search.finding.hits import url_of
from search.models import Findable
from tests.gr_site.conftest import NOW, built_demo, demo_site  # noqa: F401 - fixtures
from tests.site import leave_as_migrated

from .said import mark_what_templates_say
from .shown import shown

# How many pages of each kind are read each time.
MOST = 5


def addresses(language):
    """``{kind: [(address, address of the event)]}`` of the public pages and meetings."""
    found = defaultdict(list)
    with override(language):
        for page in Page.objects.live().filter(depth__gt=1, locale__language_code=language).specific():
            found[type(page).__name__].append((page.get_url(), ""))
        for meeting in Occurrence.objects.public().with_pages():
            sort = (meeting.status, bool(meeting.reason), bool(meeting.moved_from), bool(meeting.minutes))
            found[sort].append((meeting.get_absolute_url(), address(meeting.page)))
    return found


def tokens_by_address(language):
    found = defaultdict(set)
    with override(language):
        rows = Findable.objects.public().in_language(language)
        for row in rows.select_related("page", "translation", "network", "document"):
            if row.translation:
                row.page.translation = row.translation
            for url in (url_of(row, language, None), address(row.page)):
                found[urlsplit(url).path] |= set(row.tokens().split())
    return found


def unfound(client, language, most=None):
    """``{kind: {word: an address}}`` for the words that are shown and not in any row that they belong to."""
    tokens, missing = tokens_by_address(language), defaultdict(dict)
    for kind, pages in addresses(language).items():
        for url, event in pages[:most]:
            for word, beside in shown(client.get(url).content.decode(), urlsplit(url).path, urlsplit(event).path):
                if not is_stop_word(word) and not _is_in(word, set().union(*(tokens[each] for each in beside))):
                    missing[kind][word] = url
    return dict(missing)


def _is_in(word, tokens):
    """Whether the row has the word's stem in either language."""
    return any(token(word_terms(word, code)[0]) in tokens for code in ("sv", "en"))


def test_what_stands_on_a_page_is_found(demo_site, client, monkeypatch):  # noqa: F811 - the imported fixture
    mark_what_templates_say(monkeypatch)
    assert unfound(client, "sv", MOST) == {}


@pytest.fixture(scope="module")
def in_both_languages(django_db_setup, django_db_blocker, tmp_path_factory):
    media = tmp_path_factory.mktemp("media")
    with (
        django_db_blocker.unblock(),
        override_settings(MEDIA_ROOT=media),
        time_machine.travel(NOW, tick=False),
        transaction.atomic(),
    ):
        cache.clear()
        leave_as_migrated()
        load(NOW.date())
        yield
        transaction.set_rollback(True)
    cache.clear()


@pytest.mark.long
@pytest.mark.parametrize("language", ["sv", "en"])
def test_what_stands_on_any_page_is_found_in_both_languages(in_both_languages, db, client, monkeypatch, language):
    mark_what_templates_say(monkeypatch)
    assert unfound(client, language) == {}


def test_each_word_is_told_with_the_addresses_of_what_it_stands_beside():
    page = "<main><nav>Hem</nav><p>Kvast</p><ul><li>Lunch <a href='/b/#c'>Planktonmöte</a></li></ul></main>"
    assert shown(page, "/a/") == [("kvast", ("/a/",)), ("lunch", ("/a/", "/b/")), ("planktonmöte", ("/a/", "/b/"))]
