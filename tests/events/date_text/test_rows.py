"""The parts of a row that the table of cases does not show: reasons, places, themes, limits and speed."""

from datetime import date, datetime
from itertools import count

import pytest

from events.date_text import DateRow, read_dates
from events.date_text.reader import MAX_CHARACTERS, MAX_ROWS
from tests.growth import cpu, in_proportion

TODAY = date(2026, 1, 2)


def _one(text: str, context: str = "Möten 2026", today: date = TODAY) -> DateRow:
    (row,) = read_dates(text, context=context, today=today)
    return row


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("fredag 7 februari", "Veckodagen stämmer inte: 7 februari 2026 är en lördag."),
        ("6 februari (v. 7)", "Veckonumret stämmer inte: 6 februari 2026 ligger i vecka 6."),
        ("14 maj", "14 maj 2026 är en helgdag: Kristi himmelsfärdsdag."),
        ("19 juni", "19 juni 2026 är midsommarafton. Då är många lediga. Sommarlov."),
        ("7 februari", "7 februari 2026 är en lördag."),
        ("31 april", "Datumet finns inte."),
        ("6 februari kl. 25.00", "Klockslaget finns inte."),
        ("6 februari kl. 13–11", "Sluttiden är före starttiden. Vi har lämnat tiden tom."),
        ("v. 12", "Bara en vecka står här. Skriv vilken dag mötet är."),
        ("Anmälan senast 6 februari", "Det här är en sista dag eller en anmälan, inte ett möte."),
        (
            "6 februari – flyttat till 20 februari",
            "Mötet är flyttat. Vi har läst det nya datumet. Det gamla datumet är 6 februari.",
        ),
    ],
)
def test_reason_in_plain_swedish(text, message):
    assert _one(text).message == message


@pytest.mark.parametrize(
    ("text", "verdict", "message"),
    [
        ("7 februari 2027", "warning", "7 februari 2027 är en söndag."),
        ("söndag 7 februari 2027", "ok", ""),
        ("16 februari 2027", "ok", "Sportlov."),
        ("28 mars 2027", "warning", "28 mars 2027 är en helgdag: påskdagen. Påsklov."),
        ("28 december 2027", "warning", "28 december 2027 är en av mellandagarna. Då är många lediga. Jullov."),
    ],
)
def test_each_day_is_judged_once(text, verdict, message):
    row = _one(text, context="")
    assert (row.verdict, row.message) == (verdict, message)


def test_guessed_year_says_which():
    row = _one("6 februari", context="", today=date(2026, 6, 1))
    assert (row.start, row.verdict, row.message) == (
        "2027-02-06", "warning", "Året står inte i texten. Vi har gissat 2027. 6 februari 2027 är en lördag.",
    )  # fmt: skip


def test_weekday_helps_to_guess_the_year():
    row = _one("fredag 6 februari", context="", today=date(2024, 6, 1))
    assert (row.start, row.remarks) == ("2026-02-06", ("year_guessed",))


def test_a_date_before_today_has_passed():
    row = _one("6 februari", today=date(2026, 2, 7))
    assert (row.verdict, row.remarks) == ("warning", ("past",))
    assert _one("6 februari", today=date(2026, 2, 6)).verdict == "ok"


def test_today_may_be_a_datetime():
    moment = datetime(2026, 2, 7, 12, 0)  # noqa: DTZ001 (a caller's mistake that must not raise)
    assert read_dates("6 februari", context="Möten 2026", today=moment)[0].remarks == ("past",)


def test_whole_day_is_told_from_unknown_time():
    assert _one("6 februari, heldag").remarks == ("whole_day",)
    assert _one("6 februari").remarks == ()
    assert _one("6 februari").all_day is True
    assert _one("6 februari kl 9").all_day is False


@pytest.mark.parametrize(
    ("text", "place", "theme"),
    [
        ("6 februari kl 9–12 på Svenska Mässan.", "Svenska Mässan", ""),
        ("6 februari i Göteborgs stadUllevi Restaurang", "Göteborgs stad, Ullevi Restaurang", ""),
        ("6 februari via Teams och i Kristianstad", "Teams + Kristianstad", ""),
        ("6 februari kl 9 (tema budget)", "", "tema budget"),
        ("6 februari           KS-salen, Skövde stadshus", "KS-salen, Skövde stadshus", ""),
        ("6 februari kl 9–12 (9–10 gemensamt med AU)", "", "9-10 gemensamt med AU"),
        ("6 februari i samband med konferensen", "", "i samband med konferensen"),
        ("6 februari: dialog om Agenda 2030", "", "dialog om Agenda 2030"),
        ("6 februari kl 9–12, GR, Anders Personsgatan 8, Budget", "GR, Anders Personsgatan 8", "Budget"),
        ("Extra möte 6 februari i Stenungsund", "Stenungsund", "Extra möte"),
    ],
)
def test_place_and_theme(text, place, theme):
    row = _one(text)
    assert (row.location, row.theme) == (place, theme)


