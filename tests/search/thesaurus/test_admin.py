"""The list and the forms of groups of words: what is refused, what is told, and what an address fills in."""

import re
from html import unescape

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.thesaurus import Group, joined
from search.models import SynonymGroup
from search.thesaurus.lines import read
from search.thesaurus.loading import load
from tests.query_counts import queries_of

pytestmark = pytest.mark.django_db
ADD, LIST = "wagtailsnippets_search_synonymgroup:add", "wagtailsnippets_search_synonymgroup:list"


def save(client, **texts):
    """The page that follows."""
    empty = dict.fromkeys(SynonymGroup.texts, "")
    return client.post(reverse(ADD), empty | texts, follow=True)


def errors(response):
    return {name: list(told) for name, told in response.context["form"].errors.items()}


def test_a_group_is_saved_with_its_directions_and_languages(site, editor_client):
    save(editor_client, words="Nattis, nattomsorg", english="Night care", broader="barnomsorg", see_also="fritids")
    group = SynonymGroup.objects.get(words="Nattis, nattomsorg").group
    assert group == Group(("nattis", "nattomsorg"), ("night care",), ("barnomsorg",), ("fritids",))


@pytest.mark.parametrize(
    ("texts", "field", "told"),
    [
        ({"words": "nattis"}, "words", "Skriv minst två olika ord"),
        ({"words": "nattis, Nattis"}, "words", "Skriv minst två olika ord"),
        ({"words": "nattis", "english": "–"}, "english", "Skriv ord med bokstäver"),
        ({"words": "nattis", "broader": "Nattis"}, "broader", "”nattis” står redan bland orden"),
        ({"words": "nattis", "english": "nursery", "see_also": "nursery"}, "see_also", "”nursery” står redan"),
        ({"words": "nattis, bad bil bok båt dag dal fisk fot gran"}, "words", "Skriv högst 8 ord"),
    ],
)
def test_what_leads_nowhere_is_refused_at_its_field(site, editor_client, texts, field, told):
    before = SynonymGroup.objects.count()
    refused = errors(save(editor_client, **texts))
    assert list(refused) == [field]
    assert told in refused[field][0]
    assert SynonymGroup.objects.count() == before


@pytest.mark.parametrize("texts", [{"english": "night care"}, {"broader": "barnomsorg"}, {"see_also": "fritids"}])
def test_one_word_is_enough_if_it_leads_somewhere(site, editor_client, texts):
    save(editor_client, words="nattis", **texts)
    assert SynonymGroup.objects.filter(words="nattis", **texts).exists()


def test_who_names_what_no_group_has_is_told_and_may(site, editor_client):
    SynonymGroup.objects.create(words="barnomsorg, dagis")
    page = save(editor_client, words="nattis", broader="barnomsorg, Tjottahejti")
    assert "”tjottahejti” finns inte i någon annan grupp" in page.content.decode()
    assert "finns inte i någon" not in save(editor_client, words="kvällis", broader="dagis").content.decode()


def test_who_adds_a_word_that_has_a_group_is_led_there(site, editor_client):
    other = SynonymGroup.objects.create(words="förskola, dagis")
    page = save(editor_client, words="lekis, dagis").content.decode()
    assert "”dagis” finns redan i gruppen ”förskola, dagis”" in page
    assert reverse("wagtailsnippets_search_synonymgroup:edit", args=[other.pk]) in page
    assert "finns redan" not in save(editor_client, words="nattis, kvällis").content.decode()


def test_pasted_lines_are_words_with_commas_between(site, editor_client):
    save(editor_client, words="simhall\r\nbadhus, \r\n simbassäng\n", english="pool")
    assert SynonymGroup.objects.filter(words="simhall, badhus, simbassäng").exists()


ANY_WORD = st.from_regex(r"[a-zåäö]+(-[a-zåäö]+)?( [a-zåäö0-9]+)?", fullmatch=True)
BETWEEN = st.sampled_from(
    [",", ", ", ";", " ; ", "\n", "\r\n", "\t", ",\r\n", "\n\n", "\u2028", "\n- ", "\n • ", "\n* ", "\n– "]
)


@given(st.lists(st.tuples(BETWEEN, ANY_WORD), min_size=1))
def test_however_they_are_parted_words_get_commas_between(parts):
    text = joined("".join(between + word for between, word in parts))
    assert text == ", ".join(word for _, word in parts)
    assert joined(text) == text


@pytest.mark.parametrize("nothing", [",", " ; ", "\r\n, \r\n", "- \r\n"])
def test_signs_alone_are_no_words(site, editor_client, nothing):
    before = SynonymGroup.objects.count()
    assert list(errors(save(editor_client, words=nothing, english="pool, swimming"))) == ["words"]
    assert SynonymGroup.objects.count() == before


def test_three_hundred_pasted_lines_are_kept_and_told_what_to_do_with(site, editor_client):
    page = save(editor_client, words="\r\n".join(f"ord{number}" for number in range(300)))
    assert words_shown(page).startswith("ord0, ord1, ")
    assert words_shown(page).endswith(", ord299")
    (told,) = errors(page)["words"]
    assert "Dela upp orden på flera grupper" in told


def test_too_much_is_told_once_and_kept_as_it_was_typed(site, editor_client):
    many = ", ".join(f"ord{number}" for number in range(90))
    page = save(editor_client, words=many)
    assert list(errors(page)) == ["words"]
    assert len(errors(page)["words"]) == 1
    assert many in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "filled"), [("Snöröjning ", "snöröjning"), ('"><script>', "script"), ("\x00", ""), ("å" * 900, None)]
)
def test_an_address_fills_in_what_somebody_searched_for(site, editor_client, typed, filled):
    page = editor_client.get(reverse(ADD), {"ord": typed})
    assert page.status_code == 200
    value = page.context["form"].initial["words"]
    assert value == filled if filled is not None else len(value) <= 300
    assert words_shown(page) == value


def words_shown(page):
    """What stands in the field for words."""
    (field,) = re.findall(r'<textarea[^>]* name="words"[^>]*>(.*?)</textarea>', page.content.decode(), re.DOTALL)
    return unescape(field).strip()


def test_the_list_tells_where_a_group_comes_from_and_finds_it_by_any_of_its_words(site, editor_client):
    load(read("x.txt", "förskola, dagis | preschool > barn\nbarn, unge | child\n"))
    SynonymGroup.objects.create(words="Nattis, kvällis", see_also="fritids")
    changed = SynonymGroup.objects.get(words="barn, unge")
    changed.english = "kid"
    changed.save()
    for asked, words, source in [
        ("preschool", "förskola, dagis", "Från grundordlistan"),
        ("fritids", "Nattis, kvällis", "Egen grupp"),
        ("kid", "barn, unge", "Från grundordlistan, ändrad"),
    ]:
        page = editor_client.get(reverse(LIST), {"q": asked})
        assert [row.words for row in page.context["object_list"]] == [words]
        html = page.content.decode()
        assert source in html
        assert html.index(words) < html.index(source)


def test_the_list_asks_the_database_as_little_for_many_groups_as_for_few(site, editor_client):
    load(read("x.txt", "förskola, dagis\n"))
    page = reverse(LIST)
    editor_client.get(page)
    few = queries_of(lambda: editor_client.get(page))
    load(read("x.txt", "".join(f"förskola{number}, dagis{number}\n" for number in range(40))))
    assert queries_of(lambda: editor_client.get(page)) == few
