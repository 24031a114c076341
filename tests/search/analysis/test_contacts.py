"""A telephone number and an e-mail address give the same term in every way of writing them, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.contacts import contact_terms, take_contacts
from search.analysis.dates import is_day
from search.analysis.terms import token

AREA = st.from_regex(r"[1-9][0-9]{0,2}", fullmatch=True)
LOCAL = st.from_regex(r"[1-9][0-9]{5}", fullmatch=True)
NAME = st.from_regex(r"[a-z]{1,12}(?:[.+-][a-z0-9]{1,8}){0,2}", fullmatch=True)


def in_groups(figures, gap):
    return gap.join([figures[:2], figures[2:4], figures[4:]])


@given(AREA, LOCAL, st.sampled_from(["", " ", "\u00a0", "-", "\u2011"]))
def test_a_number_is_the_same_however_it_is_written(area, local, gap):
    ways = [
        f"0{area}{local}", f"0{area}-{in_groups(local, gap)}", f"(0{area}) {in_groups(local, gap)}",
        f"+46 {area} {in_groups(local, ' ')}", f"+46{area}{local}", f"+46 (0){area}-{local}", f"0046{area}{local}",
    ]  # fmt: skip
    assert {tuple(contact_terms(f"Ring {way}, eller skriv.")) for way in ways} == {(f"t46{area}{local}",)}


@given(NAME, st.from_regex(r"[a-z0-9]{1,12}(?:-[a-z0-9]{1,8})?", fullmatch=True))
def test_an_address_is_one_term_that_is_neither_a_word_nor_a_day(name, domain):
    (term,) = contact_terms(f"Skriv till {name.upper()}@{domain}.example.")
    assert [term] == contact_terms(f"<{name}@{domain}.example>")
    assert token(term) == term
    assert not is_day(term)
    assert any(letter.isdigit() for letter in term)


@pytest.mark.parametrize(
    "text",
    ["kl. 08.30–11.30", "09-10-2026", "2026-10-09", "dnr 0123/2026", "08:30", "0–3 år", "a @ b.se", "12 000 000"],
)
def test_what_is_neither_gives_no_term(text):
    assert contact_terms(text) == []


def test_they_are_taken_out_of_a_query_whole():
    assert take_contacts("ring 0313901234 nu") == ("ring   nu", [("0313901234", "t46313901234")])
    assert take_contacts("a.b@example.se") == (" ", [("a.b@example.se", "e0abexamplese")])
    assert take_contacts("dnr 0123/2026") == ("dnr 0123/2026", [])
