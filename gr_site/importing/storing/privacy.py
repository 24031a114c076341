"""Removes personal data from an old page: people's names, addresses and telephone numbers (GDPR, article 5.1 c).

Unless an editor asks for the names, none is stored, neither as members nor in running text.
"""

import re
from dataclasses import dataclass, replace
from typing import TypeVar

from ..old_pages import Field, LegacyPage, MeetingBlock, Paragraph
from ..old_pages.entries import read_entry
from ..old_pages.signs import EMAIL, PHONE

AnyField = TypeVar("AnyField", bound=Field)
_SHORT = 100
NAME, CONTACT = "[namn]", "[kontaktuppgift]"


def without_personal_data(page: LegacyPage) -> LegacyPage:
    """The page with seats but without names and contact persons, and with people masked in its texts."""
    mask = Mask.of(page)
    return replace(
        page,
        members=tuple(replace(member, name="", text="") for member in page.members),
        contacts=(),
        fields={name: mask.field(field) for name, field in page.fields.items() if name != "contact"},
        sections=tuple(mask.field(section) for section in page.sections),
        statements=tuple(mask.field(statement) for statement in page.statements),
        relations=tuple(replace(row, sentence=mask.text(row.sentence)) for row in page.relations),
        start_text=mask.text(page.start_text),
        documents=tuple(mask.known(title) for title in page.documents),
        meetings=tuple(mask.block(block) for block in page.meetings),
        unplaced=tuple(mask.loose(text) for text in page.unplaced),
        ignored=tuple(mask.loose(text) for text in page.ignored),
        remarks=tuple(mask.loose(text) for text in page.remarks),
    )


@dataclass(frozen=True)
class Mask:
    """Replaces the names in the page's lists of people, and people alone on a line."""

    names: re.Pattern[str] | None

    @classmethod
    def of(cls, page: LegacyPage) -> "Mask":
        people = {person.name for person in (*page.members, *page.contacts) if person.name}
        people |= {name for text in (*page.unplaced, *page.ignored) if (name := read_entry(text).name)}
        longest_first = sorted(people, key=len, reverse=True)
        return cls(re.compile("|".join(map(re.escape, longest_first))) if people else None)

    def text(self, text: str) -> str:
        return self.known(PHONE.sub(CONTACT, EMAIL.sub(CONTACT, text)))

    def known(self, text: str) -> str:
        return self.names.sub(NAME, text) if self.names else text

    def loose(self, text: str) -> str:
        """Mask text found among people, where whatever looks like a person on a line of its own counts as one."""
        text = self.text(text)
        alone = read_entry(text).name if len(text) < _SHORT else ""
        return text.replace(alone, NAME) if alone else text

    def field(self, field: AnyField) -> AnyField:
        return replace(field, paragraphs=tuple(self._paragraph(paragraph) for paragraph in field.paragraphs))

    def block(self, block: MeetingBlock) -> MeetingBlock:
        """Mask only known names, since places and times in lines of dates look like people and telephone numbers."""
        return replace(
            block,
            lines=tuple(self.known(line) for line in block.lines),
            notices=tuple(self.known(line) for line in block.notices),
        )

    def _paragraph(self, paragraph: Paragraph) -> Paragraph:
        return replace(paragraph, text=self.text(paragraph.text))
