"""A heading ends what the heading before it said: the time is doubted, the place, form and status are left out."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _read(text: str):
    return read_dates(text, context="Möten 2027", today=TODAY)


@pytest.mark.parametrize(
    ("first", "second", "places"),
    [
        ("Digitala möten (kl 9–10)", "Fysiska möten (kl 13–16)", ["Digitalt", ""]),
        ("Digitala träffar kl 9-10", "Träffar på plats kl 13-16", ["Digitalt", ""]),
        ("Möten på Teams kl 9-10", "Möten på plats kl 13-16", ["Teams", ""]),
        ("Digitalt kl 9-10:", "Kl 13-16:", ["Digitalt", ""]),
        ("Styrelsen kl 9-10 (GR)", "AU kl 13-16", ["GR", ""]),
        ("Styrelsen, GR, kl 9-10", "AU, kl 13-16", ["GR", ""]),
        ("Teams kl 9-10", "GR kl 13-16", ["Teams", "GR"]),
        ("Styrelsens möten är alltid kl 9-10 på GR", "AU:s möten är alltid kl 13-16", ["GR", ""]),
        ("Alla digitala möten kl 9-10", "Alla fysiska möten kl 13-16", ["Digitalt", ""]),
    ],
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_place_holds_for_its_own_group(first, second, places, gap):
    rows = _read(f"{first}\n7 april\n14 april{gap}{second}\n21 april\n28 april")
    assert [(row.start[11:], row.end[11:], row.location) for row in rows] == [
        *[("09:00", "10:00", places[0])] * 2,
        *[("13:00", "16:00", places[1])] * 2,
    ]


@pytest.mark.parametrize(
    "lead",
    ["Alla möten är kl 9-11 på GR.", "Om inget annat anges träffas vi kl 9-11 på GR.", "Samtliga möten: kl 9-11, GR"],
)
@pytest.mark.parametrize("headings", [("AU", "Styrelsen"), ("Våren", "Hösten"), ("Grupp 1", "Grupp 2")])
def test_what_holds_for_every_meeting_holds_in_every_group(lead, headings):
    first, second = headings
    rows = _read(f"{lead}\n{first}\n7 april\n{second}\n14 april")
    assert [(row.start[11:], row.end[11:], row.location) for row in rows] == [("09:00", "11:00", "GR")] * 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Våren (kl 9-12)", "Hösten"),
        ("Våren 2027 kl 9-12", "Hösten 2027"),
        ("Kl 9-12:", "Digitalt:"),
        ("Förmiddagsmöten kl 9-12 i Lerum", "Eftermiddagsmöten kl 13-15"),
        ("Möten på GR", "Möten kl 13-15"),
    ],
)
def test_what_goes_on_below_the_next_heading_is_doubted(first, second):
    rows = _read(f"{first}\n7 april\n{second}\n13 oktober")
    assert rows[1].verdict == "warning"
    assert set(rows[1].remarks) <= {"time_other_heading", "place_other_heading"}


@pytest.mark.parametrize(
    ("first", "second", "statuses"),
    [
        ("Preliminära datum:", "Fastställda datum:", ["tentative", "planned"]),
        ("Fastställda datum:", "Preliminära datum:", ["planned", "tentative"]),
        ("Preliminära möten", "Övriga möten", ["tentative", "planned"]),
        ("Inställda möten:", "Övriga möten:", ["cancelled", "planned"]),
    ],
)
def test_a_status_holds_for_its_own_group(first, second, statuses):
    rows = _read(f"{first}\n7 april kl 9\n\n{second}\n14 april kl 9")
    assert [row.status for row in rows] == statuses


@pytest.mark.parametrize(
    "lines",
    [
        "Presidium: 8.30–9.30\nMöte: 10–12", "Presidium kl 8.30–9.30\nMöte kl 10–12",
        "Förmiddag kl 9-11\nEftermiddag kl 13-15", "Presidium kl 8.30-9.30, möte kl 10-12",
        "AU träffas kl 8 och styrelsen kl 10-12", "Tid: 9-11\nTid: 13-15", "Möte: 10-12\nPresidium: 8.30-9.30",
    ],
)  # fmt: skip
def test_two_clocks_above_a_list_are_doubted(lines):
    rows = _read(f"{lines}\n7 april\n14 april")
    assert [row.remarks for row in rows] == [("two_clocks",)] * 2


@pytest.mark.parametrize("lines", ["Tid: 9-11\nKl 9-11", "Alla möten kl 9-11\nTid: kl 9–11"])
def test_the_same_clock_twice_is_no_doubt(lines):
    rows = _read(f"{lines}\n7 april\n14 april")
    assert [(row.start[11:], row.verdict) for row in rows] == [("09:00", "ok")] * 2
