"""What the head of a table's column says of the dates below it."""

import re

from ..lines.non_meetings import not_meeting_before
from ..lines.subjects import heads_group

_WIDEST = 4  # words
_NO_MEETING = re.compile(
    r"(?:\w+)?(?:juster|expedier|utskic?k|kallels|anslag|ärendestopp|stopp|handling|inlämn|deadline|anmäl|underlag"
    r"|tjänsteskriv|ärendelist|förslag|publicer|protokoll)\w*",
    re.IGNORECASE,
)
_PREPARES = re.compile(r"\w*beredning\w*", re.IGNORECASE)  # a meeting if it has a clock
_PLAIN = re.compile(  # names of columns that tell nothing of the meeting
    r"(?:datum|dag|dagar|date|möte|möten|mötet|sammanträden?|sammanträdes(?:datum|dag|dagar)|mötes(?:datum|dag|dagar)|träff"
    r"|träffar|tillfällen?|när|(?:vår|höst)(?:en|termin|terminen)?|[vh]t|läsår(?:et)?|termin|spring|autumn|fall)"
    r"(?: ?(?:20)?\d\d)?(?: ?\d)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


def is_name(cell: str) -> bool:
    """Whether a cell may head a column: a few words without figures, but for a year; or nothing."""
    words = cell.split()
    return len(words) <= _WIDEST and len(cell) <= 40 and not re.search(r"\d", _YEAR.sub("", cell))


def holds_no_meetings(name: str, *, clocked: bool) -> bool:
    """Whether the dates below a name are a deadline's, a mailing's or a preparation's. `clocked`: with a clock."""
    words = name.split()
    if any(_PREPARES.fullmatch(word) for word in words):
        return not clocked
    return any(_NO_MEETING.fullmatch(word) for word in words) or bool(not_meeting_before(f"{name} "))


def is_plain(name: str) -> bool:
    """Whether the name is that of dates or of a term, rather than that of those who meet."""
    return not name or bool(_PLAIN.fullmatch(name.strip(" :*.")))


def names_meeting(name: str) -> bool:
    """Whether the dates below the name are meetings for certain: a term's, or those of a body."""
    return is_plain(name) or bool(heads_group(name)) or bool(re.fullmatch(r"[A-ZÅÄÖ]{2,5}", name))


def year_of(name: str) -> str:
    """The year that the name tells, or ''."""
    found = _YEAR.search(name)
    return found[0] if found else ""
