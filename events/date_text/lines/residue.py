"""The ink of a line that is neither date nor time, cut into pieces that a reader would take one by one."""

import re

from ..tokens.vocabulary import DAY_PARTS
from . import changes
from .place_names import is_place
from .subjects import names_subject, sounds_like_place

_BRACKET = re.compile(r"[(\[]([^()\[\]]*)[)\]]")
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,4}")  # "Göteborgsregionen (GR)"
_CELL = re.compile(r"[\n\t|]+|\s{2,}")
_CUT = re.compile(
    r"[\n\t|]+|\s{3,}|\s+-\s*|\s*-\s+|\s*[;•·]\s*|(?<=[\wåäö)])[.!?]+\s+(?=[A-ZÅÄÖ0-9])|,\s+(?!\d)|,$|\s+\+\s+"
)
_NOISE = re.compile(
    r"^(?:(?:den|kl|klockan|ca|cirka|från|mellan|börjar|startar|start|tid|datum|när|dag(?! +\d)|obs|och|samt"
    r"|med start|fr\.?o\.?m\.?)\b[.:!]*\s*)+"
    r"|\s*\b(?:kl|klockan|den|ca|cirka|från|mellan|börjar|startar|är|blir|till|äger rum|hålls|sker"
    r"|planeras(?: till)?|preliminärt|fram till)[.:]*\s*$",
    re.IGNORECASE,
)
_WEEK = re.compile(r"\b(?:v|vecka|veckan)\.?\s?\d{1,2}\b", re.IGNORECASE)
_WEEKDAY_ONLY = re.compile(r"(?:obs\W*)?(?:mån|tis|ons|tors?|fre|lör|sön)(?:d?\.?|dag(?:en|ar|arna)?)", re.IGNORECASE)
_PARTS_ONLY = re.compile(rf"(?:(?:{'|'.join(map(re.escape, DAY_PARTS))}|lunch|till|-)\W*)+")
_LEADING = re.compile(
    r"^(?:hjärtligt )?(?:välkom\w+ (?:till|på)|inbjudan till|boka (?:in|redan nu|av)|save the(?: date)?"
    r"|notera|vi (?:ses|träffas|möts)"
    r"|nästa|kommande|redan nu|alt|alternativt|eller)(?![^\W\d_])\s*",
    re.IGNORECASE,
)
# Words that lead up to a date or repeat that it is a meeting: they say nothing of place or theme.
_SAYS_NOTHING = re.compile(
    r"(?:(?:nästa|kommande|föregående|första) )?(?:möte|mötet|träff|sammanträde|nätverksträff|nätverksmöte)"
    r"|tid(?:punkt)?|dag|när|klockslag|mötesdag|mötesdatum|sammanträdesdatum|mötestid"
    r"|tid och plats|plats|(?:nytt |preliminärt "
    r"|prel\.? )?datum"
    r"|(?:hjärtligt )?välkom(?:men|na)(?: alla)?"
    r"|kl|klockan|ca|cirka|från|mellan|den|obs|dagen|dagarna|start|startar|börjar|slut(?:ar)?|äger rum|hålls"
    r"|sker|är|blir"
    r"|och|samt|v|vecka|heldag|mvh|hälsningar|ej|dock|(?:tis|mån|tors|ons|fre)dagen|(?:ses|träffas|möts) vi|vi"
    r"|vi (?:ses|träffas)"
    r"|möten|mötesdagar|mötestider|tider|träffar|sammanträden|sammanträdestider|redan nu|meddelas senare"
    r"|följande|har vi möte"
    r"|nytt|tidigare|ersätter|i ?stället för|skrev|flyttat?|ändrad|ändrat|ny tid|eller|alt|alternativt"
    r"|reservdatum|reserv"
    r"|(?:alla|samtliga|våra|varje)(?: möten| träffar| gång)?|at|on|from|to|the|in"
    r"|(?:mötes)?länk(?:en)?(?: till (?:mötet|teams|zoom))?|anslut till mötet|klicka här(?: för att ansluta)?"
    r"|samma (?:tid|plats|lokal|tid och (?:plats|lokal))(?: som (?:ovan|förra gången))?",
    re.IGNORECASE,
)
LEAD_UP = re.compile(rf"(?<!\w)(?:{_SAYS_NOTHING.pattern}|{_LEADING.pattern.lstrip('^')})(?!\w)", re.IGNORECASE)
# "Årsmöte inställt" keeps its subject, "Mötet inställt" has none.
_KIND_OF_MEETING = re.compile(
    r"(?<![^\W\d_])(?!nätverks)[^\W\d_]{2,}(?:möte|träff|sammanträde|konferens|seminarium|workshop)(?![^\W\d_])",
    re.IGNORECASE,
)
_EDGE = " \t,;:.!?-–/|*\"”'"


