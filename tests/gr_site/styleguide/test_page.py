"""The style guide shows every part of the public pages, from the templates themselves."""

from pathlib import Path

import pytest
from django.template import Template
from django.test.utils import instrumented_test_render

import gr_site

pytestmark = pytest.mark.django_db

ROOT = Path(gr_site.__file__).parents[1]
# What has nothing to see, or is a whole page's own.
UNSEEN = {
    "events/includes/changes.html",  # rows of the public log, which only the database writes
    "events/includes/feed_link.html",
    "includes/error_ways.html",
}


def public_includes():
    found = [
        path for app in ("gr_site", "networks", "events", "search") for path in (ROOT / app).rglob("includes/*.html")
    ]
    return {str(path).partition("/templates/")[2] for path in found}


@pytest.fixture
def guide(site, client):
    return client.get("/stilguide/")


@pytest.fixture
def every_template(monkeypatch):
    """Remember inner templates too: see tests/services/outermost_templates.py."""
    monkeypatch.setattr(Template, "_render", instrumented_test_render)


def test_it_shows_every_include_of_the_public_pages(every_template, guide):
    assert guide.status_code == 200
    shown = {template.name for template in guide.templates}
    assert public_includes() - shown - UNSEEN == set()


def test_no_search_engine_keeps_it(guide, client):
    assert '<meta name="robots" content="noindex">' in guide.content.decode()
    assert guide.headers["X-Robots-Tag"] == "noindex"
    assert "stilguide" not in client.get("/sitemap.xml").content.decode()
    assert "Disallow: /stilguide/" in client.get("/robots.txt").content.decode()


def test_it_states_each_pair_of_colours(guide):
    html = guide.content.decode()
    assert html.count('class="sample"') == len(guide.context["pairs"])
    assert "<td>16,0</td>" in html


def test_it_has_no_inline_style_and_one_h1(guide):
    html = guide.content.decode()
    assert " style=" not in html
    assert html.count("<h1") == 1


def test_each_state_of_a_meeting_is_there(guide):
    html = guide.content.decode()
    for words in ("Preliminärt", "Inställt", "Flyttat från", "Tid meddelas senare", "Only in Swedish"):
        assert words in html


def test_its_examples_lead_somewhere(guide):
    assert 'href="None' not in guide.content.decode()
