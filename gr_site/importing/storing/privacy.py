"""Removes personal data from an old page: people's names, addresses and telephone numbers (GDPR, article 5.1 c).

Unless an editor asks for the names, none is stored, neither as members nor in running text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeVar

from ..old_pages import Field, LegacyPage, MeetingBlock, Member, Paragraph
from ..old_pages.entries import is_title, read_entry
from ..old_pages.headings import is_office
from ..old_pages.organisations import known_organisation, names_organisation, stands_at_place
from ..old_pages.seat_lines import read_entries
from ..old_pages.signs import CLOCK, EMAIL, PHONE, has_date, looks_like_person

AnyField = TypeVar("AnyField", bound=Field)
_SHORT = 100
_PLACE = re.compile(r"(?i)\W*(?:plats|lokal|var|tema|ämne|adress|ort)\b")
_NAME = r"[^\W\d_a-zß-ÿ][^\W\d_]+(?:[ -](?:af |von |de )?[^\W\d_a-zß-ÿ][^\W\d_]+){1,3}"
#: Words in running text after which a person is named.
_INTRODUCED = re.compile(
    r"(?i:\b(?:le[dt]s? av|ordnas av|sammankallas av|representeras av|företräds av|skriven av|antecknat av|vid pennan"
    r"|kontakta|kontaktperson(?:er)?|ordförande|sekreterare|sammankallande|samordnare|processledare|projektledare"
    r"|nätverksledare|ansvarig|justerare|hör av dig till|mejla|ring|anmäl(?:an|s|er)?(?: \w+){0,3} till|hos|foto"
    r"|tack till|rapport av|fört av))"
    rf"(?:\s+är|\s+för \w+ är)?\s*:?\s+(?:[a-zåäö]+\s+){{0,2}}({_NAME})"
)
#: Two to four words in capitals, as a person or an organisation is called, with initials and particles.
_CALLED = re.compile(
    r"(?<![\w’'-])(?:[^\W\d_]\. ?){0,3}[^\W\d_a-zß-ÿ][^\W\d_]+(?:[-’'][^\W\d_a-zß-ÿ]?[^\W\d_]+)*"
    r"(?: (?:(?:af|von|de|van|der|la|al|el|ten|dos|da) ){0,2}"
    r"[^\W\d_a-zß-ÿ](?:[^\W\d_]+(?:[-’'][^\W\d_a-zß-ÿ]?[^\W\d_]+)*|\.)){1,3}"
)
_IN_LISTS = frozenset({"members", "members_note", "contact", "unplaced", "municipalities"})
#: A person after one who is known, and a surname before its first name.
_NEXT = re.compile(rf"(?<![\w-])({_NAME})(?:\s*\([^)]{{1,40}}\))?(?:, | och | samt |, och )(?=({_NAME}))")
_TURNED = re.compile(
    r"(?<![\w-])([^\W\d_a-zß-ÿ][^\W\d_]+(?:-[^\W\d_]+)?), ([^\W\d_a-zß-ÿ][^\W\d_]+(?:-[^\W\d_]+)?)(?=\s*(?:[(,]|$))"
)
NAME, CONTACT = "[namn]", "[kontaktuppgift]"


def without_personal_data(page: LegacyPage) -> LegacyPage:
    """The page with seats but without names and contact persons, and with people masked in its texts."""
    mask = Mask.of(page)
    return replace(
        page,
        members=tuple(mask.member(member) for member in page.members),
        municipalities=tuple(mask.known(name) for name in page.municipalities),
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


def _short_lines(page: LegacyPage) -> Iterator[str]:
    """Lines of running text that may be a person's row in a list that was not recognised as one."""
    for part in (*page.fields.values(), *page.sections, *page.statements):
        yield from (paragraph.text for paragraph in part.paragraphs if len(paragraph.text) < _SHORT)
    for block in page.meetings:
        for line in block.lines:
            if not (has_date(line) or CLOCK.search(line) or _PLACE.match(line)):
                yield from filter(None, (line, line.partition(":")[2]))


def _listed(page: LegacyPage) -> Iterator[str]:
    """The lines of the page's lists of people, whether or not they were read as seats."""
    yield from (row.text for row in page.placements if row.destination in _IN_LISTS)


def people_in(text: str) -> Iterator[str]:
    """What may be a person's name in a line of a list. Organisations that we know by their words are none."""
    for turned in _TURNED.finditer(text):
        last, first = turned.groups()
        known = any(names_organisation(word) or is_title(word) or is_office(word) for word in (last, first))
        if _is_person(f"{first} {last}") and not known:
            yield turned[0]
    for called in _CALLED.findall(text):
        words = called.split()
        while len(words) > 2 and (is_office(words[0]) or is_title(words[0]) or known_organisation(words[0])):
            words = words[1:]
        if _is_person(name := " ".join(words)):
            yield name


def _is_person(text: str) -> bool:
    usual = text.title() if text.isupper() else text
    return looks_like_person(usual) and not names_organisation(usual) and not stands_at_place(usual)


def _prose(page: LegacyPage) -> Iterator[str]:
    """The running text of the page, where people are named in sentences."""
    for part in (*page.fields.values(), *page.sections, *page.statements):
        yield part.text
    for block in page.meetings:
        yield from (*block.lines, *block.notices)
    yield from (*page.unplaced, *page.ignored, *page.documents)


@dataclass(frozen=True)
class Mask:
    """Replaces the names in the page's lists of people, and people alone on a line."""

    names: re.Pattern[str] | None

    @classmethod
    def of(cls, page: LegacyPage) -> "Mask":
        people = {person.name for person in (*page.members, *page.contacts) if person.name}
        people |= {name for text in _prose(page) for name in _INTRODUCED.findall(text) if looks_like_person(name)}
        people |= {entry.name for text in _short_lines(page) for entry in read_entries(text) if entry.name}
        people |= {name for text in (*page.unplaced, *page.ignored) if (name := read_entry(text).name)}
        organisations = {member.organisation for member in page.members}
        people |= {name for text in _listed(page) for name in people_in(text)} - organisations
        for text in _prose(page):
            for first, second in _NEXT.findall(text):
                if first in people and _is_person(second):
                    people.add(second)
        longest_first = sorted(people, key=len, reverse=True)
        return cls(re.compile("|".join(map(re.escape, longest_first)), re.IGNORECASE) if people else None)

    def text(self, text: str) -> str:
        return self.known(PHONE.sub(CONTACT, EMAIL.sub(CONTACT, text)))

    def known(self, text: str) -> str:
        return self.names.sub(NAME, text) if self.names else text

    def loose(self, text: str) -> str:
        """Mask text found among people, where whatever looks like a person on a line of its own counts as one."""
        text = self.text(text)
        for name in people_in(text):
            text = text.replace(name, NAME)
        return text

    def member(self, member: Member) -> Member:
        """The seat alone: no name, and none of the other people whom its line names."""
        return replace(
            member,
            name="",
            text="",
            organisation="" if _is_person(member.organisation) else self.known(member.organisation),
            role=self.text(member.role),
            title=self.text(member.title),
            group=self.known(member.group),
        )

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
