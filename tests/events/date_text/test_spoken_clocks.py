"""Hours in words and sentences about all meetings: the rows get the clock, or are doubted."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _read(text: str):
    return read_dates(text, context="Möten 2027", today=TODAY)


@pytest.mark.parametrize(
    ("sentence", "start", "end"),
    [
        ("Vi börjar nio och håller på till elva", "09:00", "11:00"),
        ("Vi börjar 9 och slutar 11", "09:00", "11:00"),
        ("Vi träffas nio till elva", "09:00", "11:00"),
        ("Alla möten är mellan nio och elva", "09:00", "11:00"),
        ("Vi håller på från nio till elva", "09:00", "11:00"),
        ("Samtliga träffar pågår nio till tolv.", "09:00", "12:00"),
        ("Mötestid nio–tolv", "09:00", "12:00"),
        ("Tid: nio till elva", "09:00", "11:00"),
        ("Vi ses alltid tretton", "13:00", ""),
        ("Alla möten startar prick nio", "09:00", ""),
        ("Vi börjar halv nio och slutar elva", "08:30", "11:00"),
    ],
)
def test_hours_in_words_are_read(sentence, start, end):
    rows = _read(f"{sentence}\n7 april\n14 april")
    assert [(row.start[11:], row.end[11:], row.verdict) for row in rows] == [(start, end, "ok")] * 2


@pytest.mark.parametrize(
    "sentence",
    [
        "Vi börjar två", "Träffarna börjar ett", "Vi börjar nio och slutar tre", "Vi träffas på förmiddagen",
        "Mötena är på eftermiddagar", "Samtliga möten varar två timmar", "Vi ses alltid efter lunch",
        "Vi brukar hålla på en förmiddag", "Mötena börjar när alla är på plats",
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", [False, True])
def test_a_sentence_about_all_meetings_that_is_not_understood_is_a_doubt(sentence, below):
    rows = ["7 april", "14 april"]
    read = _read("\n".join([*rows, "", sentence] if below else [sentence, *rows]))
    assert [row.verdict for row in read] == ["warning", "warning"]


@pytest.mark.parametrize("greeting", ["Vi ses!", "Välkomna! Vi ses där!", "Alla är välkomna", "Hjärtligt välkomna"])
def test_a_greeting_is_no_doubt(greeting):
    (row,) = _read(f"{greeting}\n7 april")
    assert row.verdict == "ok"


@pytest.mark.parametrize("words", ["från två kommuner", "till tio deltagare", "vi är nio kommuner", "från sju skolor"])
def test_counts_in_words_are_no_clocks(words):
    (row,) = _read(f"7 april, {words}")
    assert row.start == "2027-04-07"
