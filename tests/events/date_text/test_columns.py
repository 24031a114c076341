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


def test_a_table_with_commas_and_one_with_an_unknown_column():
    commas = "Start,End,Subject,Location\n2027-02-09 08:00,2027-02-09 10:00,Styrgrupp,Tjörn"
    tabs = "Datum\tMötesnr\tHandlingar skickas\tPlats\n9 feb 2027 kl 8-10\tNr 1\t2 feb 2027\tTjörn"
    for text in (commas, tabs):
        (row,) = read_dates(text, today=date(2026, 11, 28))
        assert (row.start, row.end, row.location) == ("2027-02-09T08:00", "2027-02-09T10:00", "Tjörn")


def test_an_english_date_is_read_by_its_weekday():
    (row,) = read_dates("Start: Thu 2/11/2027 1:00 PM\nEnd: Thu 2/11/2027 2:30 PM", today=date(2026, 11, 28))
    assert (row.start, row.end) == ("2027-02-11T13:00", "2027-02-11T14:30")


def test_the_city_of_a_time_zone_is_no_place():
    (row,) = read_dates(
        "9 februari 2027 09:00–11:00 (Centraleuropeisk normaltid - Stockholm)", today=date(2026, 11, 28)
    )
    assert row.location == ""


def test_a_room_number_in_its_column_below_a_head_with_a_weekday():
    (row,) = read_dates("Dag|Datum|Tid|Lokal\nTor|4 feb 2027|13–15|3.12", today=date(2026, 11, 28))
    assert (row.start[11:], row.end[11:], row.location) == ("13:00", "15:00", "3.12")
