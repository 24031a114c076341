"""Which searches an editor can do something about: those that name something."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.reportable import is_actionable
from search.analysis.words import STOP_WORDS
from search.thesaurus.lines import starter_stems

TODAY = date(2026, 4, 15)
STOPS = st.sampled_from(sorted(STOP_WORDS - {"it"}))
OPERATORS = st.sampled_from(["and", "or", "not", "eller", "-", '"', "?", "*", "|", "&", "–och"])
FIGURES = st.integers(0, 9999).map(str)
LETTERS = st.sampled_from("abcåäöxyz")
MONTHS = ["januari", "mars", "maj", "december", "jan", "march"]
DAYS = st.one_of(
    st.dates(date(2015, 1, 1), date(2035, 12, 31)).map(str),
    st.tuples(st.integers(1, 28), st.sampled_from(MONTHS), st.sampled_from(["", " 2026"])).map(
        lambda parts: f"{parts[0]} {parts[1]}{parts[2]}"
    ),
    st.sampled_from([*MONTHS, "idag", "i morgon", "nästa vecka", "måndag", "v. 41", "vecka 12", "kl 10", "kl. 10.30"]),
)
NOISE = st.lists(st.one_of(STOPS, OPERATORS, FIGURES, LETTERS), min_size=1, max_size=6).map(" ".join)


@given(st.one_of(NOISE, DAYS), st.integers(0, 4000))
def test_what_names_nothing_is_not_actionable_on_any_day(query, days):
    assert not is_actionable(query, TODAY + timedelta(days=days))


@given(NOISE, NOISE, st.sampled_from(["bygglov", "skolskjuts", "hållbarhet", "5g", "hr", "e-tjänst"]))
def test_a_word_for_something_makes_it_actionable(before, after, word):
    assert is_actionable(f"{before.replace(chr(34), '')} {word} {after}".replace("- ", "").replace("–", ""), TODAY)


@pytest.mark.parametrize("query", ["it", "1177", "IT".lower()])
def test_what_the_thesaurus_knows_is_actionable_however_short(query):
    assert is_actionable(query, TODAY, starter_stems())
    assert not is_actionable(query, TODAY)


@given(st.text(max_size=80))
def test_any_text_has_an_answer(text):
    is_actionable(text.lower(), TODAY)
