"""The page as it is being read: each line gets exactly one destination, and its text goes there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from . import signs
from .headings import Meaning
from .letter_heads import names_recipients
from .lines import Line
from .meeting_bodies import body_of_line
from .meeting_sentences import is_change, is_notice
from .meetings import Above, Block
from .page import Contact, Field, Member, Paragraph, Section, Statement
from .paragraphs import group_lines, paragraph_of
from .same_person import without_repeats
from .sections import Part
from .sentence_seats import names_in_sentences, seat_of
from .signs import YEAR

_PEOPLE = (Meaning.MEMBERS, Meaning.PRESIDIUM, Meaning.MUNICIPALITIES)
_FREQUENCY = re.compile(r"(?i)mötesfrekvens(?:en)?\b.{3,}")


@dataclass
class Filing:
    """The page as it is being read. ``places`` maps a line's number to its destination, ``labels`` to its label."""

    title: str
    lines: Sequence[Line] = ()
    places: dict[int, str] = field(default_factory=dict)
    labels: dict[int, str] = field(default_factory=dict)
    paragraphs: dict[str, list[Paragraph]] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    sections: list[Section] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    members: list[Member] = field(default_factory=list)
    municipalities: list[str] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    documents: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    values: dict[Meaning, list[str]] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    above: Above = field(default_factory=Above)
    notices: list[Line] = field(default_factory=list)
    dated_heading: str = ""
    _noticed: set[int] = field(default_factory=set)

    def place(self, lines: Iterable[Line | None], destination: str) -> None:
        for line in lines:
            if line is not None:
                self.places[line.number] = destination

    def label(self, line: Line | None, text: str = "") -> None:
        """``line`` names what follows: all of it, or only ``text`` when a value stands on the same line."""
        if line is not None:
            self.labels[line.number] = text or line.text

    def finish(self) -> None:
        """Notices belong to the list above them; without any list they are one of their own."""
        self.members = without_repeats(self.members)
        if early := [line for line in self.notices if line.number not in self._noticed]:
            if not self.blocks:
                self.blocks.append(Block())
            self.blocks[-1].notices.extend(early)
        self.blocks = [
            block for block in self.blocks if block.lines or block.notices or signs.has_date(" ".join(block.context))
        ]

    def fields(self) -> dict[str, Field]:
        return {
            name: Field(tuple(texts), self.headings.get(name, "")) for name, texts in self.paragraphs.items() if texts
        }

    def add(self, name: str, paragraphs: Iterable[Paragraph]) -> None:
        self.paragraphs.setdefault(name, []).extend(paragraphs)

    def set_aside(self, lines: Sequence[Line]) -> None:
        """Text that fits no field: kept for the body, marked."""
        self.place(lines, "unplaced")
        self.unplaced.extend(str(paragraph_of(group)) for group in group_lines(lines))

    def set_recipients_aside(self, lines: Sequence[Line]) -> None:
        """Those whom a mail was sent to are no members for that."""
        if lines:
            self.set_aside(lines)
            self.remarks.append("Mejlets mottagare är inte lästa som ledamöter. Kontrollera om någon av dem är det.")

    def move(self, text: str, source: str, destination: str) -> None:
        """The lines of ``source`` that make up ``text`` go to ``destination`` instead."""
        for line in self.lines:
            if self.places.get(line.number) == source and line.text in text:
                self.places[line.number] = destination

    def _notice(self, line: Line, body: str, heading: str) -> None:
        """A notice is about the list above it, or tells when a group within the body meets, in the year above."""
        named = body_of_line(line.text, self.title)
        group = body if named is None or (named and named.casefold() in body.casefold()) else named
        if group:
            self.blocks.append(Block("", group, [self.dated_heading] if self.dated_heading else [], [line]))
        elif YEAR.search(heading) and not is_change(line):
            self.blocks.append(Block("", "", [heading], [line]))
        elif self.blocks:
            self.blocks[-1].notices.append(line)
        if group or self.blocks:
            self._noticed.add(line.number)

    def without_strays(self, part: Part) -> list[Line]:
        """The part's lines but for notices of meetings and links to files, which have places of their own.

        Sentences that list the people of the body stay, and give their seats.
        """
        kept = []
        for line in part.lines:
            if part.prose or (part.meaning is Meaning.MEETINGS and not signs.has_date(line.text)):
                self.members.extend(seat_of(entry) for entry in names_in_sentences(line.text))
            if part.meaning is not Meaning.MEETINGS and is_notice(line):
                self.place([line], "meetings")
                self.notices.append(line)
                self._notice(line, part.body, part.heading.text if part.heading else "")
            elif names_recipients(line.text):
                self.set_recipients_aside([line])
            elif part.prose and _FREQUENCY.match(line.text):
                self.place([line], "schedule_note")
                self.add("schedule_note", [Paragraph(line.text)])
            elif (part.prose or part.meaning in _PEOPLE) and signs.is_file_link(line.text):
                self.place([line], "documents")
                self.documents.append(line.text)
            else:
                kept.append(line)
        return kept
