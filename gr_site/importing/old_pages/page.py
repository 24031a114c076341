"""What an old page turned out to hold, and where each of its lines went."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from networks.text.start import Start

Kind = Literal["political", "heads", "network", "working_group", "external"]
Status = Literal["active", "paused", "closed"]
RelationKind = Literal["reports_to", "prepares_for", "working_group_under", "consults", "cooperates_with"]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph, one bullet (its broken lines joined) or one heading inside a field."""

    text: str
    style: Literal["text", "bullet", "heading"] = "text"

    def __str__(self) -> str:
        return f"• {self.text}" if self.style == "bullet" else self.text


@dataclass(frozen=True)
class Field:
    """A named field's text under the heading it had on the page ("" when it had none)."""

    paragraphs: tuple[Paragraph, ...]
    heading: str = ""

    @property
    def text(self) -> str:
        """Plain text: a blank line between paragraphs, one line per bullet."""
        parts: list[str] = []
        for before, paragraph in zip((None, *self.paragraphs), self.paragraphs, strict=False):
            if before is not None:
                parts.append("\n" if before.style == paragraph.style == "bullet" else "\n\n")
            parts.append(str(paragraph))
        return "".join(parts)


@dataclass(frozen=True)
class Section(Field):
    """Text under a heading that has no field of its own: it goes to the body with its heading."""


@dataclass(frozen=True)
class Statement(Field):
    """A text that another body owns, such as "Utbildningsgruppens vision". ``owner`` is that body's name."""

    owner: str = ""


@dataclass(frozen=True)
class Member:
    """One seat. Empty strings where the page says nothing; ``group`` is the table's heading ("Övriga deltagare").

    ``text`` is what the page says of the seat, in its own words.
    """

    name: str = ""
    organisation: str = ""
    role: str = ""
    title: str = ""
    party: str = ""
    vacant: bool = False
    group: str = ""
    text: str = ""


@dataclass(frozen=True)
class Contact:
    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True)
class Relation:
    """A guess: which other body, how, and the sentence it was read from."""

    kind: RelationKind
    body: str
    sentence: str


@dataclass(frozen=True)
class MeetingBlock:
    """Lines of dates under one heading.

    ``context`` holds, outermost first, the headings and lead sentences that apply: the year, a usual time, a usual
    place. ``group`` names the sub-group whose dates these are, "" for the network itself. ``lines`` are as on the
    page. ``notices`` are sentences from elsewhere on the page about meetings ("Mötet den 22 november är inställt").
    """

    heading: str
    lines: tuple[str, ...]
    context: tuple[str, ...] = ()
    group: str = ""
    notices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Placement:
    """Where one non-blank line went. ``line`` counts from 1; ``text`` is the line as it was.

    ``label`` is the part of it that only names what follows, such as "Syfte" or "Startdatum", else "".
    """

    line: int
    text: str
    destination: str
    label: str = ""


@dataclass(frozen=True)
class LegacyPage:
    """A network page as read. Text fields are in ``fields``, in page order, under these keys:

    introduction, purpose, vision, mandate, members_note, contact, documents, schedule_note, status_reason.
    ``year`` is the one that the address or the file's name tells, for dates that lack theirs.
    """

    title: str
    source_url: str = ""
    year: int | None = None
    kind: Kind = "network"
    area: str = ""
    status: Status = "active"
    successor: str = ""
    start: Start = field(default_factory=Start)
    start_text: str = ""
    updated: date | None = None
    earlier_names: tuple[str, ...] = ()
    fields: Mapping[str, Field] = field(default_factory=dict)
    sections: tuple[Section, ...] = ()
    statements: tuple[Statement, ...] = ()
    members: tuple[Member, ...] = ()
    municipalities: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    documents: tuple[str, ...] = ()
    relations: tuple[Relation, ...] = ()
    meetings: tuple[MeetingBlock, ...] = ()
    unplaced: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    placements: tuple[Placement, ...] = ()

    def text_of(self, name: str) -> str:
        """The named field's text, "" when the page lacks it."""
        return self.fields[name].text if name in self.fields else ""
