"""Several people in one sentence or on one line, and what each shares with those beside."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from . import signs
from .entries import Entry, is_title

_SEPARATOR = re.compile(r"[,;]\s*(?:(?P<and>och|samt|med|&)\s+)?|\s+(?P<joined>och|samt|&)\s+")
_BRACKETS = re.compile(r"\([^()]*\)")


@dataclass(frozen=True)
class Item:
    """``joined`` tells that "och" or its like stands before the item rather than a comma."""

    text: str
    joined: bool = False


@dataclass(frozen=True)
class Person:
    """``joined`` as of an item. ``shares`` tells that the organisation may be that of those before as well, as in
    "Ann Ek och Bo Al från Ale"; in brackets it is one person's."""

    entry: Entry
    joined: bool = False
    shares: bool = True

    @classmethod
    def of(cls, entry: Entry, item: Item) -> Person:
        return cls(entry, item.joined, shares=not item.text.endswith(")"))

    def with_more(self, entry: Entry) -> Person | None:
        """With what the next piece tells; None if that is nothing about a person."""
        more = merged(self.entry, entry)
        placed = more is not None and more.organisation != self.entry.organisation
        return replace(self, entry=more, shares=self.shares or placed) if more else None


def items(text: str) -> Iterator[Item]:
    """The pieces between commas and "och". What stands in brackets stays whole."""
    hidden = _BRACKETS.sub(lambda found: found[0].translate({ord(","): "\0", ord(";"): "\0", ord(" "): "\1"}), text)
    start, joined = 0, False
    for found in (*_SEPARATOR.finditer(hidden), None):
        piece = text[start : found.start() if found else len(text)].strip(" .")
        if piece:
            yield Item(piece, joined)
        if found:
            start, joined = found.end(), bool(found["joined"] or found["and"])


def shared(people: Sequence[Person]) -> list[Entry]:
    """Everyone with the organisation that stands after the last of several: "Ann Ek och Bo Al från Ale samt Cia En,
    Lerum". Where only the very last has one, it is the whole list's."""
    placed = [bool(person.entry.organisation) for person in people]
    if not people or all(placed) or (any(placed) and not people[-1].shares and sum(placed) == 1):
        return [person.entry for person in people]
    if placed[-1] and sum(placed) == 1:
        organisation = people[-1].entry.organisation
        return [replace(person.entry, organisation=organisation) for person in people]
    entries: list[Entry] = []
    waiting: list[Person] = []
    for person in people:
        waiting.append(person)
        if person.entry.organisation:
            whole = person.shares and (person.joined or len(waiting) == 1)
            organisation = person.entry.organisation if whole else ""
            entries += [replace(row.entry, organisation=row.entry.organisation or organisation) for row in waiting]
            waiting = []
    return [*entries, *(person.entry for person in waiting)]


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


def is_plain(entry: Entry) -> bool:
    """Someone with nothing on the side that is not understood."""
    return not entry.unread and (entry.vacant or signs.looks_like_person(entry.name))
