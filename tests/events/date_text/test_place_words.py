"""Rows put together of places, what leads to them and themes in any order: no part of a place is lost in silence."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import read_text
from tests.examples import examples

TODAY = date(2026, 11, 28)
# Names that no list holds, alone and with what places have beside them
NAMES = ("Vrensa", "Zorpholmen", "Blå Kvabbeln", "Villa Qvist", "Höglunda")
KNOWN = ("Kungälv", "Stadshuset", "Folkets hus", "Storgatan 3", "sal B12", "Lerum", "Teams")
LEADS = ("", "i", "på", "hos", "vid", "utanför", "Samling vid", "Vi ses på", "Vi samlas i", "Lokal:", "Plats:")
FORMS = ("{}", "({})", "{}.")
THEMES = ("", "Budget", "Föredrag", "Dialog om planen", "Årsmöte", "Inställningar")
place = st.one_of(st.sampled_from(NAMES), st.sampled_from(KNOWN))
part = st.builds(
    lambda lead, name, form: f"{lead} {form.format(name)}".strip(),
    st.sampled_from(LEADS), place, st.sampled_from(FORMS),
)  # fmt: skip
any_part = st.one_of(part, st.sampled_from(THEMES))
tails = st.one_of(
    st.tuples(st.lists(any_part, min_size=1, max_size=4), st.sampled_from((", ", ". ", " - "))),
    st.tuples(st.lists(any_part, min_size=1, max_size=2), st.just(" ")),
)


def _words(text):
    return {word.casefold() for word in re.findall(r"[A-ZÅÄÖ][^\W\d_]+|\w*\d\w*", text)}


@settings(max_examples=examples(400), deadline=None)
@given(tails, st.booleans())
def test_every_word_of_a_place_is_stored_with_it_or_warned_of(joined, place_first):
    parts, joint = joined
    tail, head = joint.join(parts), "9 mars 2027 kl 9-11"
    line = f"{tail} {head}" if place_first else f"{head}{joint}{tail}"
    for row in read_text(line, today=TODAY).rows:
        if row.verdict == "ok":
            names = {word for name in (*NAMES, *KNOWN) if name in tail for word in _words(name)}
            assert names - _words(row.location) == set()
            themes = {word for theme in THEMES if theme in parts for word in _words(theme)}
            assert themes & _words(row.location) == set()


@settings(max_examples=examples(100), deadline=None)
@given(st.sampled_from(NAMES), st.sampled_from(NAMES + KNOWN), st.sampled_from(("{}, {}", "{} ({})", "{}. {}")))
def test_two_names_of_which_one_is_unknown_are_one_place_or_warned_of(first, second, form):
    for row in read_text(f"9 mars 2027 kl 9-11, {form.format(first, second)}", today=TODAY).rows:
        assert row.verdict != "ok" or (first in row.location and second in row.location)


@pytest.mark.parametrize(
    ("line", "location"),
    [
        ("9 februari 2027 kl 9-11, Stadshuset, Kungälv", "Stadshuset, Kungälv"),
        ("9 februari 2027 kl 9-11, Lokal: Dalskolan, sal B12. Ta med fika.", "Dalskolan, sal B12"),
        ("Möten i nätverket 2027: 9 februari kl 9-11 på Vara Konserthus", "Vara Konserthus"),
        ("9 februari 2027 kl 9-11 (Gothenburg)", "Gothenburg"),
        ("9 februari 2027 kl 9-11 digitalt (Teams)", "Teams"),
    ],
)
def test_a_plain_place_is_read(line, location):
    (row,) = read_text(line, today=TODAY).rows
    assert (row.location, row.verdict) == (location, "ok")


@pytest.mark.parametrize(
    ("line", "location"),
    [
        ("9 februari 2027 kl 13-16. Samling vid Naturum, Strandvägen 4, Åmål.", "Naturum, Strandvägen 4, Åmål"),
        ("Fullmäktige i Kungälv 2027: 9 februari. Mötena börjar kl 18 i stadshuset.", "Stadshuset, Kungälv"),
        ("9 februari 2027 kl 18 Öppet hus på Gröna Lyktan, Storgatan 41", "Gröna Lyktan, Storgatan 41"),
        ("9 februari 2027 kl 18 Föredrag, Hembygdsgården", "Hembygdsgården"),
        ("Träffa oss 9 februari 2027 kl 18 på Nordens Zorp", "Nordens Zorp"),
    ],
)
def test_a_place_in_running_words_is_read(line, location):
    (row,) = read_text(line, today=TODAY).rows
    assert row.location == location
