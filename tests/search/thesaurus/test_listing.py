"""The search in the list of groups: by words, how they begin and their parts, in any case, and all of several."""

import csv
import unicodedata
from io import StringIO

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from search.models import SynonymGroup
from search.thesaurus.listing import BEGINS, PART, SHORTEST_PART, WHOLE, matches

LIST = "wagtailsnippets_search_synonymgroup:list"
WORD = st.text("abcdeåäöéü", min_size=SHORTEST_PART, max_size=8)
GROUP = st.lists(WORD, min_size=1, max_size=6)
CASE = st.sampled_from([str.lower, str.upper, str.title])
FORM = st.sampled_from(["NFC", "NFD"])


def has(text, query):
    return matches(query, [(1, text, "")]).get(1)


@given(GROUP, st.data(), CASE, FORM)
def test_a_group_is_found_by_any_of_its_words_in_any_order_and_case(group, data, case, form):
    asked = data.draw(st.lists(st.sampled_from(group), min_size=1, max_size=4))
    assert has(", ".join(group), unicodedata.normalize(form, case(" ".join(asked)))) == WHOLE


@given(GROUP, st.data(), CASE, FORM)
def test_a_group_is_found_by_how_a_word_begins_and_by_any_part_of_one(group, data, case, form):
    word = data.draw(st.sampled_from(group))
    start = data.draw(st.integers(0, len(word) - SHORTEST_PART))
    part = word[start : data.draw(st.integers(start + SHORTEST_PART, len(word)))]
    how = has(unicodedata.normalize(form, ", ".join(group)), case(part))
    assert how is not None
    assert how <= (PART if start else BEGINS)


@given(GROUP, WORD)
def test_a_group_that_lacks_one_of_the_words_is_not_found(group, word):
    assert has(", ".join(group), f"{group[0]} {word}") is None or any(word in each for each in group)


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_breaks_it(query, text):
    has(text, query)


@pytest.mark.parametrize(
    ("text", "query", "how"),
    [
        ("Ätstörning, ANOREXI", "ätstör", BEGINS),
        ("Ätstörning", "atstor", None),  # another letter is another word
        ("it-chef, systemchef", "chef", BEGINS),
        ("politik, kritik", "it", None),
        ("it, ikt", "IT", WHOLE),
        ("e-tjänst", "e-tj", BEGINS),
        ("förskola", "", None),
        ("förskola", "–", None),
    ],
)
def test_what_matches_how(text, query, how):
    assert has(text, query) == how


@pytest.mark.django_db
def test_the_best_comes_first_unless_another_order_is_asked_for(site, editor_client):
    SynonymGroup.objects.all().delete()
    for words in ("Aåskolan, b", "Förskola, dagis", "gymnasium, Skola", "Å, skolbuss"):
        SynonymGroup.objects.create(words=words)

    def shown(**asked):
        return [group.words for group in editor_client.get(reverse(LIST), asked).context["object_list"]]

    assert shown(q="SKOL") == ["gymnasium, Skola", "Å, skolbuss", "Aåskolan, b", "Förskola, dagis"]
    assert shown(q="skola")[0] == "gymnasium, Skola"
    assert shown(q="skol dag") == ["Förskola, dagis"]
    assert shown(q="å skol") == ["Å, skolbuss"]
    assert shown(q="SKOL", ordering="words")[0] == "Aåskolan, b"
    assert len(shown(q="")) == 4
    assert shown(q="finns inte") == []


@pytest.mark.django_db
@pytest.mark.parametrize("searched", [{}, {"q": "dagis"}])
def test_the_export_has_all_of_the_groups_that_are_shown_and_of_each_all(site, editor_client, searched):
    SynonymGroup.objects.all().delete()
    SynonymGroup.objects.create(words="förskola, dagis", english="preschool", broader="barn", see_also="skola")
    SynonymGroup.objects.bulk_create(SynonymGroup(words=f"ord{number}, sak{number}") for number in range(60))
    export = b"".join(editor_client.get(reverse(LIST), {"export": "csv", **searched})).decode()
    heading, *rows = csv.reader(StringIO(export))
    assert heading == ["Ord på svenska", "Ord på engelska", "Ingår i", "Se även", "Varifrån"]
    assert ["förskola, dagis", "preschool", "barn", "skola", "Egen grupp"] in rows
    assert len(rows) == (1 if searched else 61)
