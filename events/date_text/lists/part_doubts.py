"""Lines that speak of some of the meetings, "Aprilmötet är på Teams", or name the day of another row."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import islice

from events.days.date_format import WEEKDAYS

from ..lines import changes
from ..lines.line import read_line
from ..lines.ways_to_meet import says_physical, way_to_meet
from ..tokens.ink import readable
from .drafts import Draft
from .sentence_doubts import changes_meetings, tells_place, tells_time

_LONGEST = 200
_MOST = 50  # lines about some of the meetings, and rows on a day; without a limit they would cost their square
_MONTHS = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip
_ONE = r"(?:mötet|träffen|datumet|tillfället|sammanträdet|passet|gången)"
_OF_MONTH = re.compile(
    rf"(?<![^\W\d_])(?:({'|'.join(_MONTHS)}){_ONE}|{_ONE}?\s*i\s+({'|'.join(_MONTHS)})|(?:inte|ej|utom)\s+({'|'.join(_MONTHS)}))"
    r"(?![^\W\d_])",
    re.IGNORECASE,
)
_OF_DAY = re.compile(r"(?<!\w)den (\d{1,2})(?::[ea])?(?![\w/.:-])(?!\s?[-/.]\s?\d)", re.IGNORECASE)
_OF_WEEKDAY = re.compile(r"(?<![^\W\d_])((?:mån|tis|ons|tors|fre)dag)s\w*(?:möten|träffar)\w*", re.IGNORECASE)
_OF_SOME = re.compile(
    rf"(?<![^\W\d_])(?:(?:första|sista|andra|tredje|fjärde)\s+(?:\w+\s+)?\w*{_ONE}"
    r"|varannan|udda|jämna|varvar|växlar|alternerar"
    r"|turas om|omväxlande|ömsom)(?![^\W\d_])",
    re.IGNORECASE,
)
_EXCEPT = re.compile(
    r"(?<![^\W\d_])(?:inte|ej|utom|förutom|undantag|istället|bokat|bokad|ny|nytt)(?![^\W\d_])", re.IGNORECASE
)
_BARE_MONTH = ("only_month", "unread_date", "only_time", "sentence")
_OF_A_DAY = ("no_meeting", "moved_unknown", "unread_date", "past_event", "sentence")

Touches = Callable[[date], bool]


def doubt_parts(drafts: Sequence[Draft], lines: Sequence[tuple[str, bool]]) -> None:
    """Warns on the rows that a line about some of the meetings means, and on those whose day another line names.

    `lines` are those that gave no row, each with whether it was read as a heading: then it has told of all rows.
    """
    rows = [draft for draft in drafts if not draft.refused]
    told = ((draft.lines[0], False) for draft in drafts if draft.refused in _BARE_MONTH)
    parts = ((raw, used) for raw, used in (*lines, *told) if len(raw) <= _LONGEST and _is_about_part(raw, used))
    for raw, used in islice(parts, _MOST):
        touches = _touched(raw) or _all
        for draft in rows:
            if (
                draft.start_date
                and (touches(draft.start_date) or (used and _is_lent(draft)))
                and raw != draft.lines[0]
            ):
                draft.add("group_unclear", ink=raw.strip())
    _doubt_days(drafts, rows)


def _is_about_part(raw: str, used: bool) -> bool:
    """Whether a line tells of some of the meetings, and is not the heading of its own: "Onsdagsträffar kl 15:"."""
    heads = used and _OF_WEEKDAY.search(raw) and not _OF_MONTH.search(raw)
    return not heads and _touched(raw) is not None and _tells(raw)


def _doubt_days(drafts: Sequence[Draft], rows: Sequence[Draft]) -> None:
    """Warns on the rows on a day that another line excepts or moves a meeting from."""
    by_day: dict[tuple[int, int], list[Draft]] = {}
    for draft in rows:
        if draft.start_date:
            by_day.setdefault((draft.start_date.month, draft.start_date.day), []).append(draft)
    for draft in drafts:
        excepts = draft.refused in _OF_A_DAY or (draft.refused == "period" and _EXCEPT.search(draft.lines[0]))
        ink = draft.lines[0] if excepts else str(draft.remarks.get("old_date", {}).get("ink", ""))
        for day in _days(ink[:_LONGEST]) if ink else ():
            for other in by_day.get(day, [])[:_MOST]:
                if other is not draft:
                    other.add("told_elsewhere", ink=draft.lines[0].strip())


def _is_lent(draft: Draft) -> bool:
    """Whether the row's time or place stands on another line than its own."""
    hour = draft.start_time and re.search(rf"(?<!\d)0?{draft.start_time.hour}(?!\d)", draft.lines[0])
    return bool(draft.start_time and not hour) or draft.location not in draft.lines[0]


def _all(_day: date) -> bool:
    return True


def _touched(text: str) -> Touches | None:
    """Whether a row on a day is one of those that the line speaks of; None if it speaks of no part of them."""
    if found := _OF_MONTH.search(text):
        month = _MONTHS.index(next(name for name in found.groups() if name).lower()) + 1
        return lambda day: day.month == month
    if found := _OF_DAY.search(text):
        number = int(found[1])
        return lambda day: day.day == number
    if found := _OF_WEEKDAY.search(text):
        weekday = [name.lower() for name in WEEKDAYS["sv"]].index(found[1].lower())
        return lambda day: day.weekday() == weekday
    return _all if _OF_SOME.search(text) else None


def _tells(text: str) -> bool:
    """Whether a line says when, where, how or whether meetings are held."""
    return bool(
        tells_time(text)
        or tells_place(text)
        or way_to_meet(text)
        or says_physical(text)
        or changes_meetings(text)
        or changes.CHANGED.search(text)
        or _EXCEPT.search(text)
        or _OF_SOME.search(text)
    )


def _days(text: str) -> Iterator[tuple[int, int]]:
    """(month, day) of the dates in the text."""
    for mention in read_line(readable(text)[0]).dates:
        for span in mention.spans:
            if span.first.month:
                yield span.first.month, span.first.day
