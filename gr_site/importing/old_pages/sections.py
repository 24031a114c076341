"""Cuts a page's lines at the headings that have a meaning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import signs
from .bodies import is_sub_group
from .cards import AHEAD, opens_people
from .columns import column_kinds, is_column_header
from .entries import read_entry
from .headings import Heading, Meaning, is_office, read_heading
from .lines import Line
from .meeting_bodies import names_small_body
from .meeting_lines import begins_agenda, ends_dates, is_labelled
from .people_below import heads_others, lists_members
from .people_parts import ends_people, heads_people, heads_sub_group, is_convener, is_row, is_within_people
from .seat_lines import read_entries

_PEOPLE = frozenset({Meaning.MEMBERS, Meaning.PRESIDIUM, Meaning.CONTACT})
#: Parts that hold people already, or titles of files, which have names in them.
_LISTS = _PEOPLE | {Meaning.MUNICIPALITIES, Meaning.DOCUMENTS}
_PROSE = frozenset({
    Meaning.INTRODUCTION, Meaning.PURPOSE, Meaning.VISION, Meaning.PRINCIPLES, Meaning.MANDATE, Meaning.SECTION,
})  # fmt: skip
#: Headings whose whole content is one value, on the same line or the next.
_ONE_VALUE = frozenset({Meaning.START, Meaning.UPDATED, Meaning.AREA, Meaning.EARLIER_NAME, Meaning.STATUS})


@dataclass
class Part:
    """A heading (None for the introduction) and the lines under it. ``body`` names the sub-group whose part it is."""

    meaning: Meaning
    heading: Heading | None = None
    heading_line: Line | None = None
    lines: list[Line] = field(default_factory=list)
    body: str = ""

    @property
    def prose(self) -> bool:
        return self.meaning in _PROSE

    @property
    def all_lines(self) -> list[Line]:
        return [self.heading_line, *self.lines] if self.heading_line else self.lines


def split_parts(lines: Sequence[Line]) -> list[Part]:
    """The lines in parts, in page order. Every line is in exactly one part."""
    parts = [Part(Meaning.INTRODUCTION)]
    for index, line in enumerate(lines):
        heading = _heading(line, lines[index + 1 : index + 7], parts[-1])
        if heading is not None:
            parts.append(Part(heading.meaning, heading, line))
        elif _may_open_people(parts[-1]) and opens_people(lines[index : index + AHEAD]):
            parts.append(Part(Meaning.MEMBERS, None, None, [line]))
        elif _is_full(parts[-1], line):
            parts.append(Part(Meaning.SECTION, None, None, [line]))
        else:
            parts[-1].lines.append(line)
    return [part for part in parts if part.all_lines]


def _may_open_people(part: Part) -> bool:
    return part.meaning not in _LISTS and not (part.heading and heads_others(part.heading.text))


def _heading(line: Line, ahead: Sequence[Line], part: Part) -> Heading | None:
    following = ahead[0] if ahead else None
    in_people = part.meaning in _PEOPLE
    if sub_group := heads_sub_group(line, ahead):
        return sub_group
    found = read_heading(line, in_people=in_people)
    if found is not None and found.meaning in (Meaning.CONTACT, Meaning.PRESIDIUM) and is_convener(line.text):
        if part.meaning is Meaning.MEMBERS:
            return None
        if _of_sub_group(part):
            return replace(found, meaning=Meaning.MEMBERS)
    if found is not None and part.meaning is Meaning.MEMBERS and _is_labelled_seat(found):
        return None
    if part.meaning is Meaning.MEETINGS and _is_about_dates(found, line, following):
        return None
    if found is not None and found.meaning is Meaning.CONTACT and _is_title_in_card(line, following, part):
        return None
    if found is not None and in_people and is_within_people(found, line, following):
        return None
    if found is None and following is not None and in_people:
        found = _heads_rows(line, following) or _heads_list_after_contact(line, ahead, part)
    if found is None and not in_people and following is not None and _heads_other_people(line, following):
        return Heading(Meaning.SECTION, line.text.rstrip(": "))
    if found is None and not in_people and _heads_table(line, following):
        return Heading(Meaning.MEMBERS, line.text)
    if found is None and part.meaning not in (Meaning.MEMBERS, Meaning.PRESIDIUM):
        found = heads_people(line, ahead)
    if found is None:
        return _unknown_heading(line, following, part)
    if found.lead and found.meaning is Meaning.PURPOSE and part.meaning not in (Meaning.INTRODUCTION, Meaning.PURPOSE):
        return None if part.prose else found
    if found.lead and found.meaning not in (Meaning.PURPOSE, Meaning.MEMBERS):
        return None
    return found


def _heads_other_people(line: Line, following: Line) -> bool:
    """ "Talare" above people on a page that lists them apart from its members."""
    short = len(line.words) <= 5 and not line.bullet and line.text[-1] not in ".,!?" and not is_row(line.text)
    return short and heads_others(line.text) and is_row(following.text)


def _is_about_dates(found: Heading | None, line: Line, following: Line | None) -> bool:
    """ "Presidiet" above dates of its own, or "Presidiet: 4 februari", within a list of dates that goes on."""
    if found is not None and found.meaning in _PEOPLE and signs.has_date(found.value):
        return True
    return names_small_body(line.text) and following is not None and signs.has_date(following.text)


def _is_labelled_seat(heading: Heading) -> bool:
    """ "Ledamot: Ann Ek" or "Ersättare: Bo Al" among members, below their organisation or the member."""
    seat = heading.meaning is Meaning.MEMBERS and column_kinds(heading.text) in (["name"], ["deputy"])
    several = "," in heading.value or " och " in heading.value or not heading.value
    return seat and not several and all(row.seat for row in read_entries(heading.value))


def _is_title_in_card(line: Line, following: Line | None, part: Part) -> bool:
    """Someone's work below the name on a card, with the organisation, an address or the next card below it."""
    if part.meaning is not Meaning.MEMBERS or not part.lines or following is None or len(line.words) > 4:
        return False
    above, below = read_entry(part.lines[-1].text), read_entry(following.text)
    if not above.name or above.organisation or (below.email and "kontakt" in line.text.casefold()):
        return False
    return bool(below.organisation) or (bool(below.email or below.phone) and not below.name)


