"""What a compound says that neither the site nor the thesaurus has."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.headed import headed
from search.analysis.terms import terms
from search.analysis.thesaurus import Group, Ways
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

GROUPS = Ways(
    [
        Group(("skolchef", "utbildningschef")),
        Group(("skola", "utbildning")),
        Group(("elevhälsa", "skolhälsovård")),
        Group(("lärare", "pedagog")),
    ]
)
PAGES = Vocabulary([[terms([text])] for text in ("utbildningschef", "skolhälsovård", "pedagog", "utbildning", "möte")])


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("skolchefsmöte", "utbildningschef"),
        ("elevhälsoarbete", "skolhälsovård"),
        ("lärarmöte", "pedagog"),
        ("utbildningschefsträff", "utbildningschef"),
    ],
)
def test_the_longest_known_beginning_says_what_it_is_about(typed, found):
    [word] = wanted(typed, PAGES, GROUPS)
    assert word.guessed
    best = max(word.alternatives, key=lambda each: each.weight)
    assert best.terms == (terms([found]).split()[0],)


@pytest.mark.parametrize("typed", ["skolxq", "elevhälsoqvx", "skola", "sko", ""])
def test_what_is_left_has_to_be_a_word(typed):
    assert headed(typed, GROUPS, PAGES) == []


@given(st.text("abdehklmnorstuåäö", max_size=40))
def test_it_takes_any_letters(typed):
    assert all(weight > 0 for _, weight in headed(typed, GROUPS, PAGES))
