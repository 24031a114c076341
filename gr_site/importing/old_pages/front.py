"""The top and the frame of a page: its address, kicker and title, and what belongs to the site around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from . import signs
from .bodies import is_generic, names_body
from .boilerplate import KICKER, footer_start, is_frame_link, is_picture_text, is_top_frame
from .guesses import path_of
from .headings import Meaning, read_heading
from .letter_heads import body_in, forwarded_heads, is_letter_head, names_recipients, subject_of
from .lines import Line
from .signs import ADDRESS

_LONGEST_MENU = 40


@dataclass
class Front:
    """``places`` tells where the lines taken here went; ``content`` holds all others.

    ``letter`` tells that the page came as a mail; ``recipients`` are the lines that tell whom it was sent to.
    """

    url: str = ""
    kicker: str = ""
    title: str = ""
    title_line: Line | None = None
    letter: bool = False
    recipients: list[Line] = field(default_factory=list)
    content: list[Line] = field(default_factory=list)
    places: dict[int, str] = field(default_factory=dict)


def read_front(lines: Sequence[Line], url: str) -> Front:
    """``url`` given by the caller goes before an address on the first line."""
    front = Front(url=url)
    visible = [line for line in lines if line.text and not line.opaque]
    front.places |= {line.number: "ignored" for line in lines if not line.text}
    end = footer_start(visible)
    stamps = [line for line in visible[end:] if _is_stamp(line)]
    front.places |= {line.number: "ignored" for line in visible[end:] if line not in stamps}
    body = _without_pictures(front, [*visible[:end], *stamps])
    above = _lines_above_title(body)
    front.places |= {line.number: "ignored" for line in body[:above]}
    forwarded = {line.number for line in forwarded_heads(body[above:])}
    for index, line in enumerate(body[above:], start=above):
        if front.title and line.number in forwarded:
            _take_field(front, line)
        elif not _take_top(front, line, body[index + 1 : index + 2]):
            front.content.append(line)
    if not front.title:
        _title_from_frame(front, visible)
    return front


def _take_field(front: Front, line: Line) -> None:
    front.places[line.number] = "ignored"
    if names_recipients(line.text):
        front.recipients.append(line)


def _is_stamp(line: Line) -> bool:
    """The day of the last change, which often stands in the frame."""
    heading = None if line.chrome else read_heading(line)
    return heading is not None and heading.meaning is Meaning.UPDATED


def _without_pictures(front: Front, lines: Sequence[Line]) -> list[Line]:
    """The lines but for texts of pictures. What follows such a text is as far from the line above as the text was."""
    kept: list[Line] = []
    after_blank = False
    for line in lines:
        if is_picture_text(line):
            front.places[line.number] = "ignored"
            after_blank = after_blank or line.after_blank
        else:
            kept.append(replace(line, after_blank=line.after_blank or after_blank))
            after_blank = False
    return kept


def _lines_above_title(lines: Sequence[Line]) -> int:
    """How many lines of a menu stand above the page's heading in saved HTML: short ones, with no heading we know."""
    at = next((index for index, line in enumerate(lines[:_LONGEST_MENU]) if line.level), 0)
    above = lines[:at]
    if not at or not (lines[at].level == 1 or names_body(lines[at].text)) or read_heading(lines[at]):
        return 0
    return 0 if any(_is_content(line) for line in above) else at


def _is_content(line: Line) -> bool:
    """A line above the first heading that is more than an item of a menu."""
    if len(line.words) > 5 or signs.has_date(line.text) or ADDRESS.fullmatch(line.text):
        return True
    heading = read_heading(line)
    told = heading is not None and heading.meaning in (Meaning.PURPOSE, Meaning.MEMBERS, Meaning.MEETINGS)
    return told or (names_body(line.text) and not is_generic(line.text))


def _take_top(front: Front, line: Line, following: Sequence[Line]) -> bool:
    """Whether ``line`` is the address, the kicker, the title (or its repetition) or part of the frame."""
    if not front.places.get(line.number):
        place = _top_place(front, line, following)
        if place:
            front.places[line.number] = place
    return line.number in front.places


def _top_place(front: Front, line: Line, following: Sequence[Line]) -> str:
    if front.title:
        if _repeats(line, front):
            return "title"
        return "ignored" if is_frame_link(line) else ""
    if ADDRESS.fullmatch(line.text):
        front.url = front.url or line.text
        return "source_url"
    if is_top_frame(line) and following:
        return "ignored"
    if not front.kicker and following and KICKER.fullmatch(line.text) and line.level != 1:
        front.kicker = line.text
        return "kicker"
    if following and is_letter_head(line.text):
        front.letter = True
        _take_field(front, line)
        return "ignored"
    if front.letter and signs.is_sentence(line.text) and (body := body_in(line.text)):
        front.title = body
        return ""
    if subject := subject_of(line.text):
        front.title, front.title_line = subject, replace(line, text=subject)
        return "title"
    if _opens_text(line) and (title := title_in_address(front.url)):
        front.title = title
        return ""
    front.title, front.title_line = line.text.rstrip(": "), line
    return "title"


def _opens_text(line: Line) -> bool:
    """A first line that is already text, on a page copied without its title: "Styrgruppens uppdrag är att:"."""
    heading = read_heading(line)
    return line.level != 1 and heading is not None and heading.lead


def title_in_address(url: str) -> str:
    """The last part of an address as words: "/politisk-styrgrupp" -> "Politisk styrgrupp"; "" if it has no words."""
    last = path_of(url).rstrip("/").rpartition("/")[2]
    words = re.sub(r"\.(?:html?|php|aspx)$|\.[\d.a-f]+\.html$", "", last).replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] if re.search(r"[^\W\d_]{3}", words) else ""


def _repeats(line: Line, front: Front) -> bool:
    """The title again (some pages have it twice), or its last words as a label right below it."""
    if line.bullet:
        return False
    label = not front.content and line.text[:1].islower() and line.text[-1] not in ".:;!?"
    return line.text == front.title or (label and front.title.casefold().endswith(line.text.casefold()))


def _title_from_frame(front: Front, lines: Sequence[Line]) -> None:
    """A saved page whose only heading stands outside its main content, or a page that is nothing but its frame."""
    heading = next((line for line in lines if line.level == 1), None)
    if heading is not None:
        front.title, front.title_line = heading.text, heading
        front.places[heading.number] = "title"
