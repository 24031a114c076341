"""One line about a person or a seat -> its pieces: name, organisation, office, title, party."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from . import signs
from .headings import is_office
from .organisations import known_organisation, names_organisation, split_head, split_tail, stands_at_place
from .parties import is_party, take_party

_SEPARATOR = re.compile(r"\t+|\s{2,}|\s*[,;|]\s+|\s+[–—-]\s+|:\s+|\s*\(|\)\s*[,;]?\s*")
_OFFICE_WORD = re.compile(
    r"(?i)\b(?:(?:1:e|2:e|förste|andre|vice|v|tf\.?)\s+)*(?:ordförande|sekreterare|sammankallande|ledamot|ersättare|suppleant|adjungerad|ordf|sekr)\b"
)
#: A capital letter of any language is next.
_CAPITAL = r"(?=[^\W\d_])(?![a-zà-ÿ])"
_TITLE = re.compile(
    r"(?:(?:[A-ZÅÄÖ]{1,6}-)?[A-ZÅÄÖ]?[a-zåäö]*(?:chef|ledare|strateg|samordnare|utvecklare|direktör|sekreterare|handläggare|arkitekt|ingenjör"
    r"|planerare|rektor|konsulent|ordförande|administratör|kommunikatör|utredare))\s+" + _CAPITAL
)
#: "docent Bo Dalrot", "fil. dr Bo Dalrot": words in lower case before a name, but none that joins it to another.
_SMALL_TITLE = re.compile(
    r"(?!(?:\S+\s+){0,3}(?:och|samt|av|från|i|med|för|till|hos|på|vid|alt\.?|eller|är|ers\.?|suppl\.?)\s)"
    r"(?:[a-zåäö]{2,}(?:\.|:[ae])?\s+|v\.\s*(?:[a-zåäö]+\.?\s+)?|Docent\s+|Professor\s+|Prof\.?\s+|Dr\.?\s+){1,3}"
    + _CAPITAL
)
_DEPARTMENT = re.compile(r"(?i)(?:förvaltning|kontor|(?<!räddnings)tjänst|enhet|avdelning|nämnd|styrelse)(?:e?n|et)?$")
#: A municipality's own units, which a title stands before: "rektor Strandskolan, Ale".
_UNIT = re.compile(r"(?i)(?:skolan?|gymnasiet|gymnasium|elevhälsan?|bibliotek(?:et)?|hemtjänsten|centrum)$")
_FIRST_WORD = re.compile(r"\S+\s+")
_SURNAME_FIRST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?), ?([^\W\d_]+(?:-[^\W\d_]+)?)(?=\s*,|\s*$)")
#: "Ek, Anna (Ale)": what stands in brackets tells that the words before them are one person.
_SURNAME_BEFORE_PLACE = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)?), ?([^\W\d_]+(?:-[^\W\d_]+)?)(?=\s*\([^()]+\)\s*$)")
_STANDS_IN = re.compile(r"(?<=[^\W\d_])\s+(?:t\.? ?f\.?|tjl\.?|m\.? ?fl\.?)$")
_FORMER = re.compile(r"(?i)(?:tidigare|efter|före detta|f\.? ?d\.?)\s")
_PLACE_AFTER_SLASH = re.compile(r"([^/]{4,80}?) ?/ ?([^/]{2,60})")
_SHORT_TITLE = re.compile(r"MAS|MAR|SAS|VD|[A-ZÅÄÖ]{2,3}-[a-zåäö]{4,}")
_UNIT_AFTER_TITLE = re.compile(r"((?:[a-zåäö]+ ){1,3})([A-ZÅÄÖ].*)")
_LONGEST = 300


@dataclass(frozen=True)
class Entry:
    """What one line told. ``unread`` holds pieces that are none of these."""

    name: str = ""
    organisation: str = ""
    role: str = ""
    title: str = ""
    party: str = ""
    vacant: bool = False
    email: str = ""
    phone: str = ""
    unread: tuple[str, ...] = ()

    @property
    def seat(self) -> bool:
        """Someone, or nobody, is named."""
        return bool(self.name or self.vacant)


def read_entry(text: str) -> Entry:
    """The pieces of one line, in whichever order they stand."""
    if len(text) > _LONGEST:
        return Entry(unread=(text,))
    return _read(text)


#: Many rules ask about the same line while a page is read, and about pieces of it.
@lru_cache(maxsize=2**13)
def _read(text: str) -> Entry:
    if whole := known_organisation(text):
        return Entry(organisation=whole)
    text, email = _take(signs.EMAIL, text)
    text, phone = _take(signs.PHONE, text)
    text, party = take_party(text)
    entry = Entry(party=party, email=email, phone=phone)
    surname_first = _SURNAME_FIRST.match(text) if party else _SURNAME_BEFORE_PLACE.match(text)
    if surname_first and _is_turned(*surname_first.groups()):
        text = f"{surname_first[2]} {surname_first[1]}{text[surname_first.end() :]}"
    if (
        (slash := _PLACE_AFTER_SLASH.fullmatch(text))
        and signs.looks_like_person(slash[1])
        and known_organisation(slash[2])
    ):
        text = f"{slash[1]}, {slash[2]}"
    if cells := _name_and_other(text):
        return replace(_add(entry, cells[0]), organisation=cells[1])
    for piece in _SEPARATOR.split(text):
        if piece := piece.strip(" ,;:()–—-\t"):
            entry = _add(entry, piece)
    return entry


def forget_entries() -> None:
    """Let go of the names that were read."""
    _read.cache_clear()


def _name_and_other(text: str) -> tuple[str, str] | None:
    """A table's row of a person and something unknown in capitals: that is the organisation, unless it is a person."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    if len(cells) != 2 or known_organisation(cells[1]) or not cells[1][0].isupper() or is_office(cells[1]):
        return None
    if signs.looks_like_person(cells[1]) and not names_organisation(cells[1]):
        return None
    return (cells[0], cells[1]) if signs.looks_like_person(cells[0]) and not _TITLE.match(f"{cells[1]} A") else None


