"""Which parts are filed how."""

from __future__ import annotations

from networks.text.start import Start

from .filing import Filing
from .headings import Meaning
from .meetings import Above
from .seating import file_contact, file_members, file_municipalities
from .sections import Part
from .starts import read_start
from .texts import file_documents, file_owned_text, file_section, file_text
from .timetable import file_meetings


def file_part(filing: Filing, part: Part) -> None:
    """Give every line of the part its destination. Parts come in page order: lists of dates inherit from above."""
    part.lines = filing.without_strays(part)
    if part.meaning is not Meaning.MEETINGS:
        filing.above = Above()
    if part.heading:
        filing.label(part.heading_line, part.heading.text if part.heading.value else "")
    _HANDLERS[part.meaning](filing, part)


def _file_value(filing: Filing, part: Part) -> None:
    """A heading with one value: start, stamp, area, earlier name, status."""
    texts = [part.heading.value] if part.heading and part.heading.value else []
    label = part.heading.text if part.heading else ""
    texts += [line.text for line in part.lines]
    if part.meaning is Meaning.START and texts and not any(read_start(text) != Start() for text in texts):
        filing.set_aside(part.all_lines)
        return
    filing.values.setdefault(part.meaning, []).extend(
        f"{label} {text}" if part.meaning is Meaning.UPDATED else text for text in texts
    )
    filing.place(part.all_lines, part.meaning.value)


_HANDLERS = {
    Meaning.INTRODUCTION: file_text,
    Meaning.PURPOSE: file_text,
    Meaning.MANDATE: file_text,
    Meaning.VISION: file_owned_text,
    Meaning.PRINCIPLES: file_owned_text,
    Meaning.SECTION: file_section,
    Meaning.MEMBERS: file_members,
    Meaning.PRESIDIUM: file_members,
    Meaning.MUNICIPALITIES: file_municipalities,
    Meaning.CONTACT: file_contact,
    Meaning.DOCUMENTS: file_documents,
    Meaning.MEETINGS: file_meetings,
    Meaning.START: _file_value,
    Meaning.UPDATED: _file_value,
    Meaning.AREA: _file_value,
    Meaning.EARLIER_NAME: _file_value,
    Meaning.STATUS: _file_value,
}
