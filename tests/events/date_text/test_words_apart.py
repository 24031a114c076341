"""Words beside a cancellation, a deadline, an exception or a year: which of them belong to the meeting."""

from datetime import date

import pytest

from events.date_text import read_dates, read_text

TODAY = date(2026, 11, 28)


def _read(text: str):
    return read_dates(text, context="Möten 2027", today=TODAY)


@pytest.mark.parametrize("words", ["budget", "sjukdom i gruppen", "vinterkräksjuka", "för få har tackat ja"])
@pytest.mark.parametrize("row", ["inställt – {}", "inställt: {}", "inställt, {}", "inställt ({})", "INSTÄLLT - {}"])
def test_words_after_a_cancellation_are_its_reason_where_there_is_a_theme(row, words):
    (read,) = _read(f"7 april kl 9-11 Skolfrågor, {row.format(words)}")
    assert (read.status, read.theme, read.remarks) == ("cancelled", "Skolfrågor", ("reason",))
    assert words in read.message


@pytest.mark.parametrize("row", ["inställt – budget", "inställt: budget", "inställt, budget", "inställt (budget)"])
def test_without_a_theme_they_are_reason_or_theme(row):
    (read,) = _read(f"7 april kl 9-11 {row}")
    assert (read.status, read.theme, read.remarks) == ("cancelled", "budget", ("reason_or_theme",))


@pytest.mark.parametrize("row", ["7 april kl 9-11 inställt, {}", "7 april kl 9-11 – inställt ({})"])
@pytest.mark.parametrize("place", ["Lerum", "Teams", "GR"])
def test_a_place_after_a_cancellation_is_no_reason(row, place):
    (read,) = _read(row.format(place))
    assert (read.status, read.location, read.verdict) == ("cancelled", place, "ok")


@pytest.mark.parametrize(
    ("days", "count"),
    [
        ("7, 14\napril kl 9-11", 2), ("7, 14, 21\napril kl 9-11", 3), ("7,14\napril kl 9-11", 2),
        ("den 7, 14\napril kl 9-11", 2), ("7, 14 och 21\napril kl 9-11", 3), ("7 och 14\napril, kl 9-11", 2),
    ],
)  # fmt: skip
def test_days_on_a_line_above_their_month(days, count):
    rows = _read(days)
    assert [(row.start, row.verdict) for row in rows] == [
        (f"2027-04-{day:02}T09:00", "ok") for day in (7, 14, 21)[:count]
    ]


def test_days_that_find_no_month_are_refused():
    assert [row.verdict for row in _read("7 april\n\n3, 10")] == ["ok", "refused"]


@pytest.mark.parametrize(
    "line",
    [
        "7 och 14 april, ej 21 april", "7 och 14 april (ej 21 april)", "7 och 14 april, men inte 21 april",
        "7 april och 14 april, inte den 21 april", "7 och 14 april, inte 21 april, kl 9",
        "7, 14 april, ej 21 april kl 9",
    ],
)  # fmt: skip
def test_a_day_that_a_list_excepts_is_not_an_old_date(line):
    rows = _read(line)
    clock = "T09:00" if "kl" in line else ""
    assert [(row.start, row.verdict) for row in rows] == [
        (f"2027-04-07{clock}", "ok"),
        (f"2027-04-14{clock}", "ok"),
    ]


@pytest.mark.parametrize(
    ("words", "theme"),
    [
        ("Budget anmälan senast 3 april", "Budget"), ("Skolfrågor osa 3 april", "Skolfrågor"),
        ("Budget handlingar skickas 1 april", "Budget"), ("Budget. Anmälan senast 3 april", "Budget"),
        ("vi vill ha svar senast 3 april", ""), ("anmälan senast 3 april", ""),
        ("Budget, sista anmälan 3 april", "Budget"),
    ],
)  # fmt: skip
def test_words_before_a_deadline_stay(words, theme):
    (row,) = _read(f"7 april kl 9-11 {words}")
    assert (row.start, row.theme) == ("2027-04-07T09:00", theme)


@pytest.mark.parametrize(
    ("heading", "theme"),
    [
        ("Fregatten 2027", "Fregatten"), ("AU 2027", "AU"), ("Styrgruppen våren 2027", "Styrgruppen"),
        ("Våren 2027", ""), ("Mötesdagar 2027", ""), ("Tidsplan 2027", ""), ("Läsåret 2026/27", ""),
    ],
)  # fmt: skip
def test_a_name_before_the_year_of_a_line_stays(heading, theme):
    rows = _read(f"{heading}: 7 april kl 9-11, 14 april kl 9-11")
    assert [(row.start, row.theme) for row in rows] == [("2027-04-07T09:00", theme), ("2027-04-14T09:00", theme)]


@pytest.mark.parametrize(
    "text",
    ["{}\n7 april", "7 april\n{}", "7 april kl 9\n{}\n\n14 april kl 9\n{}", "7 april\nkl 9\n{}", "7 april\n{}:"],
)
def test_a_line_of_a_link_is_no_theme_and_is_shown(text):
    reading = read_text(text.format("Möteslänk", "Möteslänk"), context="Möten 2027", today=TODAY)
    assert {row.theme for row in reading.rows} == {""}
    shown = [line.text for line in reading.others if line.text.startswith("Möteslänk")]
    assert len(shown) == text.count("{}")
