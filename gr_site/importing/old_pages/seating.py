"""Files the parts about people: members, municipalities that take part, contacts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from .columns import column_kinds
from .contacts import read_contacts
from .entries import read_entry
from .filing import Filing
from .headings import is_office
from .lines import Line
from .members import Seats, read_seats
from .organisations import organisations_in
from .paragraphs import paragraph_of, paragraphs_of
from .sections import Part
from .texts import add_value

_OFFICES = ("ordförande", "vice ordförande", "sekreterare", "sammankallande", "ersättare", "suppleanter", "adjungerad")
_ONE_PERSON = ("ordförande", "vice ordförande", "sekreterare", "sammankallande")
_GROUPS = ("övriga", "adjungerade", "arbetsutskott", "ersättare", "presidium")


def file_members(filing: Filing, part: Part) -> None:
    """Rows of people, or of organisations alone; running text around them explains the list or is something else."""
    heading = part.heading.text if part.heading else ""
    lines = [*_heading_cells(part), *_value_lines(part), *part.lines]
    listed = [line for line in lines if len(organisations_in(line.text)) > 1]
    rest = [line for line in lines if len(organisations_in(line.text)) <= 1]
    seats = read_seats(
        rest,
        group=part.body or ("" if _value_lines(part) else _group_of(heading)),
        role="" if _value_lines(part) else _role_of(heading),
    )
    note, after = _around_rows(seats.prose, [*seats.used, *listed])
    filing.members.extend(seats.rows)
    filing.municipalities.extend(name for line in listed for name in organisations_in(line.text))
    filing.municipalities.extend(seats.organisations)
    filing.place([part.heading_line, *seats.used, *listed], "members")
    filing.place(note, "members_note")
    filing.add("members_note", paragraphs_of(note))
    for line in seats.labels:
        filing.label(line)
    filing.set_aside(sorted([*after, *seats.pictures, *seats.unread, *seats.reach], key=lambda line: line.number))
    filing.remarks.extend(_remarks(seats))


def _heading_cells(part: Part) -> list[Line]:
    """A heading that is the list's first line as well: the header of a table, or the office of the person below."""
    if part.heading is None or part.heading_line is None or part.heading.value:
        return []
    text = part.heading.text
    header = len(column_kinds(text)) > 1
    return [replace(part.heading_line, text=text)] if header or text.casefold() in _ONE_PERSON else []


def _remarks(seats: Seats) -> Iterator[str]:
    for line in seats.pictures:
        yield f"Ser ut som text till en bild, inte som en ledamot: {line.text}"
    for row in seats.rows:
        if not row.organisation:
            yield f"{row.name or 'En vakant plats'} saknar organisation."
    for line in seats.unread:
        yield f"Kunde inte läsas som en ledamot: {line.text}"


def _value_lines(part: Part) -> list[Line]:
    """What stands after the heading's colon, as a line of its own."""
    if part.heading is None or part.heading_line is None or not part.heading.value:
        return []
    office = is_office(part.heading.text) or column_kinds(part.heading.text)
    return [part.heading_line if office else replace(part.heading_line, text=part.heading.value)]


def _group_of(heading: str) -> str:
    return heading if heading.casefold().startswith(_GROUPS) else ""


def _role_of(heading: str) -> str:
    words = heading.casefold().split()
    if heading.casefold() in _ONE_PERSON:
        return ""
    if heading.casefold() in _OFFICES:
        return heading
    return words[-1] if 1 < len(words) <= 3 and words[-1] in _OFFICES and words[-2].endswith("s") else ""


def _around_rows(prose: Sequence[Line], used: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """The running text above the last row and that below it."""
    last = max((line.number for line in used), default=0)
    above = [line for line in prose if line.number < last or not used]
    return above, list(prose[len(above) :])


def file_municipalities(filing: Filing, part: Part) -> None:
    """Names of organisations, one or several a line. With people among them it is a list of members."""
    lines = [*_value_lines(part), *part.lines]
    if any(read_entry(line.text).seat for line in lines):
        file_members(filing, part)
        return
    named = [line for line in lines if organisations_in(line.text)]
    other = [line for line in lines if not organisations_in(line.text)]
    filing.municipalities.extend(name for line in named for name in organisations_in(line.text))
    filing.place(other, "members_note")
    filing.place([part.heading_line, *named], "municipalities")
    filing.add("members_note", paragraphs_of(other))


def file_contact(filing: Filing, part: Part) -> None:
    found = read_contacts(part.lines, part.heading.value if part.heading else "")
    filing.contacts.extend(found.contacts)
    filing.place([part.heading_line, *found.lines], "contact")
    add_value(filing, part, "contact")
    filing.add("contact", (paragraph_of([line]) for line in found.lines))
    filing.set_aside(found.unread)
