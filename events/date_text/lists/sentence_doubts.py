"""What a sentence without a meeting of its own may say of the meetings around it: a status, a place, an exception."""

import re

from ..lines import changes
from ..lines.place_names import is_place, without_year
from ..lines.provisos import without_provisos
from ..lines.ways_to_meet import says_physical, way_to_meet
from .headings import is_meeting_list, speaks_of_all

_LONGEST = 200
_PLACE = re.compile(r"(?<!\w)(?:i|på|hos|vid|in|at)\s+(?:the\s+)?[A-ZÅÄÖ]")
_HELD_AT = re.compile(  # "Vi sitter i Vinga", "Platsen är Vinga", "Vi har bokat Vinga"
    r"\W*(?:vi (?:är|sitter|håller till|samlas|möts) (?:i|på|hos)|vi har bokat|(?:plats|lokal)(?:en)? (?:är|blir))"
    r" (?:\w+ )?(?-i:[A-ZÅÄÖ])[^.]{0,40}\W*\Z",
    re.IGNORECASE,
)
_ABOUT_ROWS = re.compile(
    r"(?<![^\W\d_])(?:båda|bägge|övriga|resten|dessa|den sista|den första|[^\W\d_]*mötet|[^\W\d_]*träffen"
    r"|datumen|dagarna|tiderna|both|the rest)(?![^\W\d_])",
    re.IGNORECASE,
)
_TIME = re.compile(
    r"(?<!\w)kl(?:\.|ockan)?\s*\d|(?<!\d)\d{1,2}[.:]\d\d(?!\d)|\A\W*(?:tid\s?:\s*)?\d{1,2}\s?[-\u2013]\s?\d{1,2}\W*\Z",
    re.IGNORECASE,
)
_PLACE_LABEL = re.compile(r"\W*(?:plats|lokal|var|adress|where|location)\s?:\s*\w", re.IGNORECASE)
_SETTLED = re.compile(
    r"(?<![^\W\d_])(?:bokade|fastställda|bekräftade|bestämda|spikade|blir av|kvarstår|hålls|genomförs)(?![^\W\d_])",
    re.IGNORECASE,
)
_NOT_SETTLED = re.compile(
    r"(?<![^\W\d_])(?:ej|inte|icke|ännu|not yet|not)\s+(?:[^\W\d_]+\s+){0,2}"
    r"(?:fastställ|bekräft|beslut|spik|bestäm|godkän|klar|färdig|säk|definitiv|bok|confirmed|decided|booked)",
    re.IGNORECASE,
)


def changes_meetings(text: str) -> bool:
    """Whether a line says that meetings are cancelled, moved or not yet certain: "Det sista mötet är inställt"."""
    if len(text) > _LONGEST:
        return False
    ink = changes.NOT_TENTATIVE.sub(" ", without_provisos(changes.CAVEAT.sub(" ", text)))
    if changes.cancellation(ink) in ("cancelled", "partly_cancelled") or changes.MOVED.search(ink):
        return True
    return bool(changes.TENTATIVE.search(ink) or _NOT_SETTLED.search(ink))


def places_meetings(text: str) -> bool:
    """Whether a line tells where or how meetings are held: "Marsmötet är digitalt, övriga på GR"."""
    if len(text) > _LONGEST:
        return False
    if is_lone_place(text):
        return True  # a lone place may be the title of the text
    if _HELD_AT.match(text):
        return True
    if not (_ABOUT_ROWS.search(text) or is_meeting_list(text) or speaks_of_all(text)):
        return False
    named = bool(_PLACE.search(text)) and bool(_ABOUT_ROWS.search(text) or speaks_of_all(text))
    return named or says_physical(text) or bool(way_to_meet(text))


def speaks_of_rows(text: str) -> bool:
    """Whether a line that was refused for its date speaks of all meetings: "Alla kl 9-11, utom den 16 mars"."""
    return len(text) <= _LONGEST and speaks_of_all(text) and bool(re.search(r"(?i)\bkl\b|utom|förutom", text))


def tells_time(text: str) -> bool:
    return len(text) <= _LONGEST and bool(_TIME.search(text))


def is_lone_place(text: str) -> bool:
    """Whether a line is a place and perhaps a year, and nothing else: "Ale", "Ale 2027"."""
    return is_place(without_year(text.strip(" \t:.-")))


def tells_place(text: str) -> bool:
    """Whether a line is a place, labels one or says who meets where: "Ale", "Plats: Ale", "Möten i Ale"."""
    return len(text) <= _LONGEST and bool(_PLACE_LABEL.match(text) or _PLACE.search(text) or is_lone_place(text))


def tells_status(text: str) -> bool:
    """Whether a line says that meetings are cancelled, uncertain or settled."""
    return changes_meetings(text) or (len(text) <= _LONGEST and bool(_SETTLED.search(text)))
