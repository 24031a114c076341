"""Lists put together at random from known parts and unknown words: a row that is ok has lost nothing."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from events.date_text import read_text
from tests.examples import examples

TODAY = date(2026, 11, 28)
KNOWN = (
    "9 februari 2027", "kl 9-11", "kl. 13.00–15.30", "GR", "Kungälv", "Teams", "inställt", "preliminärt", "(prel.)",
    "heldag", "v. 6", "Tema: budget", "Plats: Lerum", "OBS", ",", "-", "(", ")", "tisdag", "i", "på", "och", "för",
    "flyttat från 2 februari", "anmälan senast 2 februari", "samma tid", "varje vecka", "24.00", "Room 4.12", "\t",
    "PT2H", "/", "kl 18-24", "ca", "till", "2 timmar", "100-årsfest", ".", ":", "?", "eller", "reservdatum",
)  # fmt: skip
UNKNOWN = (
    "Kvabbel", "zorp", "POSTPONED", "knasade", "Vrensa-Hult", "blidde", "omtalt", "F17x", "skubbas", "Höglunda",
    "tbfx", "förskutet", "pendling", "Qvist", "uppknutna",
)  # fmt: skip
parts = st.lists(st.one_of(st.sampled_from(KNOWN), st.sampled_from(UNKNOWN)), min_size=2, max_size=9)


def _words(text: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]{2,}", text) if word in UNKNOWN]


@settings(max_examples=examples(300), deadline=None)
@given(parts, st.booleans())
def test_an_unknown_word_is_shown_or_warned_of(ink, dated_first):
    line = " ".join((["9 mars 2027"] if dated_first else []) + ink)
    rows = read_text(line, today=TODAY).rows
    for row in rows:
        if row.verdict == "ok":
            shown = " ".join(f"{one.theme} {one.location} {one.message}" for one in rows).casefold()
            assert [word for word in _words(line) if word.casefold() not in shown] == []


@settings(max_examples=examples(150), deadline=None)
@given(st.lists(st.sampled_from(KNOWN[1:8] + UNKNOWN), min_size=1, max_size=4).map(" ".join))
def test_every_figure_is_a_date_a_time_or_shown(tail):
    line = f"9 mars 2027 kl 9-11 {tail} 37"
    for row in read_text(line, today=TODAY).rows:
        assert row.verdict != "ok" or "37" in f"{row.theme} {row.location} {row.message}"


HEADINGS = (
    "{} datum:", "Datum som {}", "Möten ({})", "{} möten 2027", "Mötesdatum, {}", "Dates ({})",
)  # fmt: skip


@pytest.mark.parametrize("heading", HEADINGS)
@pytest.mark.parametrize(
    "word",
    ["ej fastställda", "ännu inte beslutade", "obekräftade", "inte längre aktuella", "flyttade", "eventuella"],
)
def test_what_a_heading_says_of_its_dates_is_read_or_warned_of(heading, word):
    rows = read_text(f"{heading.format(word)}\n9 februari 2027 kl 9-11\n16 mars 2027 kl 9-11", today=TODAY).rows
    assert len(rows) == 2
    for row in rows:
        assert row.status != "planned" or row.verdict != "ok"


@pytest.mark.parametrize(
    "heading",
    ["Planerade möten 2027", "Ordinarie mötestider", "Fastställda datum:", "Mötesdatum", "Samtliga möten kl 9-11"],
)
def test_an_ordinary_heading_casts_no_doubt(heading):
    (row,) = read_text(f"{heading}\n9 februari 2027 kl 9-11", today=TODAY).rows
    assert (row.status, row.verdict) == ("planned", "ok")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("9 mars 2027 kl 9-11 (om vi får lokalen)", "planned"),
        ("9 mars 2027 kl 9-11 kan komma att flyttas", "planned"),
        ("9 March 2027 10:00-12:00 likely to be moved", "planned"),
        ("Troligen 9 mars 2027 kl 9-11, kanske flyttas", "tentative"),
    ],
)
def test_a_hedge_is_named(text, status):
    (row,) = read_text(text, today=TODAY).rows
    assert (row.status, row.verdict) == (status, "warning")
    assert "hedged" in row.remarks


def test_a_name_beside_known_places_is_a_place_to_look_at():
    text = "9 februari 2027 kl 9-11, Tranemo\n9 mars 2027 kl 9-11, Vrensa-Hult\n13 april 2027 kl 9-11, Budgetdialog"
    rows = read_text(text, today=TODAY).rows
    assert [(row.location, row.theme, row.verdict) for row in rows] == [
        ("Tranemo", "", "ok"),
        ("Vrensa-Hult", "", "warning"),
        ("", "Budgetdialog", "ok"),
    ]


@pytest.mark.parametrize(
    ("place", "read"),
    [
        ("Room 4.12", "Room 4.12"), ("12.07 Vinga", "12.07 Vinga"), ("A-huset 5.2", "A-huset 5.2"), ("GR 13.00", "GR"),
    ],
)  # fmt: skip
def test_the_number_of_a_room_is_no_time(place, read):
    (row,) = read_text(f"Plats: {place}\n9 mars 2027", today=TODAY).rows
    assert row.location == read


@pytest.mark.parametrize("line", ["Vrensa: Hult", "Lägesbild: oklart", "Knasplats: Zorp"])
@pytest.mark.parametrize("above", [True, False])
def test_a_line_with_an_unknown_label_beside_a_row_is_named(line, above):
    row = "9 mars 2027 kl 9-11"
    (read,) = read_text(f"{line}\n{row}" if above else f"{row}\n{line}", today=TODAY).rows
    assert read.verdict == "warning"
    assert line in read.message


def test_a_status_under_its_label():
    text = "9 mars 2027 kl 9-11\nVisa tid som: Preliminär\n\n16 mars 2027 kl 9-11\nStatus: Inställt"
    assert [row.status for row in read_text(text, today=TODAY).rows] == ["tentative", "cancelled"]
