"""One line about several seats: deputies, alternates, and names in a row or in a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from . import signs
from .columns import column_kinds
from .entries import Entry, is_title, read_entry
from .headings import is_office
from .organisations import known_organisation, names_organisation
from .page import Member
from .parties import is_party
from .relations import sentences_of

DEPUTY = "ersättare"
_LONGEST = 1_000
_DEPUTY = re.compile(
    r"(?i)[\s,;(/–—-]{0,8}\b(?:(?:med\s+)?(?:personliga?\s+|pers\.?\s*))?(?:ersättare|suppleant(?:er)?|ers\b\.?|suppl\b\.?)"
    r"(?:\s+(?:är|för (?:denne|henne|honom)))?\s*[:–—-]?\s+(?=[\w(])"
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,8}")
_ALTERNATIVE = re.compile(r"(?i)\s+(?:alt\.?|alternativt|eller)\s+|\s*/\s*")
_DASH = re.compile(r"\s+[–—-]\s+")
_IN_A_ROW = re.compile(r"[,;]\s*(?:(?:och|samt|&)\s+)?|\s+(?:och|samt|&)\s+")
_ATTENDANCE = re.compile(
    r"(?i)(?:när|från)varande|deltog|deltagare|övriga|medverkande|inbjudna|adjungera|justera|kallade|kontakt|ansvarig|foto|text"
)
_SOURCE = re.compile(r"(?i)(?:från|för)\s+(.{2,40}?)\s+(?:deltar|ingår|sitter|medverkar|är)\b")
_OFFICE_IS = re.compile(
    r"(?i)(ordförande|vice ordförande|sekreterare|sammankallande)(?: (?:i|för) \w+)? är "
    r"(?:för närvarande )?(?=[A-ZÅÄÖ])"
)
_SAID_BEFORE = re.compile(
    r"(?i)^.{0,200}?\b(?:består (?:för närvarande )?av|ingår|deltar|sitter|är|utgörs av|representeras av|medverkar)\b"
    r":?\s+"
)


def read_entries(text: str) -> list[Entry]:
    """The seats of one line in order; a single entry without a seat when it names none."""
    if len(text) > _LONGEST:
        return [read_entry(text)]
    for split in (
        _cells_of_people,
        _of_one_office,
        _with_deputies,
        _of_one_organisation,
        _alternatives,
        _with_dash,
        _in_a_row,
    ):
        if entries := split(text):
            return entries
    return [read_entry(text)]


def names_in_sentences(text: str) -> list[Entry]:
    """The seats that sentences list: "I utskottet ingår Ann Ek (Ale) och Bo Al (Lerum)." At least two in a sentence.

    "Från Ale deltar Ann Ek och Bo Al" tells their organisation.
    """
    return [entry for sentence in sentences_of([text]) for entry in _names_in(sentence)]


def _names_in(sentence: str) -> list[Entry]:
    found = _SAID_BEFORE.match(sentence) if len(sentence) <= _LONGEST else None
    if not found:
        return []
    if office := _OFFICE_IS.match(sentence):
        entry = read_entry(sentence[office.end() :].strip(" ."))
        return [replace(entry, role=office[1])] if entry.organisation and _is_plain(entry) else []
    source = _SOURCE.match(sentence)
    organisation = known_organisation(source[1]) if source else ""
    return [
        replace(entry, organisation=entry.organisation or organisation) for entry in _in_a_row(sentence[found.end() :])
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


def _cells_of_people(text: str) -> list[Entry]:
    """A row of a table without headers that names two people: they share what the other cells tell."""
    cells = [cell.strip() for cell in text.split("\t") if cell.strip()]
    people = [cell for cell in cells if read_entry(cell).seat and not names_organisation(cell)]
    if len(people) < 2:
        return []
    shared = read_entry("\t".join(cell for cell in cells if cell not in people))
    return [
        replace(entry, organisation=entry.organisation or shared.organisation)
        for cell in people
        for entry in read_entries(cell)
    ]


def _seats(text: str) -> list[Entry]:
    """The entries of a part of a line, none unless every one of them is a seat."""
    entries = read_entries(text.strip(" ,;()."))
    return entries if all(entry.seat for entry in entries) else []


def _with_deputies(text: str) -> list[Entry]:
    """ "Ann Ek, Ale, ersättare Bo Al": a deputy sits for the same organisation unless the line names another."""
    found = _DEPUTY.search(text)
    if not found or not text[: found.start()].strip():
        return []
    regular, deputies = _seats(text[: found.start()]), _seats(text[found.end() :])
    return _joined(regular, deputies, role=DEPUTY)


def _joined(regular: list[Entry], others: list[Entry], *, role: str) -> list[Entry]:
    if not regular or not others:
        return []
    organisation = next((entry.organisation for entry in (*regular, *others) if entry.organisation), "")
    return [
        *(replace(entry, organisation=entry.organisation or organisation) for entry in regular),
        *(
            replace(entry, organisation=entry.organisation or organisation, role=entry.role or role)
            for entry in others
        ),
    ]


def _of_one_organisation(text: str) -> list[Entry]:
    """ "Göteborg: Alva Brink, Dag Ek och vakant"."""
    head, colon, tail = text.partition(":")
    organisation = known_organisation(head) or _label(head)
    if not colon and len(parts := _DASH.split(text, maxsplit=1)) == 2:
        (head, tail), colon = parts, "–"
        organisation = known_organisation(head) or (
            head if _ABBREVIATION.fullmatch(head) and not is_party(head) else ""
        )
    if not colon or not organisation:
        return []
    entries = _alternatives(tail) or _in_a_row(tail) or [read_entry(piece) for piece in _pieces(tail)]
    if not entries or not all(entry.seat for entry in entries):
        entries = [entry for entry in _single(tail) if _is_plain(entry)]
    return [replace(entry, organisation=entry.organisation or organisation) for entry in entries]


def _of_one_office(text: str) -> list[Entry]:
    """ "Suppleanter: Ann Ek, Bo Al": what stands before the colon is everyone's office."""
    head, colon, tail = text.partition(":")
    kinds = column_kinds(head) if colon else []
    if not is_office(head) and kinds not in (["name"], ["deputy"]):
        return []
    entries = _in_a_row(tail) or [read_entry(piece) for piece in _pieces(tail)]
    if len(entries) < 2 or not all(entry.seat for entry in entries):
        return []
    role = DEPUTY if kinds == ["deputy"] else "" if kinds else head.strip()
    return [replace(entry, role=entry.role or role) for entry in entries]


