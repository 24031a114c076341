"""Two lines that are one: "Start: 9 februari 09:00" and "Slut: 9 februari 11:30", "Starttid" and "Sluttid"."""

import re
from collections.abc import Iterator, Sequence

from ..lines.line import Line, read_line
from ..tokens.ink import readable
from .label_lines import labelled

_VALUE = r"\s*(?P<value>[^:\n]{0,40}\d.*)"
_FLAGS = re.IGNORECASE
_AT = r"(?:\s*[:\t]|\s(?=kl|\d|den |(?:mån|tis|ons|tors?|fre|lör|sön)[^\W\d_]*\W))"
_WHAT = r"\W*(?:(?:mötet|träffen|konferensen|dagen|sammanträdet|kursen|meeting)\s+)?"
_START = re.compile(
    rf"{_WHAT}(?:(?:mötes)?start(?:tid|ar|s|datum| date| time)?|börjar|början|inleds|inledning|från"
    rf"|fr\.?o\.?m\.?|från och med|from|begins?){_AT}{_VALUE}",
    _FLAGS,
)
_END = re.compile(
    rf"{_WHAT}(?:(?:mötes)?slut(?:tid|ar|datum)?|avslutas?|avslutning|avslut|upphör|färdigt?"
    rf"|till|t\.?o\.?m\.?|till och med|end (?:date|time)|to|ends?|until|finish(?:es)?|stopp|stops?){_AT}{_VALUE}",
    _FLAGS,
)
_PART = re.compile(r"\W*(start|slut)[ -]?(datum|tid)\s*[:\t]\s*(?P<value>.*\d.*)", _FLAGS)
_LONGEST = 200


def with_pairs(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(raw, text) of each line, where the two lines of a pair are one: raw with a line feed, text with a dash."""
    at = 0
    while at < len(lines):
        if four := _of_four(lines[at : at + 4]):
            yield "\n".join(line.strip() for line in lines[at : at + 4]), four
            at += 4
            continue
        following = _next_line(lines, at + 1)
        joined = ""
        if following is not None:
            joined = _joined(lines[at], lines[following]) or labelled(
                lines[max(at - 2, 0) : at], lines[at], lines[following]
            )
        if joined and following is not None:
            yield f"{lines[at].strip()}\n{lines[following].strip()}", joined
            at = following + 1
        else:
            yield lines[at], lines[at]
            at += 1


def ends_meeting(line: str) -> bool:
    """Whether a line says when a meeting ends: "Slutar 9 februari kl 11"."""
    return len(line) <= _LONGEST and bool(_END.fullmatch(line))


def _of_four(lines: Sequence[str]) -> str:
    """ "Startdatum", "Starttid", "Slutdatum" and "Sluttid" on four lines, in any order, as one line; else ""."""
    found = [_PART.fullmatch(line) if len(line) <= _LONGEST else None for line in lines]
    parts = {f"{match[1]} {match[2]}".lower(): match["value"].strip() for match in found if match}
    if len(lines) != 4 or len(parts) != 4:
        return ""
    first, last = parts["start datum"], parts["slut datum"]
    return f"{first} {parts['start tid']} - {'' if first == last else last + ' '}{parts['slut tid']}"


def _next_line(lines: Sequence[str], at: int) -> int | None:
    """The next line that is not empty, at most one empty line away."""
    return next((near for near in range(at, min(at + 2, len(lines))) if lines[near].strip()), None)


def _joined(first: str, last: str) -> str:
    if len(first) > _LONGEST or len(last) > _LONGEST:
        return ""
    start, end = _START.fullmatch(first), _END.fullmatch(last)
    if start is None or end is None:
        return ""
    begin, finish = read_line(readable(start["value"])[0]), read_line(readable(end["value"])[0])
    if not begin.times or not finish.times:
        return ""
    if not begin.dates:
        return f"Tid: {_clock(begin)} - {_clock(finish)}" if not finish.dates else ""
    same = not finish.dates or finish.dates[0].spans[:1] == begin.dates[0].spans[:1]
    return f"{begin.text} - {_clock(finish) if same else finish.text}"


def _clock(line: Line) -> str:
    mention = line.times[0]
    return line.text[mention.start : mention.end]
