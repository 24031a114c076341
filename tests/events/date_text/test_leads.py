"""What stands above a list and between its rows: labels, headings and clocks that hold on, or put rows in doubt."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _read(text: str):
    return read_dates(text, context="Möten 2027", today=TODAY)


@pytest.mark.parametrize("label", ["Tid: kl 9-11", "Tid om inget annat anges: kl 9–11", "Kl 9-11", "Mötestid: 9–11"])
@pytest.mark.parametrize("first", ["7 april kl 13-15", "7 april, 13.00–15.00"])
def test_a_usual_time_holds_past_a_first_row_with_its_own(label, first):
    rows = _read(f"{label}\n{first}\n14 april\n21 april")
    assert [row.start[11:] for row in rows] == ["13:00", "09:00", "09:00"]
    assert [row.verdict for row in rows] == ["ok"] * 3


@pytest.mark.parametrize("heading", ["Styrelsen (kl 13–15)", "Lerum:", "Grupp 1", "Inställda möten:"])
def test_labels_above_the_first_heading_are_not_spent_on_its_rows(heading):
    rows = _read(f"Tid: kl 9-11\nPlats: GR\n{heading}\n7 april\n\nÖvriga möten\n14 april")
    assert (rows[1].start[11:], rows[1].location) == ("09:00", "GR")


@pytest.mark.parametrize(
    ("cell", "place", "theme"),
    [
        ("Kungälv: Barn och unga", "Kungälv", "Barn och unga"),
        ("Teams: Årsmöte", "Teams", "Årsmöte"),
        ("rum 4: Introduktion", "Rum 4", "Introduktion"),
        ("Rådhuset, Alingsås: Digitalisering", "Rådhuset, Alingsås", "Digitalisering"),
        ("Folkets hus: Budget", "Folkets hus", "Budget"),
        ("Värd: Kungälv", "", "Värd: Kungälv"),
    ],
)
@pytest.mark.parametrize("joint", [", ", " – ", " "])
def test_a_place_before_a_colon(cell, place, theme, joint):
    (row,) = _read(f"7 april kl 9-11{joint}{cell}")
    assert (row.location, row.theme, row.verdict) == (place, theme, "ok")


@pytest.mark.parametrize(
    "heading",
    ["Styrelsen på GR kl 10-12", "AU på GR, kl 10-12", "Nätverksträff på GR (kl 10-12)", "Grupp 1 på GR kl 10-12"],
)
def test_the_name_of_a_group_is_no_part_of_its_place(heading):
    rows = _read(f"{heading}\n7 april\n14 april")
    assert [(row.start[11:], row.location) for row in rows] == [("10:00", "GR")] * 2


@pytest.mark.parametrize(
    ("text", "verdict"), [("Stadshuset\n{}", "warning"), ("Vi ses alltid kl 9-11\nStadshuset\n{}", "ok")]
)
def test_a_place_right_above_the_rows_is_theirs(text, verdict):
    rows = _read(text.format("7 april\n14 april"))
    assert [(row.location, row.verdict) for row in rows] == [("Stadshuset", verdict)] * 2


@pytest.mark.parametrize("name", ["Grupp 2", "Omgång 2", "Möte 2"])
def test_a_name_with_its_number_parts_groups(name):
    rows = _read(f"Grupp 1 (kl 9-11)\n7 april\n\n{name}\n14 april")
    assert rows[1].remarks == ("time_other_heading",)


@pytest.mark.parametrize(
    "line", ["Grupp 1 med Lerum och Ale från klockan 8 i år", "Obs att AU börjar klockan 8 den här terminen"]
)
@pytest.mark.parametrize("lead", ["Förmiddagar (kl 13–16, GR)", "Alla möten är kl 13–16."])
def test_a_clock_that_was_not_understood_puts_the_rows_below_in_doubt(line, lead):
    rows = _read(f"{lead}\n7 april kl 9-10\n\n{line}\n14 april\n21 april kl 9-10")
    dated = [row for row in rows if row.verdict != "refused"]
    assert [row.verdict for row in dated] == ["ok", "warning", "ok"]


def test_a_doubt_goes_on_past_a_line_of_words():
    rows = _read("7 april kl 9\n14 april\nTid: 9-11\nPlats: GR\nAnna Berg, sekreterare\n21 april kl 13\n28 april kl 9")
    assert [row.verdict for row in rows] == ["warning"] * 4
