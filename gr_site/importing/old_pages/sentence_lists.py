"""The people whom a sentence lists after its verb or its colon, each with the office and organisation it tells."""

from __future__ import annotations

import re
from dataclasses import replace

from . import signs
from .entries import Entry, placed_at, read_entry
from .organisations import known_organisation
from .sentence_items import Person, is_plain, items, shared

NOW = r"(?:\s+(?:just nu|i dag|idag|för närvarande|även|också|numera|dessutom|följande(?: \w+)?|gör)){0,4}"
CHIEF = (
    r"(?:(?:vice|v\.?|förste|andre|1:e|2:e|t\.?f\.?)\s+){0,3}"
    r"(?:ordförande|sekreterare|sammankallande|kassör|ordf\b\.?|sekr\b\.?)"
)
MANY = r"(?:personliga?\s+)?(?:ersättare|suppleant(?:er)?|adjungera(?:de|d)?|revisor(?:er)?)"
PLAIN = (
    r"(?:(?:övriga|ordinarie)\s+)?"
    r"(?:ledamöter(?:na)?|ledamot|deltagare|deltagarna|medlemmar(?:na)?|representanter(?:na)?)"
)
_ITEM_ROLE = re.compile(
    rf"(?i)(?:(?:vår|dess|som|med|till|nätverkets|gruppens)\s+)*(?:(?P<chief>{CHIEF})|(?P<many>{MANY})|{PLAIN})"
    rf"(?:\s+(?:är|i \w+ är))?{NOW}\s*:?\s+(?=\S)"
)
#: "… och Lerum av Bo Al" after "Ale representeras av Ann Ek".
_ITEM_OF = re.compile(r"(?P<organisation>[^,()]{2,40}?)\s+(?:av|genom)\s+(?P<person>\S.*)")
#: "Ann Ek representerar Ale".
_SPEAKS_FOR = re.compile(
    r"(?P<person>[^,()]{5,60}?)\s+(?:representerar|företräder|kommer från|deltar från|sitter för|är från)\s+"
    r"(?P<organisation>[^,()]{2,40})"
)
_ITEM_SOURCE = re.compile(r"(?i)(?:från|för)\s+(?=[A-ZÅÄÖ])")
#: "samt en representant för Tjörn" names nobody, and ends what can be read of the list.
_NOBODY_NAMED = re.compile(r"(?:en|ett|två|tre|flera|övriga|representant\w*|tjänste\w+|politiker|någon|m\.? ?fl)\b")


def read_list(text: str, office: str, organisation: str) -> list[Entry]:
    """The people in ``text``, with everything between them understood; none if there is anything else."""
    people: list[Person] = []
    role = office
    for item in items(text):
        if people and _NOBODY_NAMED.match(item.text):
            break
        said = _ITEM_ROLE.match(item.text)
        if said:
            role = said["chief"] or said["many"] or ""
        piece = _placed_last(item.text[said.end() :] if said else item.text)
        entry = read_entry(piece)
        if entry.seat:
            entry = replace(entry, role=entry.role or _usual(role))
            people.append(Person.of(entry, item))
            role = role if re.fullmatch(MANY, role, re.IGNORECASE) else ""
        elif people and (more := people[-1].with_more(entry)):
            people[-1] = more
        else:
            return []
    if organisation:
        entries = [placed_at(_with_unit(person.entry), organisation) for person in people]
    else:
        entries = shared(people)
    if not all(map(is_plain, entries)) or any(" av " in entry.name for entry in entries):
        return []
    return entries


def _with_unit(entry: Entry) -> Entry:
    """A word in brackets that is nothing we know ("vägledare, Västerhöjd") tells where someone works."""
    if not entry.title or len(entry.unread) != 1 or signs.looks_like_person(entry.unread[0]):
        return entry
    return replace(entry, title=f"{entry.title}, {entry.unread[0]}", unread=())


def _placed_last(piece: str) -> str:
    """The piece with its organisation after the name, as lists have it: "Lerum av Bo Al", "från Ale Ann Ek"."""
    source = _ITEM_OF.match(piece)
    if source and known_organisation(source["organisation"]):
        return f"{source['person']}, {source['organisation']}"
    speaks = _SPEAKS_FOR.fullmatch(piece)
    if speaks and known_organisation(speaks["organisation"]):
        return f"{speaks['person']}, {speaks['organisation']}"
    return _ITEM_SOURCE.sub("", piece, count=1) if _ITEM_SOURCE.match(piece) else piece


def _usual(role: str) -> str:
    """The office of one person, though the sentence has it for several."""
    word = role.casefold()
    if word.startswith("suppleant"):
        return "suppleant"
    return "adjungerad" if word.startswith("adjungera") else "ersättare" if word.endswith("ersättare") else word


def speaks_for(sentence: str) -> bool:
    """Whether a sentence says of someone for whom they speak: "Ann Ek representerar Ale"."""
    return bool(_SPEAKS_FOR.search(sentence))
