"""The score on the table of real spellings that lies beside the project, with its limits."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from events.date_text import DateRow, read_dates

TABLE = Path(__file__).parents[2] / "corpora" / "meeting_dates.tsv"
MEETINGS = ("meeting", "default")
NEVER = ("not_meeting", "startdate", "document", "guideline", "garbage")
TODAYS = (date(2026, 11, 23), date(2010, 1, 1), date(2019, 6, 15))


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(row: dict[str, str], today: date) -> list[DateRow]:
    return read_dates(row["spelling"].replace("\\n", "\n"), context=row["context"], today=today)


def _judged(row: dict[str, str], today: date) -> tuple[str, list[DateRow]]:
    """'right', 'refused' or 'wrong', as a person who sees no more than the spelling and its context would say."""
    read = _read(row, today)
    meetings = [one for one in read if one.verdict != "refused"]
    expected = [(row["start"], row["end"]), *((more, "") for more in row["more_starts"].split(";") if more)]
    if not row["start"] or len(row["start"]) < len("2020-01-01"):  # no date to be read: any row would be made up
        return ("wrong" if meetings else "right"), meetings
    if not meetings:
        return "refused", meetings
    ink = row["spelling"] + row["context"]
    same = len(meetings) == len(expected) and all(
        _agrees(one, start, end, ink) for one, (start, end) in zip(meetings, expected, strict=True)
    )
    cancelled = row["status"] == "cancelled"
    return ("right" if same and (meetings[0].status == "cancelled") == cancelled else "wrong"), meetings


def _agrees(one: DateRow, start: str, end: str, ink: str) -> bool:
    start = start.removesuffix("(cancelled)")
    hour = int(start[11:13] or 99)
    clock = rf"(?:kl\.? ?|klockan |[–-] ?)0?{hour}(?!\d)|(?<!\d)0?{hour}[.:]{start[14:16]}"
    if "T" in start and not re.search(clock, ink) and not ("lunch" in ink and start[11:13] == "12"):
        return one.start[:10] == start[:10]  # the time stands elsewhere on the page
    return one.start == start and (not end or one.end == end)


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_score(today, capsys):
    seen = [row for row in _rows() if row["kind"] in MEETINGS and row["evidence"] == "seen"]
    judged = [(row, *_judged(row, today)) for row in seen]
    counts = Counter(verdict for _, verdict, _ in judged)
    with capsys.disabled():
        print(f"\nmeeting_dates.tsv on {today}: {dict(counts)} of {len(seen)}")
        for row, verdict, meetings in judged:
            if verdict != "right":
                print(f"  {verdict}: {row['spelling']!r} ({row['context']}) {[one.start for one in meetings]}")
    wrong_and_sure = [
        row["spelling"] for row, verdict, meetings in judged
        if verdict == "wrong" and any(one.verdict == "ok" for one in meetings)
    ]  # fmt: skip
    assert wrong_and_sure == []
    assert counts["right"] >= 0.9 * len(seen)


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_what_is_no_meeting_becomes_none(today):
    made = [
        (row["kind"], row["spelling"]) for row in _rows()
        if row["kind"] in NEVER and any(one.verdict != "refused" for one in _read(row, today))
    ]  # fmt: skip
    assert made == []


@pytest.mark.parametrize("context", ["", "Mötesdagar 2026"])
def test_what_is_no_meeting_becomes_none_under_another_heading(context):
    """Without the table's own context, which gives some of them away."""
    made = [
        row["spelling"] for row in _rows()
        if row["kind"] in ("not_meeting", "startdate", "document", "garbage")
        and any(one.verdict == "ok" for one in read_dates(row["spelling"], context=context, today=date(2026, 1, 1)))
    ]  # fmt: skip
    assert made == []