def is_former(text: str) -> bool:
    """Someone who has left: "tidigare Ann Ek"."""
    return bool(_FORMER.match(text))


def is_title(text: str) -> bool:
    """Whether the text ends with a word for someone's work: "Enhetschef", "Planarkitekt"."""
    return bool(_TITLE.match(f"{text.split()[-1]} A"))


def _is_turned(last: str, first: str) -> bool:
    """Whether two words with a comma between are a surname and a first name rather than a title or a place."""
    return (
        signs.looks_like_person(f"{first} {last}")
        and not any(names_organisation(word) or is_office(word) for word in (last, first))
        and not _TITLE.match(f"{last} A")
    )


def _take(pattern: re.Pattern[str], text: str) -> tuple[str, str]:
    found = pattern.search(text)
    return (f"{text[: found.start()]}, {text[found.end() :]}", found[0].strip()) if found else (text, "")


def _add(entry: Entry, piece: str) -> Entry:
    """``entry`` with one more piece. What a piece can be is tried from the surest to the least sure."""
    if is_former(piece):
        return replace(entry, unread=(*entry.unread, piece))
    if acting := _STANDS_IN.search(piece):
        piece = piece[: acting.start()]
    if signs.VACANT.search(piece):
        rest = signs.VACANT.sub("", piece).strip()
        return replace(entry, vacant=True, organisation=entry.organisation or known_organisation(rest))
    if known := known_organisation(piece):
        return _with_known(entry, known)
    if is_party(piece):
        return replace(entry, party=entry.party or piece)
    if is_office(office := re.sub(r"(?<=[a-zåäö])\d$", "", piece)):
        return replace(entry, role=entry.role or office)
    if titled := _titled(entry, piece):
        return titled
    made = names_organisation(piece) or stands_at_place(piece) or _has_known_end(piece)
    if not entry.name and not made and signs.looks_like_person(piece):
        return replace(entry, name=piece)
    return _split(entry, piece) or _rest(entry, piece)


