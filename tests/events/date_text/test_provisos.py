"""Labels that hold for all meetings "unless otherwise stated": the proviso is no part of the place."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _read(text: str):
    return read_dates(text, context="Möten 2027", today=TODAY)


@pytest.mark.parametrize(
    "label",
    [
        "Plats om inget annat anges: {}", "Plats (om inget annat anges): {}", "Plats, om inte annat anges: {}",
        "Plats för mötena: {}", "Plats i regel: {}", "Plats: {} (om inget annat anges)",
        "Plats {} om inget annat anges", "Lokal för samtliga möten: {}", "Mötesplats, om inget annat anges, är {}",
        "Ordinarie plats: {}", "Plats för alla: {}", "Plats: {}, om inget annat sägs",
    ],
)  # fmt: skip
@pytest.mark.parametrize("place", ["GR", "Teams", "Blå Hallen, Kungälv"])
def test_a_proviso_is_no_part_of_the_place(label, place):
    rows = _read(f"{label.format(place)}\n7 april kl 9-11\n14 april kl 9-11 Lerum")
    assert [(row.location, row.verdict) for row in rows] == [(place, "ok"), ("Lerum", "ok")]


@pytest.mark.parametrize(
    "line", ["Tid och plats om inget annat anges: kl 9–11, GR", "Tid och plats: kl 9-11, GR", "Tid: 9-11, plats: GR"]
)
def test_a_time_and_a_place_under_one_label(line):
    rows = _read(f"{line}\n7 april\n14 april")
    assert [(row.start[11:], row.end[11:], row.location) for row in rows] == [("09:00", "11:00", "GR")] * 2


@pytest.mark.parametrize("label", ["Möte", "Agenda", "Ärende"])
def test_hours_are_a_time_whatever_their_label(label):
    (row,) = _read(f"{label}: 10–12\n7 april")
    assert (row.start[11:], row.end[11:], row.theme) == ("10:00", "12:00", "")