def _of_sub_group(part: Part) -> bool:
    return part.meaning is Meaning.SECTION and part.heading is not None and is_sub_group(part.heading.text, "")


def _heads_table(line: Line, following: Line | None) -> bool:
    """The header of a table of people that stands under no heading of its own: "Namn<tab>Kommun"."""
    kinds = set(column_kinds(line.text)) if "\t" in line.text and not line.bullet else set()
    if {"first", "last"} <= kinds:
        return following is not None
    people = "name" in kinds and len(kinds) > 1
    return people and following is not None and any(entry.seat for entry in read_entries(following.text))


def _heads_rows(line: Line, following: Line) -> Heading | None:
    """An office above a table or above rows that are complete on one line ("Ersättare", "Freja Gran (S), Lerum")."""
    entry = read_entry(following.text)
    rows_below = is_column_header(following.text) or (entry.seat and bool(entry.organisation))
    if not line.after_blank or line.bullet or not is_office(line.text):
        return None
    return Heading(Meaning.MEMBERS, line.text) if rows_below else None


def _heads_list_after_contact(line: Line, ahead: Sequence[Line], part: Part) -> Heading | None:
    """ "Ledamöter" below a contact: a column of contacts would have no people of several organisations below it."""
    if part.meaning is not Meaning.CONTACT or line.bullet or not line.after_blank:
        return None
    plain = is_office(line.text) or len(column_kinds(line.text)) == 1
    return Heading(Meaning.MEMBERS, line.text.rstrip(": ")) if plain and lists_members(ahead) else None


def _unknown_heading(line: Line, following: Line | None, part: Part) -> Heading | None:
    """A heading of saved HTML, or a short line alone before running text. Among people, it may be one of them."""
    if line.level and part.meaning is not Meaning.MEETINGS:
        row = part.meaning in _PEOPLE and (is_row(line.text) or _heads_seat(line, following, part))
        return None if row else Heading(Meaning.SECTION, line.text.rstrip(":"))
    if line.bullet or following is None or not line.after_blank or len(line.text) > 60 or len(line.words) > 7:
        return None
    if (
        not line.text[0].isupper()
        or line.text[-1] in ".!?;,…"
        or signs.has_date(line.text)
        or signs.has_verb(line.text)
    ):
        return None
    if is_labelled(line):
        return None
    if part.meaning in (Meaning.MEMBERS, Meaning.PRESIDIUM):
        return Heading(Meaning.SECTION, line.text.rstrip(": ")) if ends_people(line, following, part.lines) else None
    if part.meaning is Meaning.MEETINGS:
        return Heading(Meaning.SECTION, line.text.rstrip(": ")) if ends_dates(line, following, part.lines) else None
    if line.text.endswith(":"):
        return None if part.prose else Heading(Meaning.SECTION, line.text.rstrip(": "))
    runs_on = following.bullet or len(following.text) > 60 or signs.is_sentence(following.text)
    if not runs_on or signs.looks_like_person(line.text) or signs.PHONE.search(line.text):
        return None
    return Heading(Meaning.SECTION, line.text)


def _heads_seat(line: Line, following: Line | None, part: Part) -> bool:
    """The name of an organisation or of a group above its people, below the heading of the whole list."""
    deeper = part.heading_line is not None and 0 < part.heading_line.level < line.level
    return deeper and following is not None and len(line.words) <= 5 and read_entry(following.text).seat


def _is_full(part: Part, line: Line) -> bool:
    """A heading of saved HTML, or a short line alone before running text; among people it may be one of them."""
    if part.meaning is Meaning.MEETINGS:
        return begins_agenda(line, part.heading, part.lines)
    if part.meaning not in _ONE_VALUE or part.heading is None:
        return False
    return bool(part.heading.value or part.lines) or len(line.text) > 40
