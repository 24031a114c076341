"""The score on the second table of spellings, by kind, with its limits.

A row of the table is judged wholly: every meeting's start, end and place, and the status of the first. What two people
read differently (status "reject") must be a warning or a refusal.
"""

import csv
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from events.date_text import DateRow, read_dates

TABLE = Path(__file__).parents[2] / "corpora" / "meeting_dates_2.tsv"
TODAYS = (date(2026, 11, 28), date(2025, 2, 1))


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _read(row: dict[str, str], today: date) -> list[DateRow]:
    ink = row["spelling"].replace("\\n", "\n").replace("\\t", "\t")
    return read_dates(ink, context=row["context"].replace("\\n", "\n"), today=today)


def _expected(row: dict[str, str]) -> list[tuple[str, str]]:
    pairs = [pair.partition("/") for pair in row["all_meetings"].split(";") if pair]
    return [(start, end) for start, _, end in pairs]


def _as_pair(one: DateRow) -> tuple[str, str]:
    return one.start, "" if one.end == one.start else one.end


def _same_place(read: str, expected: str) -> bool:
    read, expected = read.casefold(), expected.casefold()
    return not expected or (bool(read) and (read in expected or expected in read))


def judge(row: dict[str, str], read: list[DateRow]) -> str:
    """'right', 'refused', 'partly' (some refused), 'lost' (without a row), 'wrong, warned' or 'wrong, sure'."""
    meetings = [one for one in read if one.verdict != "refused"]
    sure = [one for one in meetings if one.verdict == "ok"]
    expected = _expected(row)
    if row["kind"] != "meeting":
        return "wrong, sure" if sure else "wrong, warned" if meetings else "right"
    if row["status"] == "reject":
        return "wrong, sure" if sure else "right"
    pairs = [_as_pair(one) for one in meetings]
    status = "cancelled" if row["status"] == "cancelled" else "planned"
    facts = bool(meetings) and _same_place(meetings[0].location, row["location"])
    if sorted(pairs) == sorted(expected) and facts and (meetings[0].status == status):
        return "right"
    if any(pair not in expected for pair in map(_as_pair, sure)):
        return "wrong, sure"
    if sorted(pairs) == sorted(expected) and sure:
        return "wrong, sure"
    if len(read) < len(expected) and len(read) == len(meetings):
        return "lost"
    if not meetings:
        return "refused" if read else "lost"
    return "partly" if all(pair in expected for pair in pairs) and facts else "wrong, warned"


@pytest.mark.parametrize("today", TODAYS, ids=str)
def test_score(today, capsys):
    judged = [(row, read := _read(row, today), judge(row, read)) for row in _rows()]
    counts = {
        kind: Counter(verdict for row, _, verdict in judged if row["kind"] == kind)
        for kind in sorted({row["kind"] for row, *_ in judged})
    }
    with capsys.disabled():
        print(f"\nmeeting_dates_2.tsv on {today}:")
        for kind, found in counts.items():
            print(f"  {kind}: {dict(found)} of {found.total()}")
        for row, read, verdict in judged:
            if verdict != "right":
                found = [(one.verdict, *_as_pair(one), one.location, one.status, one.remarks) for one in read]
                print(f"  {verdict}: {row['spelling']!r} ({row['context']})\n      {found}")
    assert sum(verdict == "wrong, sure" for *_, verdict in judged) == 0
    assert counts["meeting"]["right"] >= 0.85 * counts["meeting"].total()
