"""A line about some of the meetings puts those in doubt; the others stay as they were read."""

from datetime import date, time

import pytest

from events.date_text import read_dates

TODAY = date(2026, 11, 28)
ROWS = ("11 mars 2027 kl 10-12, Partille", "20 maj 2027 kl 10-12, Partille")


def _verdicts(*lines):
    rows = read_dates("\n".join(("Möten 2027", *lines)), today=TODAY)
    return [(row.start_date.month, row.verdict) for row in rows if row.start_date]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mötet i mars blir på Teams.", "Marsträffen hålls i Lerum.", "I mars ses vi i Rådhuset.", "Inte i mars",
        "Den 11:e är vi i Lerum.", "Träffen i mars börjar kl 8.", "Torsdagsmöten i mars är digitala.",
    ],
)  # fmt: skip
@pytest.mark.parametrize("below", [True, False])
def test_a_month_or_a_day_is_doubted_alone(sentence, below):
    lines = (*ROWS, "", sentence) if below else (sentence, "", *ROWS)
    assert ("warning" in {verdict for month, verdict in _verdicts(*lines) if month == 3}) is True
    assert (5, "ok") in _verdicts(*lines)


@pytest.mark.parametrize(
    "sentence",
    ["Första mötet börjar redan kl 8.", "Sista träffen är i Lerum.", "Vi varvar Partille och Lerum.",
     "Möten i Lerum udda veckor"],
)  # fmt: skip
def test_the_first_or_the_last_or_every_other_doubts_all(sentence):
    assert {verdict for _month, verdict in _verdicts(*ROWS, sentence)} == {"warning"}


@pytest.mark.parametrize(
    "line",
    [
        "Ej 11 mars",
        "11 mars flyttas till 18 mars.",
        "11 mars är ändrat till kl 13.",
        "11 mars börjar vi kl 13",
        "Utom 11 mars",
    ],
)
def test_a_line_that_names_the_day_of_a_row_doubts_it(line):
    found = _verdicts(*ROWS, line)
    assert (3, "ok") not in found
    assert (5, "ok") in found


@pytest.mark.parametrize("line", ["Vi sitter i Skutan.", "Platsen är Skutan", "Vi har bokat Skutan."])
def test_a_sentence_that_tells_the_place_doubts_rows_without_one(line):
    assert {verdict for _month, verdict in _verdicts("11 mars 2027", "20 maj 2027", line)} == {"warning"}


def test_the_end_of_all_meetings_is_no_start():
    rows = read_dates("Möten 2027\nSamtliga möten slutar kl 15.\n11 mars", today=TODAY)
    assert [row.start_time for row in rows if row.start_date] == [None]


def test_weekdays_may_head_groups():
    text = "Möten 2027\nOnsdagsträffar kl 15:\n20/1   17/2\nFredagsträffar kl 8.30:\n29/1   26/2"
    rows = read_dates(text, today=TODAY)
    assert [(row.start_time, row.verdict) for row in rows] == [(time(15), "ok")] * 2 + [(time(8, 30), "ok")] * 2
