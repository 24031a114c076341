"""Seats in running text: "I gruppen ingår Ann Ek (Ale) och Bo Al från Lerum. Ersättare är Cia En, Tjörn."."""

from __future__ import annotations

import re
from dataclasses import replace

from .entries import Entry, read_entry
from .organisations import is_municipality, known_organisation, split_head
from .page import Member
from .seat_lines import read_entries
from .sentence_items import is_plain
from .sentence_lists import CHIEF, MANY, NOW, PLAIN, read_list, speaks_for

_LONGEST, _LONGEST_LEAD = 1_000, 120
#: A full stop ends a sentence, but not one after an initial or an abbreviation.
_END = re.compile(r"(?<=[.!?])(?<!\b[A-ZÅÄÖÉÜ]\.)(?<!\b[tvf]\.)(?<!ordf\.)(?<!sekr\.)(?<!\bfl\.)\s+(?=[A-ZÅÄÖ”\"])")
_ROLE = re.compile(rf"(?i)\b(?:(?P<chief>{CHIEF})|(?P<many>{MANY})|{PLAIN})\b")
_VERB = re.compile(
    rf"(?i)(?P<who>.{{0,200}}?)\b(?P<verb>består{NOW} av|ingår|deltar|sitter|utgörs{NOW} av|representeras{NOW} av"
    rf"|företräds{NOW} av|leds{NOW} av|medverkar|är|kommer|finns|samlar|har utsetts|utsågs|har valts|valdes){NOW}"
    rf"\s*:?\s+(?=[a-zåäö]|[^\W\d_]{{1,40}}[.\s-])"
)
_THESE = re.compile(r"(?i)med\b|följande\b|vi som (?:är med|ingår|deltar)\b")
#: Verbs that say of many things that they are there: each of the people must have an organisation.
_ALL_PLACED = ("finns", "samlar", "har utsetts", "utsågs", "har valts", "valdes")
_SOURCE = re.compile(rf"(?i)(?:(?:{CHIEF}|{MANY}|{PLAIN})\s+)?(?:från|för)\s+(.{{2,40}}?)\s*")
#: People whom a sentence names without giving them a seat.
_OTHERS = re.compile(
    r"(?i)kontakt|ansvar|föreläs|talare|moderator|gäst|inled|inbjud|författa|tidigare|fotograf"
    r"|chef för|syfte|mål\b|panel|bilden"
)
_COMES = re.compile(r"(?P<organisation>.{2,40}?)\s+(?:deltar|kommer|medverkar|sitter|ingår|är)\s+(?P<people>\S.*)")
_NEXT_SOURCE = re.compile(r",?\s+(?:(?:och|samt|medan)\s+)?(?=från\s)")
_HOLDS = re.compile(
    rf"(?P<person>.{{5,90}}?),?\s+(?:är|sitter som|fungerar som)\s+(?:vår|nätverkets|gruppens|\w+s)?\s*"
    rf"(?P<office>(?i:{CHIEF}|{MANY}))(?:\s+(?:i|för)\s+\w+)?"
)
_NEXT_CLAUSE = re.compile(r",?\s+(?:och|samt|medan)\s+(?=[^\W\d_a-zåäö])")
_LAST_VERB = re.compile(
    r"\s+(?:ingår|deltar|medverkar|är (?:ledamöter|medlemmar|deltagare|representanter|med)|sitter (?:med )?i)\b.{0,80}"
)


def names_in_sentences(text: str) -> list[Entry]:
    """The seats that sentences give. A sentence that is not understood to its last name gives none.

    "Från Ale deltar Ann Ek och Bo Al" tells their organisation, "Ersättare är Cia En" the office.
    """
    sentences = [sentence for sentence in _END.split(text) if len(sentence) <= _LONGEST]
    listed = [_after_organisation(sentence) for sentence in sentences]
    several = sum(map(len, listed)) > 1
    return [
        entry
        for sentence, of_one in zip(sentences, listed, strict=True)
        for entry in (_names_in(sentence) or (of_one if several else []))
    ]


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
    for read in (_holders, _before_verb, _speakers, _from_each, _after_colon, _after_verb):
        if entries := read(sentence):
            return entries
    return []


def _holders(sentence: str) -> list[Entry]:
    """ "Ann Ek (Ale) är ordförande och Bo Al, Lerum, är vice ordförande"."""
    found = [_HOLDS.fullmatch(piece) for piece in _clauses(sentence)]
    if len(found) == 1 and found[0] and " och " in found[0]["person"]:
        return read_list(found[0]["person"], found[0]["office"], "")
    entries = [replace(read_entry(match["person"]), role=match["office"]) for match in found if match]
    return entries if len(entries) == len(found) and all(map(is_plain, entries)) else []


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
    entries = read_list(sentence[: found.start()], "", "")
    return entries if len(entries) > 1 else []


def _speakers(sentence: str) -> list[Entry]:
    """ "Ann Ek representerar Ale och Bo Al representerar Lerum"."""
    if not speaks_for(sentence):
        return []
    entries = read_list(sentence, "", "")
    return entries if len(entries) > 1 and all(entry.organisation for entry in entries) else []


def _from_each(sentence: str) -> list[Entry]:
    """ "Från Ale deltar Ann Ek, från Lerum Bo Al"."""
    clauses = _NEXT_SOURCE.split(sentence)
    if len(clauses) < 2 or not sentence.startswith("Från "):
        return []
    read = [_from_one(clause) for clause in clauses]
    return [entry for entries in read for entry in entries] if all(read) else []


def _from_one(clause: str) -> list[Entry]:
    rest = re.sub(r"(?i)^från\s+", "", clause)
    found = _COMES.match(rest)
    people, organisation = (found["people"], found["organisation"]) if found else split_head(rest)
    known = known_organisation(organisation)
    return read_list(people, "", known) if known else []


def _after_organisation(sentence: str) -> list[Entry]:
    """ "Ale: Ann Ek" among other such sentences."""
    organisation, colon, people = sentence.strip().rstrip(" .").partition(": ")
    known = known_organisation(organisation) if colon else ""
    return read_entries(sentence.strip().rstrip(" .")) if known and all(map(is_plain, read_entries(people))) else []


def _after_colon(sentence: str) -> list[Entry]:
    """ "I gruppen finns representanter för två kommuner: Ann Ek (Ale) och Bo Al (Lerum)"."""
    who, colon, rest = sentence.partition(": ")
    role = _ROLE.search(who)
    if not colon or not (role or _THESE.match(who)) or len(who) > _LONGEST_LEAD or _OTHERS.search(who):
        return []
    entries = read_list(rest, (role["chief"] or role["many"] or "") if role else "", "")
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
    if found["verb"].casefold().startswith("leds"):
        return _leaders(rest)
    office = (role["chief"] or role["many"] or "") if role else ""
    entries = read_list(rest, office, organisation)
    if found["verb"].casefold() in _ALL_PLACED and not all(entry.organisation for entry in entries):
        return []
    sure = office or (organisation and not known_organisation(rest))
    return entries if len(entries) > 1 or (sure and entries) else []


def _leaders(text: str) -> list[Entry]:
    """Who leads the body, if they hold an office in it or come from a municipality; others help it from outside."""
    entries = read_list(text, "", "")
    return entries if all(entry.role or is_municipality(entry.organisation) for entry in entries) else []
