"""Times, places and statuses on lines of their own: the rows above or below them take them, or are doubted."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.date_text import read_dates
from events.days.date_format import MONTHS

TODAY = date(2026, 11, 28)
DAYS = st.lists(st.dates(date(2027, 1, 4), date(2027, 12, 20)), min_size=4, max_size=9, unique=True).map(sorted)
CLOCKS = [("9", "11", "09:00", "11:00"), ("13", "15", "13:00", "15:00"), ("10", "12", "10:00", "12:00")]


def _line(day: date) -> str:
    return f"{day.day} {MONTHS['sv'][day.month - 1]}"


def _read(text: str):
    return [row for row in read_dates(text, context="Möten 2027", today=TODAY) if row.verdict != "refused"]


@given(
    DAYS,
    st.sampled_from(["Kl. {}–{}:", "Tid: kl {}-{}", "kl {}–{}", "Förmiddag kl {}-{}:"]),
    st.sampled_from(["\n", "\n\n"]),
)
def test_a_time_above_each_group_is_its_time(days, heading, gap):
    groups, expected = [], []
    runs = [days[:2], days[2:4], days[4:]] if len(days) > 5 else [days[:2], days[2:]]
    for run, (begin, end, start, stop) in zip(runs, CLOCKS, strict=False):
        groups.append("\n".join([heading.format(begin, end), *map(_line, run)]))
        expected += [(f"{day}T{start}", f"{day}T{stop}") for day in run]
    rows = _read(gap.join(groups))
    assert [(row.start, row.end) for row in rows] == expected


@given(st.lists(st.dates(date(2027, 1, 4), date(2027, 12, 20)), min_size=2, max_size=5, unique=True))
def test_a_time_below_a_list_holds_for_all_of_it_and_is_doubted(days):
    rows = _read("\n".join([*map(_line, sorted(days)), "", "Tid: kl 9-12", "Plats: GR"]))
    assert [(row.start[10:], row.end[10:], row.location, row.verdict) for row in rows] == [
        ("T09:00", "T12:00", "GR", "warning")
    ] * len(days)


@pytest.mark.parametrize("value", ["kl 9-11", "Kungälv", "INSTÄLLT"])
def test_between_two_rows_both_are_doubted(value):
    rows = _read(f"9 februari\n{value}\n16 mars")
    assert [row.verdict for row in rows] == ["warning", "warning"]
    assert all("group_unclear" in row.remarks for row in rows)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Kungälv\n9 februari kl 9\nLerum\n16 mars kl 9", ["Kungälv", "Lerum"]),
        ("Digitalt:\n9 februari\nFysiskt:\n16 mars", ["Digitalt", ""]),
        ("9 februari kl 9\nKungälv\n16 mars kl 9\nLerum", ["Kungälv", "Lerum"]),
        ("9 februari kl 9\n\nKungälv\n\n16 mars kl 9\n\nLerum", ["Kungälv", "Lerum"]),
    ],
)
def test_places_of_groups(text, places):
    assert [row.location for row in _read(text)] == places


def test_a_heading_cancels_its_group_and_no_other():
    rows = _read("INSTÄLLT:\n9 februari\n16 mars\n\nNya datum:\n13 april")
    assert [row.status for row in rows] == ["cancelled", "cancelled", "planned"]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Start: 9 februari 2027 09:00\nSlut: 9 februari 2027 11:30", "2027-02-09T09:00", "2027-02-09T11:30"),
        ("Börjar: 9 februari kl 9\nSlutar: 10 februari kl 12", "2027-02-09T09:00", "2027-02-10T12:00"),
        ("Starttid: 09:00\nSluttid: 11:30\nDatum: 9 februari", "2027-02-09T09:00", "2027-02-09T11:30"),
        ("From: February 9, 2027 9:00 AM\nTo: February 9, 2027 1:00 PM", "2027-02-09T09:00", "2027-02-09T13:00"),
        (
            "Startdatum: 2027-02-09\nSlutdatum: 2027-02-09\nStarttid: 09:00\nSluttid: 11:30",
            "2027-02-09T09:00", "2027-02-09T11:30",
        ),
    ],
)  # fmt: skip
def test_a_pair_of_lines_is_one_meeting(text, start, end):
    (row,) = _read(text)
    assert (row.start, row.end) == (start, end)


@given(
    DAYS,
    st.permutations(
        ["Förmiddagar", "Eftermiddagar", "Arbetsutskottet", "Styrelsen", "Nätverksträff", "Barn och unga", "Grupp 2"]
    ),
    st.sampled_from(["{} {}–{}", "{} kl. {}-{}", "{}, kl {}–{}", "{} (kl {}-{})", "{}: kl {}-{}"]),
    st.sampled_from(["\n", "\n\n"]),
)
def test_a_name_and_a_clock_above_each_group_is_its_heading(days, names, heading, gap):
    groups, expected = [], []
    for name, run, (begin, end, start, stop) in zip(names, [days[:2], days[2:]], CLOCKS, strict=False):
        groups.append("\n".join([heading.format(name, f"{begin}.30", f"{end}.30"), *map(_line, run)]))
        expected += [(f"{day}T{start[:2]}:30", f"{day}T{stop[:2]}:30") for day in run]
    rows = _read(gap.join(groups))
    assert [(row.start, row.end) for row in rows] == expected


def test_a_name_and_a_clock_between_rows_may_belong_to_either():
    rows = _read("14 januari\n11 februari\nStyrelsen 13.15–16\n22 april\n20 maj")
    assert ["group_unclear" in row.remarks for row in rows] == [True] * 4


DEFAULTS = [
    "All meetings start at 10:00 and end at 11:30 in Room Linné unless stated.",
    "Unless otherwise stated, meetings run from 10.00 to 11.30 in Room Linné.",
    "Vi ses kl 10–11.30 i Room Linné om inget annat anges",
    "Samtliga möten hålls kl. 10.00-11.30 i Room Linné, om inte annat anges.",
    "Om inget annat sägs träffas vi kl 10–11.30 i Room Linné.",
    "Möten alltid i Room Linné kl 10-11.30, såvida inget annat anges",
    "Om inget annat sägs är tiden kl 10–11.30 och platsen Room Linné.",
    "Meetings are held 10:00-11:30 in Room Linné.",
]


@pytest.mark.parametrize("default", DEFAULTS)
@pytest.mark.parametrize("below", [False, True])
def test_a_sentence_with_the_usual_time_and_place_holds_for_rows_without_their_own(default, below):
    rows = ["13 januari", "17 februari (14:00-15:00)", "17 mars"]
    read = _read("\n".join([*rows, "", default] if below else [default, *rows]))
    assert [(row.start[11:], row.end[11:], row.location) for row in read] == [
        ("10:00", "11:30", "Room Linné"),
        ("14:00", "15:00", "Room Linné"),
        ("10:00", "11:30", "Room Linné"),
    ]


@pytest.mark.parametrize(
    "line", ["Kaffe serveras från kl 8.30", "Vi brukar starta runt 8.30 med en genomgång av läget."]
)
@pytest.mark.parametrize("below", [False, True])
def test_a_clock_that_was_not_understood_puts_rows_without_a_clock_in_doubt(line, below):
    rows = ["13 januari", "17 mars"]
    read = _read("\n".join([*rows, "", line] if below else [line, *rows]))
    assert {row.verdict for row in read if row.all_day} <= {"warning"}
