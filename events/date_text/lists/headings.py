"""Lines without a date of their own that say something about the dates below: years, months, usual times."""

import re
from dataclasses import dataclass
from datetime import time

from ..lines.line import Line
from ..lines.places import find_where
from ..lines.residue import split_pieces
from ..lines.ways_to_meet import way_to_meet
from ..tokens import vocabulary as words
from ..tokens.token import Kind
from .years import YearFrame, frame_of

_ALL = re.compile(
    r"(?<![^\W\d_])(?:alla|samtliga|alltid|all (?:our |the )?(?:meetings|sessions|dates)"
    r"|(?:each|every) (?:meeting|session)"
    r"|(?:our|the) (?:meetings|sessions)|we meet|meetings (?:are|run|start|begin|take)|usually|normally|always|unless"
    r"|såvida|om ej annat|vanligtvis|ordinarie (?:tid|mötestid|plats)|vanligen|normalt|oftast|i regel|om inget annat"
    r"|om inte annat|där inget annat"
    r"|\w*(?:mötena|möten|träffarna|träffar|sammanträdena|sammanträden)|sammanträder|träffas|ses|möts"
    r"|vi (?:börjar|startar|slutar|håller på|håller till|kör|brukar|sitter|samlas)|tid för|tiderna"
    r"|mötestiden|mötestider|mötestiderna|mötestid|tiden är|respektive (?:möte|tillfälle)|varje (?:möte"
    r"|gång|tillfälle))(?![^\W\d_])"
    r"|\A\W*(?:äger rum|hålls)(?![^\W\d_])",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"(?<![^\W\d_])(?:alla|samtliga|varje (?:möte|gång|träff|tillfälle)|om (?:inget|inte|ej) annat|såvida|unless"
    r"|all (?:our |the )?(?:meetings|sessions))(?![^\W\d_])",
    re.IGNORECASE,
)
_SOME = re.compile(
    r"(?<![^\W\d_])(?:(?:digital|fysisk|hybrid)\w* (?:möten|träff)|vår(?:en|ens|terminen\w*)?"
    r"|höst(?:en|ens|terminen\w*)?"
    r"|(?!årets|nätverkets|gruppens)[^\W\d_]{2,}:?s \w*(?:möten|träffar|sammanträden))(?![^\W\d_])",
    re.IGNORECASE,
)
_FOR_NOW = re.compile(r"tills vidare", re.IGNORECASE)
_EXCEPT = re.compile(
    r"(?:(?<=[\w.)])[,\s]+(?:om (?:inget|inte|ej|ingenting) annat|där inget annat|såvida|unless|if not"
    r"|where not)\b[^.;\n]*"
    r"|\A\W*(?:om (?:inget|inte|ej) annat|unless otherwise)\s+\w+)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[a-zåäö)0-9])\.\s+(?=[A-ZÅÄÖ])")
_NO_HEADING = re.compile(
    r"berättelse|rapport|protokoll|redovisning|bokslut|anteckning|handlingsplan|uppdaterad|publicerad"
    r"|inriktning\s+\d|policy"
    r"|sedan|bildades|startade|under åren|strategi|agenda|vision|program\s+\d|mål\s+\d|budget"
    r"|verksamhetsplan(?!\w*\s+20\d\d ?[/-])",
    re.IGNORECASE,
)
_MEETING_PART = re.compile(
    r"möte|meetings|\bdates\b|\bsessions\b|träff|sammanträd|datum|tider|kalender|kalendarium|schema|konferens|dagar|planering|aktivitet"
    r"|tillfäll|seminari|workshop",
    re.IGNORECASE,
)


_ENDS = re.compile(
    r"(?<![^\W\d_])(?:slut\w*|avslut\w*|till|senast|ends?|until)\s*(?:kl\.?|klockan|vid|ca|:)*\s*\Z", re.I
)
EVERYWHERE, EARLIER = -1, -2  # headings of a sentence that speaks of every meeting, and of a group that has ended


