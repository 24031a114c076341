"""A status at the end of a column or a label, and words on a line of their own below one date."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _read(text: str):
    return read_dates(text, context="Möten 2027", today=TODAY)


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        (" (inställt)", "cancelled"), (" – inställt", "cancelled"), (", INSTÄLLT", "cancelled"),
        (" utgår", "cancelled"),
        (" (inställt pga sjukdom)", "cancelled"), (" (prel.)", "tentative"),
        (", preliminärt", "tentative"), ("", "planned"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("separator", ["\t", " | "])
@pytest.mark.parametrize("last", ["Plats", "Tema"])
def test_a_status_in_the_last_column(ending, status, separator, last):
    cells = {"Plats": "GR", "Tema": "Budget"}
    cells[last] += ending
    order = ["Datum", "Tid", *(name for name in cells if name != last), last]
    row = separator.join(["7 april", "kl 9-11", *(cells[name] for name in order[2:])])
    (read,) = _read(f"{separator.join(order)}\n{row}")
    assert (read.status, read.location, read.theme) == (status, "GR", "Budget")


@pytest.mark.parametrize("label", ["Plats: GR", "Tema: Budget"])
@pytest.mark.parametrize("ending", [" (inställt)", " – inställt", ", inställt pga sjukdom"])
@pytest.mark.parametrize("joint", [" ", "\n"])
def test_a_status_after_the_value_of_a_label(label, ending, joint):
    (read,) = _read(f"7 april kl 9-11{joint}{label}{ending}")
    assert read.status == "cancelled"
    assert (read.location or read.theme) == label.split(": ")[1]


def test_a_subject_that_speaks_of_cancelling_is_no_status():
    (read,) = _read("7 april kl 9-11 Tema: Inställda möten under pandemin")
    assert (read.status, read.theme) == ("planned", "Inställda möten under pandemin")


@pytest.mark.parametrize(
    ("words", "verdict"),
    [
        ("Skolfrågor", "warning"), ("Uppföljning av planen", "warning"), ("Digitalisering", "warning"),
        ("Styrelsen", "ok"), ("Övriga möten", "ok"), ("AU", "ok"),
        ("Kontakt: anna@example.org", "ok"), ("Välkomna!", "ok"),
    ],
)  # fmt: skip
def test_a_subject_below_one_date_of_several_is_doubted(words, verdict):
    rows = _read(f"7 april kl 9\n14 april kl 9\n{words}\n21 april kl 9")
    assert [row.verdict for row in rows] == ["ok", verdict, "ok"]


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("Årsmöte inställt", "Årsmöte"),
        ("Dialogmöte (inställt)", "Dialogmöte"),
        ("mötet inställt", ""),
        ("Inställt", ""),
    ],
)
def test_a_kind_of_meeting_stays_beside_its_cancellation(words, theme):
    (read,) = _read(f"7 april kl 9-11, {words}")
    assert (read.status, read.theme, read.verdict) == ("cancelled", theme, "ok")


@pytest.mark.parametrize("line", ["Lunch kl 12", "Fika serveras från kl 8.30", "Samling kl 8.45"])
@pytest.mark.parametrize("gap", ["", "\n"])
def test_a_clock_of_something_else_below_a_list_is_not_the_meetings(line, gap):
    rows = [row for row in _read(f"Kl 14–16\n7 april\n14 april\n{gap}{line}") if row.verdict != "refused"]
    assert [row.start[11:] for row in rows] == ["14:00", "14:00"]


def test_a_clock_below_a_row_that_has_one_from_above_is_doubted():
    rows = _read("Kl 14–16:\n7 april\n14 april\nAvslutning kl 15")
    assert rows[1].verdict == "warning"
