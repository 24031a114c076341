"""What the form warns of: days, wrong years, doubles and clashes."""

from datetime import date, time

import pytest

from events.remarks.on_meetings import Other, remarks
from events.remarks.planned import Planned

TODAY = date(2026, 11, 25)


def meeting(day, start="08:30", end="11:30", **fields):
    clock = [time.fromisoformat(text) if text else None for text in (start, end)]
    first = date.fromisoformat(day)
    return Planned(first, fields.pop("last", first), *clock, **fields)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2027-02-05", []),
        ("2027-03-29", ["Annandag påsk, påsklov."]),
        ("2027-02-20", ["Lördag, sportlov."]),
        ("2027-11-03", ["Höstlov."]),
        ("2027-05-07", ["Klämdag."]),
        ("2026-02-18", []),  # it has been, and nobody can do anything about it
    ],
)
def test_the_day(day, words):
    assert remarks(meeting(day), [], [], TODAY) == words


def test_of_several_days_the_first_that_is_something_is_named():
    assert remarks(meeting("2027-03-24", last=date(2027, 3, 26)), [], [], TODAY) == ["Onsdag 24 mars: påsklov."]


@pytest.mark.parametrize(
    ("day", "year"),
    [("2025-02-05", 2027), ("2029-02-05", 2027), ("2026-02-05", 2027), ("2020-02-29", 2027), ("2027-09-10", None)],
)
def test_a_date_far_from_the_others_is_asked_about(day, year):
    others = [meeting(text) for text in ("2027-02-12", "2027-04-23", "2027-06-11")]
    found = [text for text in remarks(meeting(day), others, [], TODAY) if "Menade" in text]
    assert found == ([f"Datumet ligger långt från de andra. Menade du {year}?"] if year else [])


def test_years_are_not_guessed_where_the_others_are_far_apart_or_few():
    yearly = [meeting("2024-10-09"), meeting("2025-10-08")]
    assert remarks(meeting("2027-10-13"), yearly, [], TODAY) == []
    assert remarks(meeting("2027-10-13"), [meeting("2020-10-13")], [], TODAY) == []


def test_a_double_in_the_list_is_told_unless_one_is_cancelled():
    (told,) = remarks(meeting("2027-02-05"), [meeting("2027-02-05", "09:00", "10:00")], [], TODAY)
    assert told.startswith("Ett annat av datumen i listan är på samma tid.")
    assert remarks(meeting("2027-02-05"), [meeting("2027-02-05", cancelled=True)], [], TODAY) == []
    assert remarks(meeting("2027-02-05", "13:00", "14:00"), [meeting("2027-02-05")], [], TODAY) == []


@pytest.mark.parametrize(
    ("relation", "place", "words"),
    [
        ("own", "", "Nätverket har redan ett möte då: Beta, möte, kl.\u00a010.00–12.00."),
        ("related", "", "Krockar med ett närstående nätverk: Beta, möte, kl.\u00a010.00–12.00."),
        ("", "kungälv", "Samma plats, samma tid: Beta, möte är i kungälv, kl.\u00a010.00–12.00."),
        ("", "Mölndal", None),
        ("", "", None),
    ],
)
def test_clashes(relation, place, words):
    other = Other(meeting("2027-02-05", "10:00", "12:00", place=place), "Beta, möte", relation)
    mine = meeting("2027-02-05", place="Kungälv")
    assert remarks(mine, [], [other], TODAY) == ([words] if words else [])
    assert remarks(meeting("2027-02-05", "13:00", "14:00", place="Kungälv"), [], [other], TODAY) == []
    assert remarks(meeting("2027-02-05", place="Kungälv", cancelled=True), [], [other], TODAY) == []
