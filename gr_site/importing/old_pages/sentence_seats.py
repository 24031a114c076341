"""Seats in running text: "I gruppen ingår Ann Ek (Ale) och Bo Al från Lerum. Ersättare är Cia En, Tjörn."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import signs
from .entries import Entry, is_title, read_entry
from .organisations import known_organisation
from .page import Member

_LONGEST, _LONGEST_LEAD = 1_000, 120
#: A full stop ends a sentence, but not one after an initial or an abbreviation.
_END = re.compile(r"(?<=[.!?])(?<!\b[A-ZÅÄÖÉÜ]\.)(?<!\b[tvf]\.)(?<!ordf\.)(?<!sekr\.)(?<!\bfl\.)\s+(?=[A-ZÅÄÖ”\"])")
_NOW = r"(?:\s+(?:just nu|i dag|idag|för närvarande|även|också|numera|dessutom|följande(?: \w+)?|gör)){0,4}"
_CHIEF = (
    r"(?:(?:vice|v\.?|förste|andre|1:e|2:e|t\.?f\.?)\s+){0,3}"
    r"(?:ordförande|sekreterare|sammankallande|kassör|ordf\b\.?|sekr\b\.?)"
)
_MANY = r"(?:personliga?\s+)?(?:ersättare|suppleant(?:er)?|adjungera(?:de|d)?|revisor(?:er)?)"
_PLAIN = (
    r"(?:(?:övriga|ordinarie)\s+)?"
    r"(?:ledamöter(?:na)?|ledamot|deltagare|deltagarna|medlemmar(?:na)?|representanter(?:na)?)"
)
_ROLE = re.compile(rf"(?i)\b(?:(?P<chief>{_CHIEF})|(?P<many>{_MANY})|{_PLAIN})\b")
_VERB = re.compile(
    rf"(?i)(?P<who>.{{0,200}}?)\b(?P<verb>består{_NOW} av|ingår|deltar|sitter|utgörs{_NOW} av|representeras{_NOW} av"
    rf"|företräds{_NOW} av|medverkar|är|kommer|finns|samlar|har utsetts|utsågs|har valts|valdes){_NOW}"
    rf"\s*:?\s+(?=[a-zåäö]|[^\W\d_]{{1,40}}[.\s-])"
)
_THESE = re.compile(r"(?i)med\b|följande\b|vi som (?:är med|ingår|deltar)\b")
#: Verbs that say of many things that they are there: each of the people must have an organisation.
_ALL_PLACED = ("finns", "samlar", "har utsetts", "utsågs", "har valts", "valdes")
_SOURCE = re.compile(r"(?i)(?:från|för)\s+(.{2,40}?)\s*")
#: People whom a sentence names without giving them a seat.
_OTHERS = re.compile(
    r"(?i)kontakt|ansvar|föreläs|talare|moderator|gäst|inled|inbjud|författa|tidigare|fotograf"
    r"|chef för|syfte|mål\b|panel|bilden"
)
_ITEM = re.compile(r"[,;]\s*(?:(?:och|samt|med|&)\s+)?|\s+(?:och|samt|&)\s+")
_ITEM_ROLE = re.compile(
    rf"(?i)(?:(?:vår|dess|som|med|till|nätverkets|gruppens)\s+)*(?:(?P<chief>{_CHIEF})|(?P<many>{_MANY})|{_PLAIN})"
    rf"(?:\s+(?:är|i \w+ är))?{_NOW}\s*:?\s+(?=\S)"
)
#: "… och Lerum av Bo Al" after "Ale representeras av Ann Ek".
_ITEM_OF = re.compile(r"(?P<organisation>[^,()]{2,40}?)\s+(?:av|genom)\s+(?P<person>\S.*)")
_ITEM_SOURCE = re.compile(r"(?i)(?:från|för)\s+(?=[A-ZÅÄÖ])")
#: "samt en representant för Tjörn" names nobody, and ends what can be read of the list.
_NOBODY_NAMED = re.compile(r"(?:en|ett|två|tre|flera|övriga|representant\w*|tjänste\w+|politiker|någon|m\.? ?fl)\b")
_HOLDS = re.compile(
    rf"(?P<person>.{{5,90}}?),?\s+(?:är|sitter som|fungerar som)\s+(?:vår|nätverkets|gruppens|\w+s)?\s*"
    rf"(?P<office>(?i:{_CHIEF}|{_MANY}))(?:\s+(?:i|för)\s+\w+)?"
)
_NEXT_CLAUSE = re.compile(r",?\s+(?:och|samt|medan)\s+(?=[^\W\d_a-zåäö])")
_LAST_VERB = re.compile(
    r"\s+(?:ingår|deltar|medverkar|är (?:ledamöter|medlemmar|deltagare|representanter|med)|sitter (?:med )?i)\b.{0,80}"
)


def names_in_sentences(text: str) -> list[Entry]:
    """The seats that sentences give. A sentence that is not understood to its last name gives none.

    "Från Ale deltar Ann Ek och Bo Al" tells their organisation, "Ersättare är Cia En" the office.
    """
    return [entry for sentence in _END.split(text) if len(sentence) <= _LONGEST for entry in _names_in(sentence)]


def seat_of(entry: Entry) -> Member:
    """The seat of an entry in running text, which keeps the words itself."""
    return Member(
        name=entry.name,
        organisation=entry.organisation,
        role=entry.role,
        title=entry.title,
        party=entry.party,
        vacant=entry.vacant,
    )


def _names_in(sentence: str) -> list[Entry]:
    sentence = re.sub(r"^Vi som är med\b", "Med", sentence.strip().rstrip(" ."))
    return _holders(sentence) or _before_verb(sentence) or _after_colon(sentence) or _after_verb(sentence)


def _holders(sentence: str) -> list[Entry]:
    """ "Ann Ek (Ale) är ordförande och Bo Al, Lerum, är vice ordförande"."""
    found = [_HOLDS.fullmatch(piece) for piece in _clauses(sentence)]
    if len(found) == 1 and found[0] and " och " in found[0]["person"]:
        return _listed(found[0]["person"], found[0]["office"], "")
    entries = [replace(read_entry(match["person"]), role=match["office"]) for match in found if match]
    return entries if len(entries) == len(found) and all(map(_is_plain, entries)) else []


def _clauses(sentence: str) -> list[str]:
    """The clauses of a sentence, each with its verb: what stands before one is about the next ("Bo Al, Lerum, är")."""
    clauses = [""]
    for piece in _NEXT_CLAUSE.split(sentence):
        if " är " in clauses[-1]:
            clauses.append(piece)
        else:
            clauses[-1] = f"{clauses[-1]} och {piece}" if clauses[-1] else piece
    return clauses


def _before_verb(sentence: str) -> list[Entry]:
    """ "Ann Ek (Ale), Bo Al (Lerum) och Cia En (Tjörn) ingår i nätverket"."""
    found = _LAST_VERB.search(sentence)
    if not found or not sentence[:1].isupper():
        return []
    entries = _listed(sentence[: found.start()], "", "")
    return entries if len(entries) > 1 else []


def _after_colon(sentence: str) -> list[Entry]:
    """ "I gruppen finns representanter för två kommuner: Ann Ek (Ale) och Bo Al (Lerum)"."""
    who, colon, rest = sentence.partition(": ")
    role = _ROLE.search(who)
    if not colon or not (role or _THESE.match(who)) or len(who) > _LONGEST_LEAD or _OTHERS.search(who):
        return []
    entries = _listed(rest, (role["chief"] or role["many"] or "") if role else "", "")
    return entries if len(entries) > 1 and all(entry.organisation for entry in entries) else []


def _after_verb(sentence: str) -> list[Entry]:
    found = _VERB.match(sentence)
    if not found or _OTHERS.search(found["who"]):
        return []
    who, role = found["who"].strip(), _ROLE.search(found["who"])
    source = _SOURCE.fullmatch(who)
    organisation = known_organisation(source[1] if source else who)
    if found["verb"].casefold() in ("är", "kommer") and not (role or organisation or who.casefold().startswith("med")):
        return []
    rest = re.sub(r"^[^:]{0,40}:\s+", "", sentence[found.end() :])
    office = (role["chief"] or role["many"] or "") if role else ""
    entries = _listed(rest, office, organisation)
    if found["verb"].casefold() in _ALL_PLACED and not all(entry.organisation for entry in entries):
        return []
    sure = office or (organisation and not known_organisation(rest))
    return entries if len(entries) > 1 or (sure and entries) else []


def _listed(text: str, office: str, organisation: str) -> list[Entry]:
    """The people in ``text``, with everything between them understood; none if there is anything else."""
    entries: list[Entry] = []
    role = office
    for piece in _items(text):
        if entries and _NOBODY_NAMED.match(piece):
            break
        if said := _ITEM_ROLE.match(piece):
            role = said["chief"] or said["many"] or ""
            piece = piece[said.end() :]
        source = _ITEM_OF.match(piece)
        if source and known_organisation(source["organisation"]):
            piece = f"{source['person']}, {source['organisation']}"
        entry = read_entry(_ITEM_SOURCE.sub("", piece, count=1) if _ITEM_SOURCE.match(piece) else piece)
        if entry.seat:
            entries.append(replace(entry, role=entry.role or _usual(role)))
            role = role if re.fullmatch(_MANY, role, re.IGNORECASE) else ""
        elif entries and (more := merged(entries[-1], entry)):
            entries[-1] = more
        else:
            return []
    if not all(map(_is_plain, entries)) or any(" av " in entry.name for entry in entries):
        return []
    entries = [replace(entry, organisation=entry.organisation or organisation) for entry in entries]
    return entries if text.endswith(")") else sharing_last(entries)


def _usual(role: str) -> str:
    """The office of one person, though the sentence has it for several."""
    word = role.casefold()
    if word.startswith("suppleant"):
        return "suppleant"
    return "adjungerad" if word.startswith("adjungera") else "ersättare" if word.endswith("ersättare") else word


def _items(text: str) -> Iterator[str]:
    return (piece for part in _ITEM.split(text) if (piece := part.strip(" .")))


def merged(entry: Entry, more: Entry) -> Entry | None:
    """A person with what the next piece of the list tells; None if that is nothing about a person."""
    if more.organisation and not entry.organisation:
        return replace(
            entry,
            organisation=more.organisation,
            role=entry.role or more.role,
            title=entry.title or more.title or ", ".join(more.unread),
        )
    if more.role and not entry.role:
        return replace(entry, role=more.role)
    title = more.title or ", ".join(more.unread)
    fits = bool(title) and (title[0].islower() or is_title(title))
    return replace(entry, title=title) if fits and not entry.title and not more.organisation else None


def sharing_last(entries: list[Entry]) -> list[Entry]:
    """ "Ann Ek och Bo Al, Ale": an organisation that only stands after the last is everyone's."""
    *others, last = entries or [Entry()]
    if any(entry.organisation for entry in others):
        return entries
    return [replace(entry, organisation=last.organisation) for entry in entries]


def _is_plain(entry: Entry) -> bool:
    return not entry.unread and (entry.vacant or signs.looks_like_person(entry.name))
