"""The excerpt of a hit shows and marks just what was asked for: a phrase, an e-mail address, a telephone number."""

from html import escape, unescape

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.contacts import contact_terms
from search.analysis.exact import exactly
from search.analysis.marking import LONGEST, excerpt, marked
from search.analysis.operators import take_operators
from search.analysis.terms import terms
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

WORD = st.from_regex(r"[a-zåäöé]{2,9}", fullmatch=True)
# Has every word of a phrase, and often, but never the phrase.
MOST_SENTENCES = 40


def shown(query, texts):
    """``(plain text of the excerpt, what is marked in it)``."""
    operators = take_operators(query)
    asked = wanted(operators.rest, Vocabulary([[f"{terms(texts)} {' '.join(contact_terms(' '.join(texts)))}"]]))
    found = BeautifulSoup(excerpt(texts, asked, exact=exactly(operators.phrases, asked)), "html.parser")
    return found.get_text(), [mark.get_text() for mark in found.select("mark")]


@given(
    st.lists(WORD, min_size=2, max_size=4, unique=True),
    st.integers(0, MOST_SENTENCES),
    st.sampled_from([" ", ", ", ". ", " – ", "-"]),
    st.integers(0, 60),
)
def test_the_phrase_is_shown_and_marked_wherever_it_stands(words, before, between, long):
    phrase = between.join(words).upper()
    others = " ".join(f"Alltså {' zz '.join(reversed(words))} ja." for _ in range(before))
    text, marks = shown(f'"{" ".join(words)}"', [others, f"{others} Först {'annat ' * long}{phrase} sist.", "Slut."])
    assert phrase in text and phrase in marks
    assert len(text) < 2 * LONGEST + 40 + len(phrase)


@pytest.mark.parametrize(
    ("query", "written"),
    [
        ("anna@example.se", "Anna@Example.se"),
        ("031-390 12 34", "+46 31 390 12 34"),
        ("0313901234", "031-390 12 34"),
        ("+46313901234 anna@example.se", "031-390 12 34"),
    ],
)
def test_an_address_or_a_number_is_shown_and_marked_as_it_is_written(query, written):
    texts = ["Anna och example ses. Ring 112 eller 031-111 11 11.", f"Fråga oss. Kontakt: Bo, {written}, Ale."]
    text, marks = shown(query, texts)
    assert text == f"Kontakt: Bo, {written}, Ale." and written in marks


def test_letters_that_fold_to_two_and_signs_are_harmless():
    operators = take_operators('"æ <b> ö"')
    found = marked("ß Æ <b> Ö & slut", [], exact=exactly(operators.phrases, []))
    assert unescape(found.replace("<mark>", "").replace("</mark>", "")) == "ß Æ <b> Ö & slut"
    assert f"<mark>{escape('Æ <b> Ö')}</mark>" in found or "<mark>" not in found


def test_a_phrase_that_is_nowhere_changes_nothing():
    asked = wanted("kaffe", Vocabulary([["kaff"]]))
    assert excerpt(["Kaffe finns."], asked, exact=exactly(["te finns"], asked)) == excerpt(["Kaffe finns."], asked)
