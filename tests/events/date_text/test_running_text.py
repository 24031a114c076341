"""Meetings told of in sentences: places with a town, clocks beside food, dates in brackets and what was moved."""

from datetime import date, time

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _meetings(text):
    return [row for row in read_dates(text, context="Nätverket 2027", today=TODAY) if row.verdict != "refused"]


@pytest.mark.parametrize(
    "words, place",
    [
        ("i konferensrum B2, Rådhuset i Alingsås", "Konferensrum B2, Rådhuset i Alingsås"),
        ("på Hönö pensionat på Hönö", "Hönö pensionat på Hönö"),
        ("då hos Birgitta på Lundby bibliotek", "Lundby bibliotek"),
        ("hos Räddningstjänsten i Ale", "Räddningstjänsten i Ale"),
        ("på Folkhögskolan i Ljungskile och har lunch tillsammans", "Folkhögskolan i Ljungskile"),
        ("på Stadshuset och via Teams", "Stadshuset + Teams"),
        ("- Partille, Fregatten", "Partille, Fregatten"),
    ],
)
def test_the_place_is_read_whole_and_no_further(words, place):
    (row,) = _meetings(f"Vi träffas torsdag 15 april kl 9.30-12 {words}.")
    assert row.location == place


def test_the_next_date_ends_the_place_of_the_first():
    rows = _meetings("Vi möts 11 mars kl 9-11 i Rådhuset i Alingsås och på nytt 22 april kl 9-11 i Lundby bibliotek.")
    assert [row.location for row in rows] == ["Rådhuset i Alingsås", "Lundby bibliotek"]


def test_a_heading_in_capitals_is_no_room():
    (row,) = _meetings("LOKAL SAMORDNING\n15 april kl 9-11")
    assert row.location == ""


def test_the_hours_stand_above_the_clock_of_the_food():
    text = "Fralla finns från kl 7.15, mötet börjar 8.00 och slutar senast 9.45. Datumen är 3/2 och 3/3."
    rows = _meetings(text)
    assert [(row.start_time, row.end_time, row.verdict) for row in rows] == [(time(8), time(9, 45), "warning")] * 2


def test_a_date_in_a_bracket_has_the_clock_beside_it():
    text = "Vi startar tisdag 2 mars kl 14.00 och ses igen en månad senare (torsdag 1 april, 14:30, digitalt)."
    rows = _meetings(text)
    assert [(row.start_date.month, row.start_time, row.verdict) for row in rows] == [
        (3, time(14), "warning"),
        (4, time(14, 30), "ok"),
    ]


@pytest.mark.parametrize(
    "text", ["Terminen startar 18 augusti kl 8.", "Kursen startar 2 mars.", "Lagen startar 1 juli"]
)
def test_a_start_alone_is_no_meeting(text):
    assert _meetings(text) == []


def test_what_was_planned_is_not_past_when_it_moves():
    (row,) = _meetings("Träffen som var bokad till torsdag 6 maj flyttas till torsdag 20 maj kl 13-15.")
    assert (row.start_date, row.start_time, row.verdict) == (date(2027, 5, 20), time(13), "warning")


def test_what_has_been_is_past():
    assert _meetings("Mötet var den 4 mars kl 9.") == []


def test_the_same_time_in_english():
    rows = _meetings("We meet on 11 March 2027 at 10.00-11.30. The one after that is on 10 June 2027, same time.")
    assert [(row.start_time, row.end_time, row.verdict) for row in rows] == [(time(10), time(11, 30), "warning")] * 2
