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
