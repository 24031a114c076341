"""Words that hide in others, dates that are no meetings, and the clocks and statuses of running sentences."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from events.date_text import read_text

TODAY = date(2026, 11, 28)
CUES = (
    "anställnings", "ansöknings", "remiss", "betalnings", "länk", "publicerings", "bidrags", "mandat", "avtals",
    "boknings", "riktlinje", "underlags", "svars", "lov", "inställnings", "protokolls", "semester", "rekryterings",
)  # fmt: skip
BODIES = ("gruppen", "rådet", "nätverket", "nämnden", "utskottet", "styrelsen", "beredningen", "teamet", "forum")


def _read(text, context=""):
    return [
        (row.start, row.end, row.status) for row in read_text(text, context=context, today=TODAY).rows if row.start
    ]


@given(st.sampled_from(CUES), st.sampled_from(BODIES), st.booleans())
def test_the_name_of_those_who_meet_is_no_cue(cue, body, above):
    name, row = f"{cue}{body}".capitalize(), "9 mars 2027 kl 9-11"
    read = _read(row, name) if above else _read(f"{name} {row}")
    assert read == [("2027-03-09T09:00", "2027-03-09T11:00", "planned")]


@pytest.mark.parametrize(
    "line",
    [
        "Jag är på semester 12 juli till 8 augusti. Åter på kontoret måndag 9 augusti.",
        "Tack för ditt mejl. Jag är tillbaka tisdag 12 januari 2027.",
        "Kontoret har stängt 23 december–7 januari. Vi öppnar igen fredag 8 januari.",
        "I am on leave and will be back on 11 January 2027.",
        "Föregående protokoll från den 11 november lades till handlingarna. Punkt 4, som bordlades den 14 oktober.",
        "Frågan väcktes den 3 mars 2026 och bordlades den 14 april 2026.",
    ],
)
def test_a_day_of_something_else_is_no_meeting(line):
    assert _read(line) == []


@pytest.mark.parametrize(
    ("line", "rows"),
    [
        (
            "Mötet 9/2 2027 ställs på grund av influensa in. Nästa gång vi ses är tisdag 9/3 kl 15-16.30.",
            [("2027-02-09", "2027-02-09", "cancelled"), ("2027-03-09T15:00", "2027-03-09T16:30", "planned")],
        ),
        (
            "Vi börjar kl 10 den 2 juni 2027 och beräknas sluta kl. 12.",
            [("2027-06-02T10:00", "2027-06-02T12:00", "planned")],
        ),
        (
            "Kursen pågår från 6 oktober 2027 kl. 10.00 till 7 oktober kl. 15.00.",
            [("2027-10-06T10:00", "2027-10-07T15:00", "planned")],
        ),
        (
            "Vi flyttar mötet från 3 mars till 10 mars 2027, kl 9-11.",
            [("2027-03-10T09:00", "2027-03-10T11:00", "planned")],
        ),
        (
            "Den 16 april 2027 passar inte så vi tar 23 april kl 9-11 i stället.",
            [("2027-04-23T09:00", "2027-04-23T11:00", "planned")],
        ),
        (
            "Mötet avslutades 16.05. Nästa styrelsemöte äger rum den 27 januari 2027 kl. 17.30.",
            [("2027-01-27T17:30", "2027-01-27T17:30", "planned")],
        ),
    ],
)
def test_a_sentence_says_when_and_whether(line, rows):
    read = _read(line)
    assert [(start, status) for start, _end, status in read] == [(start, status) for start, _end, status in rows]
    assert [end for _start, end, _status in read if end] == [
        end for start, end, _status in rows if start != end or "T" not in end
    ]


@pytest.mark.parametrize(
    ("line", "doubted"),
    [
        ("Next call: 11/02/2027 10:00", True),
        ("Next call: 25/02/2027 10:00", False),
        ("Nästa möte: 11/02/2027 10:00", False),
        ("Meeting on 02/02/2027 10:00", False),
    ],
)
def test_days_and_months_of_english_lines_stand_in_either_order(line, doubted):
    (row,) = read_text(line, today=TODAY).rows
    assert ("month_or_day" in row.remarks) is doubted
