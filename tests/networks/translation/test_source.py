"""What is of the source language is said in one place."""

import ast
from pathlib import Path

import pytest
from wagtail.models import Page

from networks.models import Area, NetworkPage
from networks.translation import in_source, is_of_source, of_source, source, source_locale
from tests.factories import make_area, make_network
from tests.shared_fixtures import shared_fixture

from .sources import translate

ROOT = Path(__file__).parents[3]
SELECTS = {"filter", "exclude", "get", "get_or_create", "Q", "When"}
NAMES = {"LANGUAGE_CODE", "get_default"}


def names_the_source(node):
    return any(isinstance(each, ast.Attribute) and each.attr in NAMES for each in ast.walk(node))


def chooses_by_locale(node):
    """``.filter(locale__language_code=settings.LANGUAGE_CODE)`` and its like."""
    if not isinstance(node, ast.Call) or getattr(node.func, "attr", getattr(node.func, "id", "")) not in SELECTS:
        return False
    given = {word.arg: word.value for word in node.keywords if word.arg}
    return any(("locale" in name or "language_code" in name) and names_the_source(given[name]) for name in given)


def compares_a_locale(node):
    """``page.locale.language_code == settings.LANGUAGE_CODE`` and its like."""
    if not isinstance(node, ast.Compare):
        return False
    sides = [each for side in (node.left, *node.comparators) for each in ast.walk(side)]
    about_a_locale = any(
        isinstance(each, ast.Attribute) and each.attr in {"language_code", "locale_id"} for each in sides
    )
    return about_a_locale and names_the_source(node)


def raw_choices(text):
    return [node.lineno for node in ast.walk(ast.parse(text)) if chooses_by_locale(node) or compares_a_locale(node)]


@pytest.mark.parametrize(
    "text",
    [
        "rows.filter(locale__language_code=settings.LANGUAGE_CODE)",
        "rows.filter(locale=Locale.get_default(), alias_of=None)",
        "Q(page__locale__language_code__in=[settings.LANGUAGE_CODE])",
        "Locale.objects.filter(language_code=settings.LANGUAGE_CODE)",
        "page.locale.language_code != settings.LANGUAGE_CODE",
        "page.locale_id == Locale.get_default().pk",
    ],
)
def test_raw_choices_are_seen(text):
    assert raw_choices(text) == [1]


def test_the_code_asks_of_source():
    files = [path for app in ("networks", "events", "search", "gr_site") for path in (ROOT / app).rglob("*.py")]
    found = {path: raw_choices(path.read_text()) for path in files if "migrations" not in path.parts}
    assert {path: lines for path, lines in found.items() if lines} == {
        Path(source.__file__): found[Path(source.__file__)]
    }


@shared_fixture()
def network(site):
    network = make_network()
    translate(network)
    translate(network.area)
    return network


def test_each_thing_is_there_once(network, site):
    assert list(NetworkPage.objects.of_source()) == [network]
    assert list(Area.objects.of_source()) == [make_area()]
    assert set(of_source(Page.objects.filter(depth__gt=1))) == set(Page.objects.filter(depth__gt=1, locale=site.sv))
    assert list(NetworkPage.objects.filter(locale=source_locale())) == [network]


def test_a_page_knows_its_source(network, site):
    english = network.get_translation(site.en)
    assert (is_of_source(network), is_of_source(english)) == (True, False)
    assert (in_source(network), in_source(english)) == (network, network)


def test_a_page_without_a_source_has_none(network, site):
    english = network.get_translation(site.en)
    NetworkPage.objects.filter(pk=english.pk).update(translation_key="00000000-0000-0000-0000-000000000001")
    assert in_source(NetworkPage.objects.get(pk=english.pk)) is None
