"""Quotes and minus signs in what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.folding import fold
from search.analysis.operators import (
    MOST,
    beside_phrases,
    pattern,
    replaced,
    take_operators,
    while_typing,
    with_inner_quotes,
)
from search.analysis.words import clean, pieces, words


@pytest.mark.parametrize(
    ("query", "phrases", "without"),
    [
        ('"våld i nära relationer"', ("våld i nära relationer",), ()),
        ("”nära vård” möten", ("nära vård",), ()),
        ("gymnasium -fristående", (), ("fristående",)),
        ("möten \u2212ale –lerum", (), ("ale", "lerum")),
        ('IT-chef "hr-frågor" -ale', ("hr-frågor",), ("ale",)),
        ("IT-chef 7 - 9 maj, 2026-10-09", (), ()),
        ("chefer -hr-chefer", (), ("hr-chefer",)),
        ('ett " ensamt tecken', (), ()),
        ('"" "?"', (), ()),
    ],
)
def test_quotes_are_phrases_and_a_minus_leaves_out(query, phrases, without):
    found = take_operators(query)
    assert (found.phrases, found.without) == (phrases, without)


@given(st.text(max_size=80))
def test_the_rest_has_the_words_of_the_query_but_those_left_out(query):
    found = take_operators(query)
    left = set(words(found.rest))
    typed = words(clean(query))  # the rest is in composed form
    assert left <= {part for word in typed for part in (word, *pieces(word))}
    assert len(found.phrases) <= MOST and len(found.without) <= MOST
    if not found.without:
        assert words(found.rest) == typed


@given(
    st.lists(st.from_regex(r"[a-zåäö]{1,9}", fullmatch=True), min_size=1, max_size=4),
    st.sampled_from([" ", ", ", "\n", "-"]),
)
def test_a_phrase_is_found_whatever_stands_between_its_words_and_not_within_others(found, between):
    wanted = pattern(" ".join(found))
    assert wanted.search(fold(f"Först {between.join(found)}. Sist".upper()))
    assert not wanted.search(fold(f"x{found[0]}x {'x'.join(found)}x"))


@pytest.mark.parametrize("sign", ["-", "–", "\u2212"])
def test_a_minus_before_a_phrase_leaves_the_phrase_out(sign):
    found = take_operators(f'förskola {sign}"yngsta barnen" "hela dagen"')
    assert found.without_phrases == ("yngsta barnen",)
    assert found.phrases == ("hela dagen",)
    assert found.without == ()
    assert "yngsta" not in found.rest and "förskola" in found.rest


@given(st.text(max_size=80))
def test_no_text_breaks_what_is_beside_the_operators(query):
    found, beside = take_operators(query), beside_phrases(query)
    if not any(found[1:]):
        assert beside == query
    assert set(words(beside)) <= set(words(found.rest)) | set(words(query))
    assert replaced(query, {}) == clean(query)
    assert not take_operators(with_inner_quotes(query)).phrases


@given(
    st.lists(st.from_regex(r"[a-zåäö]{2,9}", fullmatch=True), min_size=1, max_size=4),
    st.sampled_from(['"{}"', "”{}”", "-{}", '-"{}"']),
)
def test_what_operators_hold_is_not_replaced(typed, sign):
    word = typed[0]
    held = sign.format(word)
    assert replaced(f"{word} {held} {word}x", {word: "annat"}) == f"annat {held} {word}x"
    assert beside_phrases(f"före {held}").split() == ["före"]


@given(st.lists(st.from_regex(r"[a-zåäö]{1,9}", fullmatch=True), min_size=1, max_size=4), st.data())
def test_each_beginning_of_a_phrase_finds_the_phrase_and_no_phrase_before_it_is_begun(typed, data):
    phrase = " ".join(typed)
    begun = phrase[: data.draw(st.integers(1, len(phrase)))]
    operators, unfinished = while_typing(f'möte -annat "{begun}')
    assert (operators.rest.split()[:1], operators.without, unfinished) == (["möte"], ("annat",), begun)
    assert pattern(unfinished, begun=True).search(fold(f"Först {phrase}."))
    assert while_typing(f'möte "{phrase}"') == (take_operators(f'möte "{phrase}"'), "")
    assert while_typing(f'möte -"{begun}')[0].rest.split() == ["möte"]


@given(st.text(max_size=60))
def test_nothing_that_is_typed_breaks_it(query):
    operators, begun = while_typing(query)
    assert set(words(begun)) <= set(words(operators.rest))
