"""Files the parts about meetings, and what follows a list of dates without a heading of its own."""

from __future__ import annotations

from . import signs
from .contacts import read_contacts
from .filing import Filing
from .lines import Line
from .meetings import read_schedule
from .page import Section
from .paragraphs import paragraph_of, paragraphs_of
from .sections import Part
from .signs import YEAR


def file_meetings(filing: Filing, part: Part) -> None:
    heading = part.heading.text if part.heading else ""
    above = filing.above.below(heading)
    dated_title = YEAR.search(filing.title) and not signs.has_date(filing.title)
    if dated_title and not any(map(YEAR.search, (heading, *above))):
        above = [filing.title, *above]
    if part.body and filing.dated_heading and not any(map(YEAR.search, (heading, *above))):
        above = [filing.dated_heading, *above]
    if YEAR.search(heading):
        filing.dated_heading = heading
    schedule = read_schedule(part.heading, part.lines, above, filing.title)
    for block in schedule.blocks:
        block.group = block.group or part.body
        filing.place((line for line in block.lines if line.number), "meetings")
    filing.place([part.heading_line, *schedule.headings], "meetings")
    for line in schedule.headings:
        filing.label(line)
    filing.place(schedule.notes, "schedule_note")
    filing.add("schedule_note", paragraphs_of(schedule.notes))
    filing.blocks.extend(schedule.blocks)
    filing.above.add(heading, part.lines, group=schedule.blocks[0].group == heading)
    if schedule.left:
        _file_after_dates(filing, list(schedule.left))


def _file_after_dates(filing: Filing, lines: list[Line]) -> None:
    """What follows a list of dates without a heading that we know: a contact's card, or text of some other kind."""
    if lines[0].level or lines[0].text.endswith(":"):
        filing.place(lines, "sections")
        filing.sections.append(Section(paragraphs_of(lines[1:]), lines[0].text.rstrip(": ")))
        return
    found = read_contacts(lines)
    filing.contacts.extend(found.contacts)
    filing.place(found.lines, "contact")
    filing.add("contact", (paragraph_of([line]) for line in found.lines))
    filing.set_aside(found.unread)
