"""Sentences beside a list that change its meetings: every row they may touch is right, or a warning."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)
ROWS = "9 februari 2027 kl 9-11\n16 mars 2027 kl 9-11"


@pytest.mark.parametrize(
    "sentence",
    [
        "Det sista mötet är inställt", "OBS! Marsmötet är inställt.", "Mötet i mars är flyttat till kl 13.",
        "Ej bokade än", "(båda preliminära)", "Datumen är inte spikade", "Mötet i mars skjuts upp",
        "Subject: Canceled: Network meeting", "Alla möten är på Teams utom den 16 mars",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["{0}\n{1}", "{0}\n\n{1}", "{1}\n{0}", "{1}\n\n{0}"])
def test_a_sentence_of_one_meeting_or_another_puts_the_rows_in_doubt(sentence, form):
    rows = [row for row in read_dates(form.format(sentence, ROWS), today=TODAY) if row.start_date]
    assert {row.verdict if row.status == "planned" else "warning" for row in rows} == {"warning"}


@pytest.mark.parametrize(
    "sentence",
    [
        "Marsmötet är digitalt, övriga på GR.", "OBS! Båda är digitala", "Observera att mötet i mars är i Lerum",
        "Mötena är i Mölndal våren och i Ale hösten", "GR",
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["{0}\n\n{1}", "{1}\n\n{0}"])
def test_a_sentence_about_a_place_puts_rows_without_one_in_doubt(sentence, form):
    rows = [row for row in read_dates(form.format(sentence, ROWS), today=TODAY) if row.start_date]
    assert {row.verdict for row in rows} == {"warning"}


@pytest.mark.parametrize(
    "sentence", ["Alla möten är inställda tills vidare.", "Samtliga möten utgår", "Dessa möten är inställda"]
)
@pytest.mark.parametrize("form", ["{0}\n{1}", "{1}\n\n{0}"])
def test_a_sentence_that_cancels_all_meetings_cancels_them(sentence, form):
    rows = read_dates(form.format(sentence, ROWS), today=TODAY)
    assert [row.status for row in rows if row.verdict == "warning"].count("cancelled") in (1, 2)
    assert "ok" not in {row.verdict for row in rows}


@pytest.mark.parametrize(
    "sentence",
    ["Reservation för ändringar", "(ställs in om färre än 5 anmälda)", "Med vänlig hälsning Anna", "Välkomna!"],
)
def test_a_proviso_or_a_greeting_changes_nothing(sentence):
    assert {row.verdict for row in read_dates(f"{ROWS}\n\n{sentence}", today=TODAY)} == {"ok"}


@pytest.mark.parametrize(
    ("ink", "place"),
    [
        ("(Stadsbiblioteket Göteborg, Götaplatsen 3)", "Stadsbiblioteket Göteborg, Götaplatsen 3"),
        (", Kommunhuset, Brodalsvägen 4, Rydebäck", "Kommunhuset, Brodalsvägen 4, Rydebäck"),
        (", Teams, Möte 3", "Teams"),
        (", GR, Grupp 2", "GR"),
    ],
)
def test_a_street_goes_on_with_its_house(ink, place):
    (row,) = read_dates(f"9 februari 2027 kl 9-11 {ink}", today=TODAY)
    assert row.location == place


def test_a_table_of_months_alone():
    rows = read_dates("Januari 2027\tMars 2027\n12\t16\n26\t".rstrip("\t") + "\t30", today=TODAY)
    assert [row.start_date for row in rows] == [
        date(2027, 1, 12),
        date(2027, 1, 26),
        date(2027, 3, 16),
        date(2027, 3, 30),
    ]


def test_a_shorter_row_of_a_table_of_months_is_refused():
    rows = read_dates("Januari\tFebruari\tMars\n12\t9\t16\n23\t30", today=TODAY)
    assert [row.verdict for row in rows] == ["warning"] * 3 + ["refused"]


def test_a_host_is_no_part_of_the_place():
    rows = read_dates(f"Värdkommun Härryda\n{ROWS}", today=TODAY)
    assert [row.location for row in rows] == ["Härryda"] * 2


def test_a_sentence_after_a_labelled_place_is_no_part_of_it():
    (row,) = read_dates("9 februari 2027 kl 9-11. Plats: Teams. Länk skickas ut.", today=TODAY)
    assert (row.location, row.theme) == ("Teams", "Länk skickas ut")


def test_rows_with_commas_below_a_head_with_commas():
    head = "Subject,Start Date,Start Time,End Date,End Time,Location"
    (row,) = read_dates(f"{head}\nNätverksträff,2027-02-09,09:00,2027-02-09,11:30,GR", today=TODAY)
    assert (row.start, row.end, row.location) == ("2027-02-09T09:00", "2027-02-09T11:30", "GR")


def test_a_day_without_a_word_among_days_with_meetings_is_doubted():
    rows = read_dates("Februari 2027\nmå 8\nti 9 kl 9-11 AU\non 10\nto 11 kl 13", today=TODAY)
    assert [row.verdict for row in rows if row.start_time is None] == ["warning"] * 2
