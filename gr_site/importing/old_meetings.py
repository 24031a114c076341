"""Reads the meetings of an old page: its blocks of date lines become rows with a verdict. Pure.

Days and clock times are local (Europe/Stockholm), as on the page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from events.date_text import DateRow, read_dates

from .old_pages import LegacyPage, MeetingBlock
from .old_pages.meeting_lines import is_column
from .old_pages.meeting_sentences import is_about_one, sentences_apart
from .old_pages.signs import YEAR, is_year_or_month

_HANDLED = {"repeated", "cancels_above"}
#: Each of them is read once more by itself and sought among all meetings. A page has a handful.
_MOST_SENTENCES = 100
#: Of one page: one a week for nine years.
_MOST_MEETINGS = 500


@dataclass(frozen=True)
class MeetingGroup:
    """The rows of one body. ``name`` is the sub-group's; "" for the network itself.

    ``refused`` are rows with something like a date that cannot become a meeting without a person's help. ``notes`` are
    the lines in the blocks that are not about a meeting.
    """

    name: str
    meetings: tuple[DateRow, ...]
    refused: tuple[DateRow, ...] = ()
    notes: tuple[str, ...] = ()


def read_meetings(page: LegacyPage, *, today: date) -> tuple[MeetingGroup, ...]:
    """One group for each body that meets, in page order.

    ``today`` separates past from coming meetings and is used to guess a missing year. If the page says when it was
    last changed, that day is used instead, or else the first day of a year in its address or file name.
    """
    day = _day_of(page, today)
    groups: dict[str, MeetingGroup] = {}
    for block in page.meetings:
        left = _MOST_MEETINGS - sum(len(group.meetings) + len(group.refused) for group in groups.values())
        read = _read_block(block, day, max(0, left))
        groups[block.group] = _joined(groups.get(block.group), read)
    return tuple(groups.values())


def _day_of(page: LegacyPage, today: date) -> date:
    if page.updated:
        return min(today, page.updated)
    return min(today, date(page.year, 1, 1)) if page.year else today


def is_handled(row: DateRow) -> bool:
    """Whether a refused row needs no attention, because it cancelled or repeated a meeting in the list."""
    return bool(_HANDLED & set(row.remarks))


def _read_block(block: MeetingBlock, today: date, most: int) -> MeetingGroup:
    """Read the list followed by its notices, as on the page, so that a notice can cancel a row but adds none.

    After ``most`` meetings the rest is refused in one row, and its lines are notes.
    """
    lines = [text for line in (*block.lines, *block.notices) for text in sentences_apart(line)]
    rows = read_dates("\n".join(lines), context="\n".join(block.context), today=today, most=most)
    rows = _with_places_in_sentences(rows, block, today)
    meetings = tuple(row for row in rows if row.verdict != "refused")
    refused = tuple(row for row in rows if row.verdict == "refused")
    return MeetingGroup(block.group, meetings, refused, tuple(_notes(lines, rows)))


def _with_places_in_sentences(rows: Sequence[DateRow], block: MeetingBlock, today: date) -> list[DateRow]:
    """The rows, where a sentence about one meeting of the list ("Mötet den 2 juni hålls i Lerum") gives its place.

    Such a sentence and the row that it is about are one meeting.
    """
    found = list(rows)
    year = " ".join(YEAR.findall("\n".join(block.context)))
    for sentence in islice((row for row in rows if is_about_one(row.text)), _MOST_SENTENCES):
        own = next(iter(read_dates(sentence.text, context=year, today=today)), sentence)
        same = next((row for row in found if row is not sentence and own.start_date and _is_day_of(row, own)), None)
        if same is None or own.verdict == "refused":
            continue
        if own.location and own.location != same.location:
            found[found.index(same)] = _placed(same, own.location, sentence.text)
            if sentence.verdict != "refused" and not own.start_time:
                found.remove(sentence)
    return found


def _placed(row: DateRow, place: str, sentence: str) -> DateRow:
    """The row with the place that a sentence tells, as a warning. The sentence is no longer its double."""
    doubled = "double" in row.remarks
    messages = ["" if doubled else row.message, f"Platsen {place} är läst ur en mening om mötet."]
    return replace(
        row,
        location=place,
        verdict="warning",
        message=" ".join(filter(None, messages)),
        text=f"{row.text}\n{sentence}",
        remarks=tuple(remark for remark in row.remarks if remark != "double"),
    )


def _is_day_of(row: DateRow, own: DateRow) -> bool:
    return row.verdict != "refused" and row.start_date == own.start_date and own.start_time in (None, row.start_time)


def _notes(lines: Sequence[str], rows: Sequence[DateRow]) -> Iterator[str]:
    """Lines that no row was read from, except headings within the list. Includes the text above the dates, which may
    say more than the usual time."""
    told = {line.strip() for row in rows for line in row.text.splitlines()}
    for line in lines:
        text = line.strip()
        if text and text not in told and not is_year_or_month(text) and not is_column(text):
            yield text


def _joined(first: MeetingGroup | None, second: MeetingGroup) -> MeetingGroup:
    """Join two blocks of one body, such as one for each term. A row in both is one meeting."""
    if first is None:
        return second
    known = {(row.start, row.theme) for row in first.meetings}
    new = tuple(row for row in second.meetings if (row.start, row.theme) not in known)
    return MeetingGroup(first.name, first.meetings + new, first.refused + second.refused, first.notes + second.notes)
