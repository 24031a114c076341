"""Blocks of contact persons -> contacts; a card in which a picture's caption got lost keeps only the person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from . import signs
from .entries import read_entry
from .lines import Line
from .page import Contact

_LABEL = re.compile(
    r"(?i)(?:telefon(?:nummer)?|e-?post(?:adress)?|mobil(?:nummer)?|mejl|mail|skicka e-post|visa e-post\w*|adress)\W*"
)
_NAME_IN_LINE = re.compile(r"(?i)(?:e-post|telefon|mobil|tel)\s*:?")


@dataclass(frozen=True)
class ContactBlock:
    """``lines`` belong to the contact text; ``unread`` are those that tell of no way to reach anyone."""

    contacts: tuple[Contact, ...]
    lines: tuple[Line, ...]
    unread: tuple[Line, ...]


def read_contacts(lines: Sequence[Line], value: str = "") -> ContactBlock:
    """``value`` is what stood after the colon of the heading ("Kontaktperson på GR: Asta Björkmo")."""
    contacts: list[Contact] = [_contact(value)] if value and _tells(value) else []
    kept: list[Line] = []
    unread: list[Line] = []
    for line, following in zip_longest(lines, lines[1:]):
        if signs.is_sentence(line.text) or _LABEL.fullmatch(line.text):
            kept.append(line)
        elif _tells(line.text):
            kept.append(line)
            _join(contacts, _contact(line.text))
        elif _is_title_above(line, following, first=not contacts):
            kept.append(line)
            contacts.append(Contact(title=line.text))
        elif (contacts and not line.bullet and not line.after_blank) or _may_be_title(contacts, line):
            kept.append(line)
            _join(contacts, Contact(title=line.text))
        else:
            unread.append(line)
    named = tuple(dict.fromkeys(contact for contact in contacts if contact != Contact()))
    return ContactBlock(_merged(named), tuple(kept), tuple(unread))


def _is_title_above(line: Line, following: Line | None, *, first: bool) -> bool:
    """A title on the line above its person, with no blank line between."""
    if (
        following is None
        or following.after_blank
        or line.bullet
        or not (line.after_blank or first)
        or len(line.words) > 4
    ):
        return False
    return bool(_contact(following.text).name)


def _tells(text: str) -> bool:
    return bool(signs.EMAIL.search(text) or signs.PHONE.search(text) or _contact(text).name)


def _contact(text: str) -> Contact:
    entry = read_entry(_NAME_IN_LINE.sub("", text))
    title = ", ".join(part for part in (entry.title, entry.role, entry.organisation) if part)
    return Contact(name=entry.name, title=title, email=entry.email, phone=entry.phone)


def _may_be_title(contacts: list[Contact], line: Line) -> bool:
    return bool(contacts) and bool(contacts[-1].name) and not contacts[-1].title and len(line.words) <= 8


def _join(contacts: list[Contact], found: Contact) -> None:
    """A line with a name begins a person; a line without one tells more about the person before."""
    last = contacts[-1] if contacts else Contact()
    if not contacts or (found.name and last != Contact(title=last.title)):
        contacts.append(found)
        return
    contacts[-1] = replace(
        last,
        name=last.name or found.name,
        title=last.title or found.title,
        email=last.email or found.email,
        phone=last.phone or found.phone,
    )


def _merged(contacts: Sequence[Contact]) -> tuple[Contact, ...]:
    """One contact per name: a picture's text repeats the name of the card that follows."""
    by_name: dict[str, Contact] = {}
    for number, contact in enumerate(contacts):
        key = contact.name or f"#{number}"
        before = by_name.get(key, Contact())
        by_name[key] = Contact(
            contact.name, before.title or contact.title, before.email or contact.email, before.phone or contact.phone
        )
    return tuple(by_name.values())