def split_pieces(ink: str) -> list[str]:
    """The pieces of the ink, brackets apart, without words that only lead up to a date or state a status."""
    pieces: list[str] = []
    at = 0
    for bracket in _BRACKET.finditer(ink):
        if _ABBREVIATION.fullmatch(bracket[1]) and re.search(r"[^\W\d_]{4,}\s*$", ink[at : bracket.start()]):
            continue
        pieces += _outside(ink[at : bracket.start()])
        pieces += _outside(bracket[1])
        at = bracket.end()
    pieces += _outside(ink[at:])
    return [piece for piece in map(clean, pieces) if piece]


def _outside(ink: str) -> list[str]:
    """Pieces of ink without brackets. A column that is a place as a whole is not cut at its commas."""
    pieces: list[str] = []
    if ink.count("(") != ink.count(")"):
        ink = re.sub(r"[()]", "\n", ink)
    for cell in (part for whole in _CELL.split(ink) for part in _at_colon(whole)):
        pieces += [cell] if _is_address(cell) else _CUT.split(cell)
    return pieces


def _at_colon(cell: str) -> list[str]:
    """A cell with a place before a colon as two: "Kungälv: Barn och unga"."""
    place, colon, rest = cell.partition(": ")
    last = re.split(r"\s-\s|,", place)[-1]
    return [place, rest] if colon and is_place(last.strip(_EDGE)) else [cell]


def _is_address(cell: str) -> bool:
    """Whether a cell with commas is one place: "Blå Hallen, Kungälv", but not "Budget, Kungälv"."""
    parts = [part.strip(_EDGE) for part in cell.split(",")]
    whole = len(parts) > 1 and is_place(cell.strip(_EDGE)) and is_place(parts[-1])
    return whole and all(is_place(part) or (sounds_like_place(part) and not names_subject(part)) for part in parts)


def clean(piece: str) -> str:
    """A piece without status words, week numbers and words that only lead up to a date."""
    text = changes.ATTENTION.sub(" ", _WEEK.sub(" ", changes.CAVEAT.sub(" ", piece)))
    text = changes.NOT_TENTATIVE.sub(" ", text)
    text = changes.TENTATIVE.sub(" ", text) if len(changes.TENTATIVE.sub("", text).strip(_EDGE).split()) <= 3 else text
    if changes.cancellation(text) == "cancelled":
        rest = changes.CANCELLED.sub(" ", text)
        text = rest if changes.OWN_WORDS.sub("", rest).strip() or _KIND_OF_MEETING.search(rest) else ""
    text = changes.DITTO.sub(" ", text)
    text = _NOISE.sub("", text.strip(_EDGE)).strip(_EDGE)
    text = _NOISE.sub("", text).strip(_EDGE)
    text = _LEADING.sub("", re.sub(r"\s+", " ", text)).strip(_EDGE)
    alone = text.lower()
    if any(pattern.fullmatch(alone) for pattern in (_SAYS_NOTHING, _WEEKDAY_ONLY, _PARTS_ONLY)):
        return ""
    if text.count("(") != text.count(")"):
        text = re.sub(r"\s*[()]\s*", ", ", text).strip(_EDGE)
    return text if re.search(r"\w", text) else ""
