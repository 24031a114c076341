"""Whole pages, headings, names and footers and all: as many meetings as a person counted."""

import csv
from datetime import date
from pathlib import Path

from events.date_text import read_dates

PAGES = Path(__file__).parents[2] / "corpora" / "pages"
TABLES = {"x_ljusdal_tabell_2021"}  # a flattened table is refused as a whole


def _expected() -> list[dict[str, str]]:
    with (PAGES / "EXPECTED.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def _meetings(name: str) -> list[str]:
    address_and_text = (PAGES / f"{name}.txt").read_text(encoding="utf-8")
    rows = read_dates(address_and_text.split("\n", 1)[1], today=date(2026, 11, 23))
    return [row.status for row in rows if row.verdict != "refused"]


def test_meetings_on_every_page(capsys):
    counted = {row["file"]: (int(row["meetings_expected"]), int(row["of_which_cancelled"])) for row in _expected()}
    statuses = {name: _meetings(name) for name in counted}
    read = {name: (len(found), found.count("cancelled")) for name, found in statuses.items()}
    right = sum(read[name] == counted[name] for name in counted)
    with capsys.disabled():
        print(f"\nmeetings on whole pages: {right} of {len(counted)} pages as counted by hand")
    assert {name: read[name] for name in counted if name not in TABLES} == {
        name: counted[name] for name in counted if name not in TABLES
    }
    assert [read[name] for name in TABLES] == [(0, 0)]
