"""A line of words without a date: a place or a status below a date, or the heading of a group."""

import re

from ..lines import changes
from ..lines.line import Line
from ..lines.place_names import is_place
from ..lines.residue import clean
from ..lines.ways_to_meet import says_physical
from ..tokens.token import Kind
from .headings import is_meeting_list
from .state import State, append_line, labelled_place

_LONGEST_HEADING = 80
_LABELLED = re.compile(r"(?:status|läge|visa (?:tid )?som|show (?:time )?as|busy status)\s*:", re.IGNORECASE)
_NUMBERED = re.compile(r"[A-ZÅÄÖ][^\W\d_]* \d{1,2}\W*")


def take_words(state: State, raw: str, line: Line) -> bool:
    """Words alone: a place or a status below a date, or a heading. True if they were used."""
    homeless = [draft for draft in state.above.rows if not draft.location]
    adjacent = bool(state.above.rows) and not state.above.gap
    if adjacent and homeless and is_place(line.text):
        for draft in homeless:
            draft.location = labelled_place(line.text)[0]
        append_line(homeless, raw)
    elif adjacent and changes.cancellation(line.text) == "cancelled" and len(line.tokens) <= 8:
        cancel_above(state, raw)
    elif adjacent and _LABELLED.match(line.text) and changes.TENTATIVE.search(line.text):
        for draft in state.above.rows:
            draft.status = "tentative" if draft.status == "planned" else draft.status
        append_line(state.above.rows, raw)
    elif _is_wordy(line) and len(line.text) <= _LONGEST_HEADING and not line.text.endswith("."):
        _take_group(state, raw, adjacent and not state.above.bulleted and not line.bullet)
        return False
    else:
        return False
    return True


def cancel_above(state: State, raw: str) -> None:
    """The line says that the meeting of the rows above it is cancelled."""
    for draft in state.above.rows:
        draft.status = "cancelled"
        draft.add("cancelled_below")
    append_line(state.above.rows, raw)


def _is_wordy(line: Line) -> bool:
    """Whether a line is words without figures, or a name with its number: "Grupp 2"."""
    return not re.search(r"\d", line.text) or (
        [token.kind for token in line.tokens if token.text not in (":", ".")] == [Kind.OPAQUE]
        and bool(_NUMBERED.fullmatch(line.text))
    )


def _only_uncertain(raw: str) -> bool:
    """Whether a heading is nothing but a word for uncertain meetings: "Preliminära:"."""
    rest = changes.TENTATIVE.sub("", raw)
    return raw.rstrip().endswith(":") and not changes.NOT_TENTATIVE.search(raw) and not changes.OWN_WORDS.sub("", rest)


def _take_group(state: State, raw: str, below: bool) -> None:
    """The heading of a new group, or words `below` a date; the whole list shows which."""
    for draft in state.above.rows if below else ():
        draft.below = raw
    state.above.worded = state.above.rows if below else []
    if state.drafts and state.drafts[-1].heading == state.section.heading:
        state.section.heading += 1
    section = state.section
    place = section.usual.location or section.ended_place
    changed = section.tentative or section.cancelled or section.ended_status
    state.begin_group(raw, words=True)
    if place and not (section.usual.location or says_physical(raw)):
        section.ended_place = raw.strip()
    if changed and not (section.tentative or section.cancelled):
        section.ended_status = raw.strip()
    section.named = section.named or bool(clean(raw))
    if changes.TENTATIVE.search(raw) and (is_meeting_list(raw) or _only_uncertain(raw)):
        section.tentative = True
    section.month = None
    state.group_start = len(state.drafts)
    state.above.rows = []