def test_lines_below_a_date_belong_to_its_row():
    row = _one("10 mars\n\nTid: kl. 08.30-12.00 Plats:Göteborgsregionen(GR)")
    assert row.text == "10 mars\nTid: kl. 08.30-12.00 Plats:Göteborgsregionen(GR)"
    assert (row.start, row.end, row.location) == ("2026-03-10T08:30", "2026-03-10T12:00", "Göteborgsregionen (GR)")


def test_a_sentence_below_cancels_a_row_of_the_list():
    rows = read_dates("8/2 15/3 22/11\n\nMötet den 22 november 2026 är inställt.", context="2026", today=TODAY)
    assert [(row.start, row.status) for row in rows] == [
        ("2026-02-08", "planned"), ("2026-03-15", "planned"), ("2026-11-22", "cancelled"), ("", "planned"),
    ]  # fmt: skip
    assert rows[3].remarks == ("cancels_above",)


def test_a_sentence_that_repeats_a_row_gives_no_second_meeting():
    rows = read_dates("6 februari\n6 mars\n\nNästa möte är den 6 mars 2026.", context="Möten 2026", today=TODAY)
    assert [row.verdict for row in rows] == ["ok", "ok", "refused"]
    assert rows[2].remarks == ("repeated",)


def test_usual_time_of_another_heading_is_doubted():
    text = "Styrelsen\nAlla möten hålls kl. 9–12.\n6 februari\n\nUtskottet\n6 mars"
    first, second = read_dates(text, context="Möten 2026", today=TODAY)
    assert (first.verdict, second.verdict) == ("ok", "warning")
    assert second.remarks == ("time_other_heading",)


def test_a_month_table_is_refused_whole():
    text = "Beslutsinstans\n\nJan\n\nFeb\n\nMar\n\nFullmäktige\n\n25\n\n22\n\n29*\n\n18.00\n*budget"
    row = _one(text)
    assert (row.verdict, row.remarks) == ("refused", ("matrix",))
    assert row.text.startswith("Jan\nFeb\nMar\nFullmäktige\n25")


def test_a_line_that_looks_like_a_date_is_never_lost():
    text = "6 februari\n6.3\nmåndag 99 mars\n26-04-10\n12, 13\n6 maj"
    rows = read_dates(text, context="Möten 2026", today=TODAY)
    assert [row.text for row in rows] == text.split("\n")
    assert [row.verdict for row in rows] == ["ok", "refused", "refused", "refused", "refused", "ok"]


def test_too_large_a_text_is_refused_kindly():
    row = _one("6 februari\n" * (MAX_CHARACTERS // 10))
    assert row.message == "Texten är för stor. Klistra in högst 200 000 tecken åt gången."


def test_too_many_rows_end_with_a_refusal():
    rows = read_dates("6/2\n" * (MAX_ROWS + 50), context="2026", today=TODAY)
    assert len(rows) == MAX_ROWS + 1
    assert rows[-1].remarks == ("too_many",)


def test_too_long_a_line_is_refused():
    assert _one("6 februari " * 200).remarks == ("too_long_line",)


@pytest.mark.parametrize(
    "text",
    [
        "7-" * 450 + "\n",
        "7/2 kl 9 " * 100 + "\n",
        "Jan\n\n",
        "12\n",
        "Jan Feb Mar\n1 2 3\n",
        "anmälan senast " * 60,
        "(" * 900 + "\n",
        "kl 9-11\n7/2\n",
        "7/2\n14/3\nkl 9\n",
        "Start: 7/2 kl 9\nSlut: kl 11\n",
        "INSTÄLLT\n7/2\n",
        "ställs " * 140 + "\n",
        "9.2, " * 190 + "\n",
        "<td>7/2</td><s>",
        "<p " * 300,
        "BEGIN:VEVENT\n",
        "BEGIN:VEVENT\nDTSTART:20270209\nEND:VEVENT\n",
        "från till och " * 70 + "\n",
        "7/2;9;GR\n",
        "utgår pga " * 90 + "\n",
        "~~7/2 " * 150 + "\n",
        "<b></i>" * 50,
        "7\u0336" * 200,
        "9 mars kl 9 " + "Aa " * 290 + "\n",
        "inte ännu " * 95 + "\n",
        "9:00 am (UTC+01:00) " * 45 + "\n",
        "2027-02-09T09:00Z/" * 50 + "\n",
        "hur " * 240 + "\n",
        "Fredag 6 mars kl. 08.30–11.30 i Kungälv (tema)\n",
        "7/2 kl 9 i Lerum\n",
    ],
)
def test_texts_take_time_in_proportion(text):
    turns = count()

    def cost(size):
        whole = f"{text * (size // len(text))}\n{next(turns)}"  # what has been read once is remembered
        return cpu(lambda: read_dates(whole, today=TODAY))

    assert in_proportion(cost, 12_000)
