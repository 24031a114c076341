"""Words beside a date: each is place, theme or status of the meeting, or the row has a warning."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.date_text import read_dates, read_text

TODAY = date(2027, 1, 4)
NAMES = st.sampled_from(["Fregatten", "Blå Hallen", "Knutpunkten", "Saga", "Villa Belparc", "Västra Frölunda"])
SENTENCES = st.sampled_from(
    [
        "{} 7 april kl 9-11", "7 april {} kl 9-11", "7 april kl 9-11 {}", "7 april kl 9-11, {}, GR",
        "7 april kl 9-11 Teams {}", "7 april, {}", "7 april kl 9-11 prel {}", "7 april kl 9-11 {} inställt",
        "7 april kl 9-11 inställt, {}", "7 april kl 9-11 OBS {}", "{}: 7 april kl 9-11", "7 april kl 9-11 @ {}",
        "7 april kl 9-11 {}, anmälan senast 3 april", "7 april kl 9-11 {} flyttat från 3 april",
        "7 april kl 9-11 {} https://x.example/a?b=1", "7 april kl 9-11 samma plats {}", "7 april\tkl 9-11\tGR\t{}",
        "7 april kl 9-11 ({}", "April 7, 2027, 9-11 am, {}", "7 april kl 9-11 {} och Teams",
        "7 april kl 9-11 Hybrid: {}", "7 april kl 9-11 inställt pga {}", "7 april kl 9-11; lunch på {}",
    ]
)  # fmt: skip


@given(NAMES, SENTENCES)
def test_no_name_is_lost_from_a_row_that_is_ok(name, sentence):
    rows = read_dates(sentence.format(name), context="Möten 2027", today=TODAY)
    assert rows
    for row in rows:
        said = f"{row.location} {row.theme} {row.message}"
        assert row.verdict != "ok" or all(word in said for word in name.split())


@pytest.mark.parametrize(
    ("text", "theme"),
    [
        ("14 april kl 9-11 Tema: Lagändringen 1 juli 2027", "Lagändringen 1 juli 2027"),
        ("14 april kl 9-11, nya lagen från 1 juli", "nya lagen från 1 juli"),
        ("24 februari kl 9-11: Uppföljning av beslut från 18 november", "Uppföljning av beslut från 18 november"),
        ("24 februari kl 9-11 Rapport från mötet 3 mars, budget", "Rapport från mötet 3 mars, budget"),
        ("28 april kl 9-11 i Ale; lunch på Opaltorget", "lunch på Opaltorget"),
        ("9 februari kl 9-11 Dag 1 av 2", "Dag 1 av 2"),
    ],
)
def test_theme_keeps_its_own_words(text, theme):
    (row,) = read_dates(text, context="Möten 2027", today=TODAY)
    assert (row.theme, row.verdict) == (theme, "ok")


def test_each_day_of_a_month_table_has_its_body():
    reading = read_text("| Månad | AU | Nämnd |\n|---|---|---|\n| Januari | 12 | 26 |", context="2027", today=TODAY)
    assert [(row.start, row.theme, row.verdict) for row in reading.rows] == [
        ("2027-01-12", "AU", "warning"),
        ("2027-01-26", "Nämnd", "warning"),
    ]
    assert [(line.text, line.used) for line in reading.others] == [
        ("| Månad | AU | Nämnd |", True),
        ("|---|---|---|", True),
    ]


def test_moved_meeting_names_its_old_date():
    (row,) = read_dates("5 april kl 9-11 flyttas till 12 april kl 13-15", context="Möten 2027", today=TODAY)
    assert row.message == "Mötet är flyttat. Vi har läst det nya datumet. Det gamla datumet är 5 april."
