"""One line about several seats: deputies, alternates, and names in a row or in a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from . import signs
from .columns import column_kinds
from .entries import Entry, forget_entries, is_title, placed_at, read_entry
from .headings import is_office
from .organisations import is_municipality, known_organisation, names_organisation
from .parties import is_party
from .sentence_items import Person, is_plain, items, shared

DEPUTY = "ersättare"
_LONGEST = 1_000
_DEPUTY = re.compile(
    r"(?i)[\s,;(/–—-]{0,8}\b(?:(?:med\s+)?(?:personliga?\s+|pers\.?\s*))?(?:ersättare|suppleant(?:er)?|ers\b\.?|suppl\b\.?)"
    r"(?:\s+(?:är|för (?:denne|henne|honom)))?\s*[:–—-]?\s+(?=[\w(])"
)
_WITH_DEPUTY = re.compile(
    r"(?i)(?P<regular>.{4,200}?),?\s+med\s+(?P<deputy>\S.{3,100}?)\s+som\s+(?:personlig\s+)?(?:ersättare|suppleant)\.?"
)
_ABBREVIATION = re.compile(r"[A-ZÅÄÖ]{2,8}")
_ALTERNATIVE = re.compile(r"(?i)\s+(?:alt\.?|alternativt|eller)\s+|\s*/\s*")
_NEXT_ADDRESS = re.compile(r"(?<=>)\s*[;,]?\s*|\s*;\s*")
_ADDRESSED = re.compile(
    r"[\"']?(?P<name>[^<>\"]{3,80}?)[\"']?\s*<(?:mailto:)?(?P<address>[^<>\s@]{1,64}@[^<>\s@]{1,190})>"
)
_PLAIN_LETTERS = str.maketrans("åäöéü", "aaoeu")
_NEXT_ORGANISATION = re.compile(r"\s*;\s*|[,.]\s+(?=[^,.:;]{2,40}:\s)")
_DASH = re.compile(r"\s+[–—-]\s+")
_ATTENDANCE = re.compile(
    r"(?i)(?:när|från)varande|deltog|deltagare|övriga|medverkande|inbjudna|adjungera|justera|kallade|kontakt|ansvarig|foto|text"
)


def read_entries(text: str) -> list[Entry]:
    """The seats of one line in order; a single entry without a seat when it names none."""
    if len(text) > _LONGEST:
        return [read_entry(text)]
    return list(_read(text))


@lru_cache(maxsize=2**13)
def _read(text: str) -> tuple[Entry, ...]:
    for split in (
        _mailing_list,
        _cells_of_people,
        _each_organisation,
        _of_one_office,
        _with_deputies,
        _of_one_organisation,
        _alternatives,
        _with_dash,
        _in_a_row,
    ):
        if entries := split(text):
            return tuple(entries)
    return (read_entry(text),)


def forget_names() -> None:
    """Let go of the people who were read: they are kept only while one page is."""
    _read.cache_clear()
    forget_entries()


def _mailing_list(text: str) -> list[Entry]:
    """ "Ann Ek <ann.ek@example.org>; Bo Al <bo.al@example.org>", as a mail program writes its recipients."""
    if "<" not in text:
        return []
    pieces = [piece.strip(" ,;") for piece in _NEXT_ADDRESS.split(text) if piece.strip(" ,;")]
    found = [_ADDRESSED.fullmatch(piece) for piece in pieces]
    entries = [_addressed(match["name"], match["address"]) for match in found if match]
    return entries if len(entries) == len(pieces) and all(map(is_plain, entries)) else []


def _addressed(name: str, address: str) -> Entry:
    """Whom an address belongs to. Surname first is seen by a comma, or by the address when it has both names."""
    words = name.replace(",", " ").split()
    account = [part.casefold() for part in address.partition("@")[0].split(".")]
    plain = [word.casefold().translate(_PLAIN_LETTERS) for word in words]
    if len(words) == 2 and ("," in name.rstrip(",") or (len(account) == 2 and plain == account[::-1])):
        words.reverse()
        name = " ".join(words)
    return replace(read_entry(name), email=address)


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
    if turned := _WITH_DEPUTY.fullmatch(text):
        return _joined(_seats(turned["regular"]), _seats(turned["deputy"]), role=DEPUTY)
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


def _each_organisation(text: str) -> list[Entry]:
    """ "Ale: Ann Ek; Lerum: Bo Al och Cia En" on one line, perhaps after what they all are ("Representanter:")."""
    label, colon, rest = text.partition(": ")
    if colon and column_kinds(label):
        text = rest
    pieces = [piece.strip(" .") for piece in _NEXT_ORGANISATION.split(text) if piece.strip(" .")]
    heads = [known_organisation(piece.partition(":")[0]) for piece in pieces]
    if len(pieces) < 2 or not all(heads):
        return []
    read = [_of_one_organisation(piece) for piece in pieces]
    return [entry for entries in read for entry in entries] if all(read) else []


def _of_one_organisation(text: str) -> list[Entry]:
    """ "Göteborg: Alva Brink, Dag Ek och vakant", "Förvaltningschef, Ale: Bo Dalrot"."""
    head, colon, tail = text.partition(":")
    told = _head(head) if colon else Entry()
    if not colon and len(parts := _DASH.split(text, maxsplit=1)) == 2:
        (head, tail), colon = parts, "–"
        short = _ABBREVIATION.fullmatch(head) and not is_party(head)
        told = Entry(organisation=known_organisation(head) or (head if short else ""))
    if not colon or not told.organisation:
        return []
    entries = _people_of(tail.strip())
    first = replace(entries[0], title=entries[0].title or told.title, role=entries[0].role or told.role)
    return [placed_at(entry, told.organisation) for entry in (first, *entries[1:])] if entries[0].seat else []


def _head(text: str) -> Entry:
    """What stands before a colon: an organisation, perhaps after a title; an empty entry if it is something else."""
    if organisation := known_organisation(text):
        return Entry(organisation=organisation)
    entry = read_entry(text)
    titles = [entry.title, *entry.unread]
    work = "," in text or all(is_title(title) or title[0].islower() for title in titles if title)
    if (
        is_municipality(entry.organisation)
        and work
        and not entry.seat
        and not signs.has_verb(text)
        and len(text) <= 80
    ):
        return Entry(organisation=entry.organisation, role=entry.role, title=", ".join(filter(None, titles)))
    return Entry() if entry.organisation and entry.unread and "," in text else Entry(organisation=_label(text))


def _people_of(text: str) -> list[Entry]:
    """The people of one organisation, in any of the ways that a line lists several; a single empty entry for none."""
    for split in (_with_deputies, _alternatives, _with_dash, _in_a_row):
        if entries := split(text):
            return entries
    entries = [read_entry(item.text) for item in items(text)]
    if entries and all(entry.seat for entry in entries):
        return entries
    return [entry for entry in _single(text) if is_plain(entry)] or [Entry()]


def _of_one_office(text: str) -> list[Entry]:
    """ "Suppleanter: Ann Ek, Bo Al": what stands before the colon is everyone's office."""
    head, colon, tail = text.partition(":")
    kinds = column_kinds(head) if colon else []
    if ": " in tail or (not is_office(head) and kinds not in (["name"], ["deputy"])):
        return []
    entries = _in_a_row(tail) or [read_entry(item.text) for item in items(tail)]
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
    person = entry.seat and entry != Entry(name=head.strip())  # "Rädda Barnen" may be a name by its form alone
    people = person or entry.role or entry.party or column_kinds(head) or is_title(head) or signs.has_verb(head)
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


def _in_a_row(text: str) -> list[Entry]:
    """Two people with "och", or three: each may be followed by an organisation, an office or a title of its own."""
    if "\t" in text:
        return []
    people: list[Person] = []
    for item in items(text):
        entry = read_entry(item.text)
        if entry.seat:
            people.append(Person.of(entry, item))
        elif people and (more := people[-1].with_more(entry)):
            people[-1] = more
        else:
            return []
    entries = [person.entry for person in people]
    placed = all(entry.organisation for entry in entries) or any(entry.role or entry.party for entry in entries[:1])
    enough = len(entries) >= 3 or (len(entries) == 2 and (placed or any(person.joined for person in people)))
    return shared(people) if enough and all(map(is_plain, entries)) else []
