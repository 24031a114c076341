"""Counts what was read of a page against a hand count, and the words of the page that are nowhere in the answer."""

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

from bs4 import BeautifulSoup

from gr_site.importing.old_meetings import read_meetings
from gr_site.importing.storing.as_json import page_as_json
from tests.gr_site.importing.old_pages.reading_pages import GIVEN, read_anyhow

TODAY = date(2026, 11, 23)
_HTML = (".html", ".htm")
#: Soft hyphens and their like stand inside words.
_ZERO_WIDTH = re.compile(r"[\u00ad\u200b-\u200f\u2060\ufeff]")


class Score(NamedTuple):
    """``members_expected`` is None where nobody counted them; ``lost`` holds the words that are nowhere."""

    file: str
    meetings: int
    meetings_expected: int
    members: int
    members_expected: int | None
    lost: Counter[str]

    def __str__(self):
        members = f"{self.members}/{'-' if self.members_expected is None else self.members_expected}"
        return (
            f"{self.file:50} meetings {self.meetings}/{self.meetings_expected}, members {members}, "
            f"words nowhere {self.lost.total()} {' '.join(list(self.lost)[:8])}"
        )


def expected_rows(corpus):
    with (GIVEN / corpus / "EXPECTED.tsv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def path_of(corpus, row) -> Path:
    return next(path for path in (GIVEN / corpus).iterdir() if path.stem == row["file"])


def scores(corpus):
    return [score(corpus, row) for row in expected_rows(corpus)]


def score(corpus, row):
    path = path_of(corpus, row)
    page = read_anyhow(path)
    groups = read_meetings(page, today=TODAY)
    return Score(
        row["file"],
        sum(len(group.meetings) for group in groups),
        int(row["meetings_expected"].split()[0]),
        len(page.members),
        None if row["member_rows"] == "-" else int(row["member_rows"]),
        lost_words(source_text(path), page_as_json(page, groups)),
    )


def source_text(path):
    """What a visitor can read in the file: all of a text, and of HTML all but scripts and styles."""
    text = path.read_bytes().decode("utf-8")
    return visible_text(text) if path.suffix in _HTML else text


def visible_text(markup):
    return BeautifulSoup(markup, "html.parser").get_text(" ")


def lost_words(text, answer):
    """Words of ``text``, as often as they stand there, that the answer's strings do not hold as often."""
    return Counter(words(text)) - Counter(words(" ".join(_strings(answer))))


def words(text):
    return re.findall(r"\w+", _ZERO_WIDTH.sub("", text).casefold())


def _strings(value):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


def summary(found):
    """One line for a whole set: how many of those expected were found, page by page at most as many as expected."""
    meetings = sum(min(row.meetings, row.meetings_expected) for row in found)
    counted = [row for row in found if row.members_expected is not None]
    members = sum(min(row.members, row.members_expected) for row in counted)
    extra = sum(max(0, row.members - row.members_expected) for row in counted)
    more = sum(max(0, row.meetings - row.meetings_expected) for row in found)
    return (
        f"meetings {meetings}/{sum(row.meetings_expected for row in found)} (+{more}), "
        f"members {members}/{sum(row.members_expected for row in counted)} (+{extra}), "
        f"words nowhere {sum(row.lost.total() for row in found)}"
    )
