"""What is guessed for a word that the site lacks, and what is not."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.compounds import listed
from search.analysis.swedish import stem
from search.analysis.terms import terms
from search.analysis.vocabulary import Vocabulary
from search.analysis.wanted import wanted

LONG = sorted(word for word in listed() if len(stem(word)) > 7)
SITE = Vocabulary([[terms(LONG)]])


def guess(typed, *site):
    return wanted(typed, Vocabulary([[terms(site)]]))[0]


@pytest.mark.parametrize(
    ("typed", "site"),
    [("katt", "att natt"), ("zlatan", "plats"), ("komvux", "kommun kommuner"), ("semla", "samla"), ("bok", "bod")],
)
def test_a_short_word_is_no_other_short_word(typed, site):
    assert guess(typed, *site.split()).unknown


@pytest.mark.parametrize(
    ("typed", "site"), [("krisövnig", "krisövning"), ("komunikatör", "kommunikatör"), ("förksola", "förskola")]
)
def test_a_misspelt_word_is_guessed_and_said_to_be_a_guess(typed, site):
    found = guess(typed, site)
    assert found.guessed and not found.unknown


@given(st.sampled_from(LONG), st.randoms(use_true_random=False))
def test_one_wrong_letter_in_a_long_word_is_forgiven(word, chance: random.Random):
    place = chance.randrange(1, len(stem(word)) - 2)
    typed = chance.choice([word[:place] + word[place + 1 :], word[:place] + word[place] + word[place:]])
    found = wanted(typed, SITE)[0]
    right = wanted(word, SITE)[0].terms
    assert not found.unknown
    assert found.terms & right or not found.guessed