def _label(head: str) -> str:
    """What may be an organisation before a colon, though unknown: "SPF Seniorerna", but no office or column."""
    words = head.split()
    if not 1 <= len(words) <= 5 or not head[0].isupper() or any(letter.isdigit() for letter in head) or "\t" in head:
        return ""
    entry = read_entry(head)
    people = entry.seat or entry.role or entry.party or column_kinds(head) or is_title(head) or signs.has_verb(head)
    return "" if people or _ATTENDANCE.match(head) else head.strip()


def _alternatives(text: str) -> list[Entry]:
    parts = _ALTERNATIVE.split(text)
    if len(parts) != 2:
        return []
    return _joined(_single(parts[0]), _single(parts[1]), role="")


def _with_dash(text: str) -> list[Entry]:
    """Two people with a dash between them: a member and the deputy."""
    parts = _DASH.split(text)
    if len(parts) != 2 or "\t" in text:
        return []
    return _joined(_single(parts[0]), _single(parts[1]), role=DEPUTY)


def _single(text: str) -> list[Entry]:
    entry = read_entry(text.strip(" ,;."))
    return [entry] if entry.seat else []


def _pieces(text: str) -> list[str]:
    return [piece for part in _IN_A_ROW.split(text) if (piece := part.strip(" ."))]


def _in_a_row(text: str) -> list[Entry]:
    """Two people with "och", or three: each may be followed by an organisation, an office or a title of its own."""
    if "\t" in text:
        return []
    entries: list[Entry] = []
    for piece in _pieces(text):
        entry = read_entry(piece)
        if entry.seat:
            entries.append(entry)
        elif not entries or not (merged := _merged(entries[-1], entry)):
            return []
        else:
            entries[-1] = merged
    placed = all(entry.organisation for entry in entries) or any(entry.role or entry.party for entry in entries[:1])
    enough = len(entries) >= 3 or (len(entries) == 2 and (placed or bool(re.search(r"\s(?:och|samt|&)\s", text))))
    if not enough or not all(_is_plain(entry) for entry in entries):
        return []
    return _sharing_last(entries) if not text.rstrip(" .").endswith(")") else entries


def _sharing_last(entries: list[Entry]) -> list[Entry]:
    """ "Ann Ek och Bo Al, Ale": an organisation that only stands after the last is everyone's."""
    *others, last = entries
    if any(entry.organisation for entry in others):
        return entries
    return [replace(entry, organisation=last.organisation) for entry in entries]


def _merged(entry: Entry, more: Entry) -> Entry | None:
    if more.organisation and not entry.organisation:
        return replace(entry, organisation=more.organisation, role=entry.role or more.role)
    if more.role and not entry.role:
        return replace(entry, role=more.role)
    title = more.title or ", ".join(more.unread)
    return replace(entry, title=title) if title and title[0].islower() and not entry.title else None


def _is_plain(entry: Entry) -> bool:
    return not entry.unread and (entry.vacant or signs.looks_like_person(entry.name))
