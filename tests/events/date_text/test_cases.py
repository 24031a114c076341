"""Spellings of our own, one per line of cases.tsv and cases_words.tsv, read on 2 January 2026.

Columns: text and its heading ("\\n" and "\\t" stand for a line feed and a tab), the meetings as start/end, the worst
verdict among them ("refused": no meeting but at least one refused row; "none": no row), the statuses that are not
"planned", and the place of the first meeting where it is worth stating.
"""

import csv
from datetime import date
from pathlib import Path

import pytest

from events.date_text import DateRow, read_dates

TODAY = date(2026, 1, 2)
TABLES = ("cases.tsv", "cases_words.tsv")


def _cases() -> list[dict[str, str]]:
    return [case for name in TABLES for case in _table(Path(__file__).with_name(name))]


def _table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def _verdict(rows: list[DateRow]) -> str:
    verdicts = {row.verdict for row in rows}
    meetings = verdicts - {"refused"}
    return "warning" if "warning" in meetings else "ok" if meetings else "refused" if verdicts else "none"


@pytest.mark.parametrize("case", _cases(), ids=lambda case: f"{case['text']}|{case['context']}")
def test_case(case):
    text = case["text"].replace("\\n", "\n").replace("\\t", "\t")
    rows = read_dates(text, context=case["context"], today=TODAY)
    meetings = [row for row in rows if row.verdict != "refused"]
    assert " ".join(f"{row.start}/{row.end}" for row in meetings) == case["meetings"]
    assert _verdict(rows) == case["verdict"]
    assert ",".join(row.status for row in meetings if row.status != "planned") == case["statuses"]
    if case["place"]:
        assert meetings[0].location == case["place"]


def test_there_are_many_cases():
    assert len(_cases()) >= 300