def placed_at(entry: Entry, organisation: str) -> Entry:
    """``entry`` as one of ``organisation``, which the text around tells; a unit of it tells more of the person."""
    if not entry.organisation:
        return replace(entry, organisation=organisation)
    return _with_known(entry, organisation) if entry.organisation != organisation else entry


def _with_known(entry: Entry, known: str) -> Entry:
    """A department that stood before its municipality ("socialtjänsten, Ale") tells more about the person."""
    if not entry.name or not (_DEPARTMENT.search(entry.organisation) or _UNIT.search(entry.organisation)):
        return replace(entry, organisation=entry.organisation or known)
    return replace(entry, organisation=known, title=", ".join(filter(None, (entry.title, entry.organisation))))


def _titled(entry: Entry, piece: str) -> Entry | None:
    """A title right before the name: "Regionutvecklare Bo Dalrot", "docent Bo Dalrot", "ordf. Bo Dalrot"."""
    found = _TITLE.match(piece) or _SMALL_TITLE.match(piece) or _office_before(piece)
    if not found or entry.name or not signs.looks_like_person(piece[found.end() :]) or _has_known_end(piece):
        return None
    title, name = found[0].strip(), piece[found.end() :]
    return replace(entry, role=title, name=name) if is_office(title) else replace(entry, title=title, name=name)


def _office_before(piece: str) -> re.Match[str] | None:
    found = _FIRST_WORD.match(piece)
    return found if found and is_office(found[0].strip()) else None


def _has_known_end(piece: str) -> bool:
    return bool(split_tail(piece)[1] or split_head(piece)[1])


def _split(entry: Entry, piece: str) -> Entry | None:
    """Two things in one piece: "socialchef Stenungsund", "Ale Asta Björkmo"."""
    for rest, organisation in (split_tail(piece), split_head(piece)):
        person = signs.looks_like_person(rest) and not names_organisation(rest)
        titled = is_title(rest) if rest else False
        if (
            organisation
            and rest
            and (
                person
                or (not entry.name and _person_and_title(rest))
                or titled
                or piece[0].islower()
                or not names_organisation(piece)
            )
        ):
            return _add(replace(entry, organisation=entry.organisation or organisation), rest)
    if not entry.name and (called := _person_and_title(piece)):
        return replace(entry, name=called[0], title=entry.title or called[1])
    office = _OFFICE_WORD.search(piece)
    if office and not entry.role and len(piece) < 60:
        rest = piece.replace(office[0], "").strip(" ,.–-")
        if signs.looks_like_person(rest) and not entry.name:
            return replace(entry, role=office[0], name=rest)
        return replace(entry, role=office[0] if rest.casefold().startswith("för ") else piece)
    return None


def _person_and_title(text: str) -> tuple[str, str] | None:
    """A name and right after it the work, in small letters or an abbreviation: "Ann Ek rektor", "Bo Al MAS"."""
    *words, last = text.split()
    work = is_title(last) if last[0].islower() else bool(_SHORT_TITLE.fullmatch(last))
    name = " ".join(words)
    return (name, last) if work and signs.looks_like_person(name) and not names_organisation(name) else None


def _rest(entry: Entry, piece: str) -> Entry:
    unit = _UNIT_AFTER_TITLE.fullmatch(piece) if not entry.title and not entry.organisation else None
    if unit and names_organisation(unit[2]) and (entry.name or is_title(unit[1].split()[0])):
        return replace(entry, title=re.sub(r" (?:vid|på|för|i|hos)$", "", unit[1].strip()), organisation=unit[2])
    if not entry.organisation and (names_organisation(piece) or (entry.name and stands_at_place(piece))):
        return replace(entry, organisation=piece)
    if entry.name and not entry.title and not piece[0].isdigit() and not signs.looks_like_person(piece):
        return replace(entry, title=piece)
    return replace(entry, unread=(*entry.unread, piece))