@dataclass(frozen=True, slots=True)
class Usual:
    """What a heading or a lead sentence says of the meetings below it."""

    start: time | None = None
    end: time | None = None
    location: str = ""
    weekday: int | None = None
    heading: int = 0  # the number of the heading that the time stood under
    place_heading: int = 0  # and of the place's


def names_years(line: Line) -> bool:
    """Whether a line without dates is a heading for years or terms, rather than a sentence that names one."""
    if _NO_HEADING.search(line.text) or len(line.text) > 160:
        return False
    ink = [token for token in line.unread if token.kind in (Kind.WORD, Kind.OPAQUE, Kind.NUMBER)]
    terms = (
        words.SPRING_WORDS
        | words.AUTUMN_WORDS
        | words.SCHOOL_YEAR_WORDS
        | {"år", "året", "för", "under", "termin", "kalenderåret"}
    )
    others = [token for token in ink if token.text not in terms and not re.fullmatch(r"[vh]t-?\d\d", token.text)]
    ends = [token.kind for token in line.tokens[-1:]] in ([Kind.YEAR], [Kind.YEARS])
    name_and_year = ends and len(ink) <= 5 and line.text[:1].isupper()
    return not others or name_and_year or (bool(_MEETING_PART.search(line.text)) and len(ink) <= 14)


def frame_of_heading(line: Line) -> YearFrame | None:
    """The years or term that the line sets for what follows, if it is a heading."""
    return frame_of(line.text) if names_years(line) else None


def month_heading(line: Line) -> tuple[int, int | None] | None:
    """(month, year) of a line that is only a month, perhaps with its year: "Februari", "MARS 2026:"."""
    kinds = [token.kind for token in line.tokens if token.text not in (":", ".", "-", ",")]
    if kinds not in ([Kind.MONTH], [Kind.MONTH, Kind.YEAR]):
        return None
    values = [token.value[0] for token in line.tokens if token.kind in (Kind.MONTH, Kind.YEAR)]
    return values[0], values[1] if len(values) > 1 else None


def usual_of(line: Line, heading: int, *, sure: bool = False) -> Usual | None:
    """What the line says of all meetings, or None. `sure`: it is a heading, and needs no word such as "alla"."""
    plural = [token.value[0] for token in line.tokens if token.kind is Kind.WEEKDAYS]
    if not (sure or plural or _ALL.search(line.text)):
        return None
    ranged = [mention for mention in line.times if mention.last] or list(line.times)
    times = ranged[0] if ranged else None
    if times and times.last is None and _ENDS.search(line.text[: times.start]):
        times = None  # "Alla möten slutar kl 15"
    location = "" if sure and not _ALL.search(line.text) and "(" not in line.text else _usual_place(line)
    if times is None and not location and not plural:
        return None
    backward = times is not None and "backward_times" in times.remarks
    start, end = (times.first, times.last) if times and not backward else (None, None)
    return Usual(start, end, location, plural[0] if len(set(plural)) == 1 else None, heading, heading)


def _usual_place(line: Line) -> str:
    """The place of a lead sentence; what holds only for now is left out."""
    parts = (_EXCEPT.sub("", part) for part in _SENTENCE.split(line.without_times()))
    sentences = [part for part in parts if not _FOR_NOW.search(part)]
    pieces = [piece for sentence in sentences for piece in split_pieces(sentence)]
    return find_where(pieces).location or way_to_meet(" ".join(sentences))


def speaks_of_all(text: str) -> bool:
    return bool(_ALL.search(text))


def speaks_of_every(text: str) -> bool:
    """Whether a sentence speaks of every meeting of the text, and not of a term's, a body's or the digital ones."""
    return bool(_EVERY.search(text)) and not speaks_of_some(text)


def speaks_of_some(text: str) -> bool:
    """Whether a heading speaks of a part of the meetings: a term's, a body's, the digital ones."""
    return bool(_SOME.search(text))


def is_meeting_list(text: str) -> bool:
    """Whether a heading or context says that meetings follow."""
    return bool(_MEETING_PART.search(text))
