"""Reads a line as a heading: its meaning, the body it names, and a value or a list that it leads to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from . import signs
from .bodies import is_body_word, is_generic, nominative
from .columns import is_caption, is_column_header
from .lines import Line
from .meanings import FILLERS, VOCABULARY, WHOLE_MEETINGS, Meaning
from .patterns import any_of

__all__ = ["Heading", "Meaning", "is_office", "read_heading"]


@dataclass(frozen=True)
class Heading:
    """``owner`` is the body in the genitive before the key word, ``value`` what follows a colon on the same line.

    ``lead`` is true for a broken sentence that a list completes ("Nätverkets syfte är att:"): it is text as well.
    """

    meaning: Meaning
    text: str
    owner: str = ""
    value: str = ""
    lead: bool = False


_LABEL = re.compile(r"([^:]{2,60}?)\s*[:;](?=\s|$|[A-ZÅÄÖ0-9])\s*(.*)")
_TOKEN = re.compile(r"[a-zåäöéü]+")
_LEAD = re.compile(r"(?i).*\b(?:är|ska|skall|att|bland annat|genom att|består i|omfattar)\s*[:;]?$")
_LONGEST_WHOLE = 60
_UPDATED = re.compile(
    r"(?i)(?:(?:sidan|sidan\s+är|innehållet|texten)\s+)?(?:senast\s+)?"
    r"(?:uppdaterad|ändrad|granskad|publicerad|reviderad)(?:es)?\b"
)
_OFFICE = re.compile(
    r"(?i)(?:\d:[ae]\s+)?(?:(?:vice|v\.?|förste|andre|1:e|2:e)\s+|v\.)*"
    + any_of("""ordförande|sekreterare|sammankallande|ledamot|ersättare|adjungerad|samordnare|ordf\\.?|sekr\\.?
    |kassör|revisor(?:er)?|revisorssuppleant(?:er)?|suppleant(?:er)?|justerare|[a-zåäö]+ansvarig""")
)


_FORMER = re.compile(r"(?i)(?:tidigare|före detta|f\.? ?d\.?|avgående|avgångna)\s")
#: Contacts in every municipality are a network's members.
_OF_MUNICIPALITIES = re.compile(
    r"(?i)\bkontaktpersoner(?:na)?\b.*\bkommun(?:er|erna|vis)?\b|\bkommunernas kontaktpersoner"
)


def is_office(text: str) -> bool:
    """Nothing but an office: a cell of a table or the second line of a person's card."""
    return bool(_OFFICE.fullmatch(text.strip()))


def read_heading(line: Line, *, in_people: bool = False) -> Heading | None:
    """The meaning of a line, None if it is no heading that we know. ``in_people``: among members or contacts."""
    text = line.text
    if line.bullet or not text or len(text) > 1000:
        return None
    if stamp := _stamp(text):
        return stamp
    label, value, colon = _label(text)
    if in_people and not line.level and not value and (is_office(label) or is_column_header(text) or is_caption(text)):
        return None
    lead = not value and bool(_LEAD.fullmatch(text))
    whole = len(label) <= _LONGEST_WHOLE and WHOLE_MEETINGS.fullmatch(_tokens(label))
    if not whole and not _shaped(label, value, lead=lead, question=text.endswith("?")):
        return None
    meaning, owner = _meaning(label, strict=bool(value))
    if meaning is None and lead and _opens_purpose(label):
        meaning = Meaning.PURPOSE
    if meaning is None or (value and not _may_have_value(meaning, value)):
        return None
    if in_people and meaning is Meaning.PRESIDIUM and not (value or line.level or "presidi" in label.casefold()):
        return None
    if in_people and meaning is Meaning.CONTACT and not (value or line.level or line.after_blank):
        return None
    if meaning in (Meaning.MEMBERS, Meaning.PRESIDIUM) and _FORMER.match(label):
        meaning = Meaning.SECTION
    if meaning is Meaning.CONTACT and _OF_MUNICIPALITIES.search(label):
        meaning = Meaning.MEMBERS
    return Heading(meaning, label if colon else text, owner=owner, value=value, lead=lead)


def _stamp(text: str) -> Heading | None:
    found = _UPDATED.match(text)
    if not found or len(text) > 80:
        return None
    return Heading(Meaning.UPDATED, found[0], value=text[found.end() :].strip(" :,.\t"))


def _label(text: str) -> tuple[str, str, bool]:
    """``"Startdatum:  2013"`` -> label, value and whether a colon parts them ("GR:s vision" has no such colon)."""
    found = _LABEL.fullmatch(text)
    if not found or signs.has_date(found[1]) or len(found[1].split()) > 9:
        return text, "", False
    return found[1].strip(), found[2].strip(), True


def _shaped(label: str, value: str, *, lead: bool, question: bool) -> bool:
    words = label.split()
    if not 1 <= len(words) <= 11 or len(label) > 90 or not label[0].isalnum():
        return False
    if value:
        return len(words) <= 6 and not signs.has_verb(label)
    if lead or question:
        return True
    if signs.has_date(label) or signs.CLOCK.search(label) or label.endswith((".", "!", ",")):
        return False
    return not signs.has_verb(label) and label[0].isupper()


def _meaning(label: str, *, strict: bool) -> tuple[Meaning | None, str]:
    """The first meaning whose key words make up the label but for fillers, bodies and a few words more, and the
    owner. ``strict``: a label before a value has no words to spare."""
    text = _tokens(label)
    if WHOLE_MEETINGS.fullmatch(text):
        return Meaning.MEETINGS, ""
    for meaning, key, spare in VOCABULARY:
        found = key.search(text)
        if not found:
            continue
        rest = (text[: found.start()] + " " + text[found.end() :]).split()
        if sum(_counts(word, key) for word in rest) <= (0 if strict and meaning is not Meaning.MEETINGS else spare):
            return meaning, _owner(label, found[0].split()[0])
    return None, ""


def _tokens(label: str) -> str:
    """The words of a label alone, without figures and what stands in brackets."""
    return " ".join(_TOKEN.findall(re.sub(r"\([^)]*\)", " ", label.casefold())))


def _counts(word: str, key: re.Pattern[str]) -> bool:
    return not (word in FILLERS or is_generic(word) or is_body_word(nominative(word)) or key.fullmatch(word))


def _owner(label: str, key: str) -> str:
    """The body named in the genitive before the key word, or "" ("Nätverkets syfte" has no owner of its own)."""
    before = label[: max(0, label.casefold().find(key))].split()
    if not before or not before[-1].casefold().endswith("s") or is_generic(before[-1]):
        return ""
    owner = nominative(before[-1].strip(",.:"))
    return owner if is_body_word(owner) or owner in ("GR", "Göteborgsregionen") else ""


def _opens_purpose(label: str) -> bool:
    first = label.split()[0].casefold()
    return first == "vi" or is_generic(first) or is_body_word(first)


def _may_have_value(meaning: Meaning, value: str) -> bool:
    return meaning is not Meaning.MEETINGS or len(value) <= 300
