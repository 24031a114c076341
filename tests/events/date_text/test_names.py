"""A name beside a date: a town that is known, a subject, or a word that may be either."""

from datetime import date

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)


def _read(text: str):
    return read_dates(text, context="Möten 2027", today=TODAY)


@pytest.mark.parametrize("town", ["Lycksele", "Gotland", "Lilla Edet", "Östra Göinge", "Dals-Ed", "Berg", "Vara"])
def test_every_municipality_is_a_place(town):
    (row,) = _read(f"7 april kl 9-11 {town}")
    assert (row.location, row.theme, row.verdict) == (town, "", "ok")


@pytest.mark.parametrize(
    "name", ["Saga", "Draken", "Mässen", "Tumbo", "Villa Belparc", "Anna Berg", "Nätverksträff Saga"]
)
@pytest.mark.parametrize("row", ["7 april kl 9-11 {}", "7 april kl 9-11, {}", "7 april kl 9-11, GR, {}"])
def test_an_unknown_name_is_place_or_subject(row, name):
    (read,) = _read(row.format(name))
    assert (read.verdict, read.remarks) == ("warning", ("place_or_theme",))


@pytest.mark.parametrize(
    "subject", ["Budget", "Uppföljning", "Styrgruppen", "Skolfrågor", "Verksamhetsplan", "AU", "Digitalisering"]
)
def test_a_subject_is_no_place(subject):
    (row,) = _read(f"7 april kl 9-11 {subject}")
    assert (row.theme, row.location, row.verdict) == (subject, "", "ok")


@pytest.mark.parametrize(
    ("cell", "place", "theme"),
    [
        ("Budget, Lerum", "Lerum", "Budget"),
        ("Förbundsstämma, Gotland", "Gotland", "Förbundsstämma"),
        ("Blå Hallen, Kungälv", "Blå Hallen, Kungälv", ""),
        ("Villa Belparc, Göteborg", "Villa Belparc, Göteborg", ""),
    ],
)
def test_an_address_keeps_its_town_and_a_subject_does_not(cell, place, theme):
    (row,) = _read(f"7 april kl 9-11 {cell}")
    assert (row.location, row.theme) == (place, theme)


@pytest.mark.parametrize(
    ("names", "warned"),
    [
        (["Fritid", "Sagor", "Musik", "Idrott"], [False, True, True, True]),
        (["Sagor", "Musik", "Idrott"], [True, False, False]),
        (["Sagor", "Musik", "Fregatten"], [True, True, True]),
        (["Sagor", "Musik", "Kungälv"], [True, True, False]),
        (["Sagor", "Musik"], [True, True]),
    ],
)
def test_a_column_of_names_is_doubted_once_unless_one_of_them_sounds_like_a_place(names, warned):
    rows = _read("\n".join(f"{day} april kl 9-11 {name}" for day, name in zip((7, 14, 21, 28), names, strict=False)))
    assert [row.verdict == "warning" for row in rows] == warned


def test_a_town_after_a_subject_is_doubted():
    (row,) = _read("7 april kl 9-11 Budgetdialog Lerum")
    assert (row.theme, row.remarks) == ("Budgetdialog Lerum", ("place_or_theme",))
