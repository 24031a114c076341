"""One line about several seats: deputies, alternates, and names in a row or in a sentence."""

from __future__ import annotations

import re
from dataclasses import replace

from . import signs
from .entries import Entry, read_entry
from .organisations import known_organisation

DEPUTY = "ersättare"
_LONGEST = 1_000
_DEPUTY = re.compile(
    r"(?i)[\s,;(/–—-]*\b(?:(?:med\s+)?personliga?\s+)?(?:ersättare|suppleant(?:er)?|ers\b\.?|suppl\b\.?)"
    r"(?:\s+(?:är|för (?:denne|henne|honom)))?\s*[:–—-]?\s+(?=[\w(])"
)
_ALTERNATIVE = re.compile(r"(?i)\s+(?:alt\.?|alternativt|eller)\s+|\s*/\s*")
_DASH = re.compile(r"\s+[–—-]\s+")
_IN_A_ROW = re.compile(r"[,;]\s*|\s+(?:och|samt|&)\s+")
_SAID_BEFORE = re.compile(
    r"(?i)^.{0,200}?\b(?:består (?:för närvarande )?av|ingår|deltar|sitter|är|utgörs av|representeras av|medverkar)\b"
    r":?\s+"
)


def read_entries(text: str) -> list[Entry]:
    """The seats of one line in order; a single entry without a seat when it names none."""
    if len(text) > _LONGEST:
        return [read_entry(text)]
    for split in (_with_deputies, _of_one_organisation, _alternatives, _with_dash, _in_a_row):
        if entries := split(text):
            return entries
    return [read_entry(text)]


def names_in_sentence(text: str) -> list[Entry]:
    """The seats that a sentence lists: "I utskottet ingår Ann Ek (Ale) och Bo Al (Lerum)." Empty without two."""
    found = _SAID_BEFORE.match(text) if len(text) <= _LONGEST else None
    return _in_a_row(text[found.end() :]) if found else []


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
    organisation = known_organisation(head)
    if not colon or not organisation:
        return []
    entries = _alternatives(tail) or _in_a_row(tail) or [read_entry(piece) for piece in _pieces(tail)]
    if len(entries) < 2 or not all(entry.seat for entry in entries):
        return []
    return [replace(entry, organisation=entry.organisation or organisation) for entry in entries]


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
    enough = len(entries) >= 3 or (len(entries) == 2 and bool(re.search(r"\s(?:och|samt|&)\s", text)))
    return entries if enough and all(_is_plain(entry) for entry in entries) else []


def _merged(entry: Entry, more: Entry) -> Entry | None:
    if more.organisation and not entry.organisation:
        return replace(entry, organisation=more.organisation, role=entry.role or more.role)
    if more.role and not entry.role:
        return replace(entry, role=more.role)
    title = more.title or ", ".join(more.unread)
    return replace(entry, title=title) if title and title[0].islower() and not entry.title else None


def _is_plain(entry: Entry) -> bool:
    return not entry.unread and (entry.vacant or signs.looks_like_person(entry.name))
