"""What holds for the lines to come: the year, the month, the usual time and place, under which heading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from ..lines import changes, non_meetings
from ..lines.labels import Field
from ..lines.line import Line, read_line
from ..tokens.ink import readable
from ..tokens.scanner import plain, tokenize
from ..tokens.token import Kind
from .headings import (
    EARLIER,
    EVERYWHERE,
    Usual,
    frame_of_heading,
    is_meeting_list,
    month_heading,
    speaks_of_all,
    speaks_of_every,
    usual_of,
)
from .years import YearFrame, frame_of

_PARTS = re.compile(r"\n|;|…|\.\.\.")
_GROUP_NAME = re.compile(  # "Anställningsgruppen", "Remissnätverket": who meets, whatever the group is for
    r"(?<!\w)\w+(?:grupp|nätverk|råd|nämnd|utskott|kommitt|styrelse|forum|team|kollegi|delegation|klubb|förening)"
    r"(?:[eé]?[nrt]|en|et|erna?|arna?|er|ar)?(?!\w)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Section:
    """The state of the reading. `heading` counts the headings that part groups of meetings."""

    today: date
    frame: YearFrame = field(default_factory=YearFrame)
    month: int | None = None
    usual: Usual = field(default_factory=Usual)
    general: Usual = field(default_factory=Usual)  # what holds for every group, as far as the text says
    heading: int = 0
    tentative: bool = False
    all_tentative: bool = False  # as the context says
    meetings: bool = False  # a heading or the context says that meetings follow
    forbidden: bool = False  # the context says that these are no meetings
    table: bool = False
    cancelled: bool = False  # the heading says that the meetings below it are cancelled
    named: bool = False  # a line of words has stood above: what is said of all meetings may be said of its group
    two_clocks: str = ""  # the lines above the rows that say different clocks
    unread_clock: str = ""  # a line with a clock, above the rows, that was not understood
    heading_unclear: str = ""  # words of the heading that may say more of the rows below it
    group_unclear: str = ""  # the line above that may belong to the rows below it
    ended_place: str = ""  # the words that ended a group whose place the rows below them may have too
    ended_status: str = ""  # as well as its status
    the_date: date | None = None  # the date of the heading, for lines with a time alone
    columns: Sequence[Field] = ()
    footnotes: bool = False


def section_of(context: str, today: date) -> Section:
    """The state that a heading above the text, or several parted by ";" or "...", begins with."""
    section = Section(today)
    section.forbidden = bool(
        non_meetings.FORBIDDEN_CONTEXT.search(_GROUP_NAME.sub(" ", context))
    ) and not is_meeting_list(context)
    section.table = bool(re.search(r"\btab(?:le|ell)\b", context, re.IGNORECASE))
    for part in _PARTS.split(context[:5000]):
        line = read_line(readable(part)[0])
        section.meetings = section.meetings or is_meeting_list(part)
        section.tentative = section.tentative or bool(changes.TENTATIVE.search(part))
        section.forbidden = section.forbidden or bool(
            non_meetings.not_meeting_before(_GROUP_NAME.sub(" ", part)) in ("stamp", "start", "deadline")
            and not is_meeting_list(part)
        )
        frame = frame_of(line.text)
        if frame:
            section.frame = _narrowed(section.frame, frame)
        found = month_heading(line)
        section.month = found[0] if found else section.month
        _date_of(section, line)
        usual = usual_of(line, 0, sure=True)
        if usual:
            section.usual = _with_usual(section.usual, usual)
    section.general, section.all_tentative = section.usual, section.tentative
    if section.table and section.frame.year:
        section.month = _column_month(context)
    return section


def _column_month(context: str) -> int | None:
    """The month of the table's column that a cell comes from: "table, col Jun"."""
    months = [token.value[0] for token in tokenize(plain(context)) if token.kind is Kind.MONTH]
    return months[0] if len(months) == 1 else None


def _date_of(section: Section, line: Line) -> None:
    """A full date in the context: that of a piece of news or of minutes."""
    for mention in line.dates:
        first = mention.spans[0].first if mention.spans else None
        if first and first.month and (first.year or section.frame.year):
            try:
                section.the_date = date(first.year or section.frame.year or 0, first.month, first.day)
            except ValueError:
                continue
            if section.frame.year is None:
                section.frame = YearFrame(near=section.the_date)


def _narrowed(old: YearFrame, new: YearFrame) -> YearFrame:
    """The new frame; a term alone keeps the year that was known."""
    if new.year is not None or old.year is None:
        return new
    if old.term == "school" and new.term in ("spring", "autumn"):
        return YearFrame(old.year + (new.term == "spring"), new.term)
    return replace(old, term=new.term, inherited=old.inherited)


def _with_usual(old: Usual, new: Usual) -> Usual:
    """The new usual time and place; what a sentence leaves out stays."""
    kept = new if new.start else replace(new, start=old.start, end=old.end, heading=old.heading)
    if not kept.location:
        kept = replace(kept, location=old.location, place_heading=old.place_heading)
    return kept if kept.weekday is not None else replace(kept, weekday=old.weekday)


def end_group(section: Section, *, speaks: bool) -> None:
    """What a heading said of its own rows holds no longer: the time is doubted, all else is left out.

    What was said above all groups goes on. If the new heading `speaks` of a time or a place too, that is doubted.
    """
    usual, general = section.usual, section.general
    if speaks and general.place_heading != EVERYWHERE:
        general = replace(general, place_heading=EARLIER)
    time = general if general.start else replace(usual, heading=EARLIER)
    section.usual = replace(general, start=time.start, end=time.end, heading=time.heading)
    section.tentative, section.cancelled, section.group_unclear = section.all_tentative, False, ""
    section.unread_clock = section.heading_unclear = ""
    section.ended_place = section.ended_status = ""


def hold_for_all(section: Section, new: Usual) -> None:
    """Lets a time or a place hold for every group to come."""
    section.general = _with_usual(section.general, new)


def take_heading(section: Section, line: Line) -> bool:
    """Lets a line without dates change the state. True if it was a heading or a lead sentence."""
    month = month_heading(line)
    if month:
        section.month = month[0]
        if month[1]:
            section.frame = YearFrame(month[1])
        return True
    taken = False
    frame = frame_of_heading(line)
    if frame:
        section.frame, section.month, taken = _narrowed(section.frame, frame), None, True
        section.tentative = bool(changes.TENTATIVE.search(line.text))
    every = speaks_of_every(line.text)
    usual = usual_of(line, EVERYWHERE if every and not section.named else section.heading, sure=taken)
    if usual:
        section.usual, taken = _with_usual(section.usual, usual), True
        if every:
            hold_for_all(section, usual)
    if is_meeting_list(line.text) and len(line.text) <= 120:
        section.meetings = True
        if not frame and not speaks_of_all(line.text) and changes.TENTATIVE.search(line.text):
            section.tentative = True
    return taken
