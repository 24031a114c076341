"""One old page from its text or its HTML."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from . import signs
from .errors import NotANetworkPage, UnreadablePage
from .evidence import Told, judge
from .facts import read_facts
from .filing import Filing
from .front import Front, read_front
from .guesses import guess_area, guess_kind, path_of, year_in
from .handlers import file_part
from .headings import Meaning, read_heading
from .lines import Line, text_lines
from .loose_dates import part_loose_dates
from .markup import address_of, markup_lines, soup_of
from .page import LegacyPage, Placement
from .relations import read_relations
from .seat_lines import forget_names
from .sections import Part, split_parts
from .sub_groups import give_bodies

#: Characters or bytes. The longest network page we know of has 60 kB of HTML and 200 lines of text.
LARGEST = 2_000_000
MOST_LINES = 1_500
MOST_TAGS = 20_000


def read_page(source: str, *, url: str = "") -> LegacyPage:
    """The network page in ``source``, plain text as copied from a browser; its first line may be the address.

    Raises UnreadablePage for empty, binary or oversized text and NotANetworkPage for anything but a network's page.
    """
    _refuse_unreadable(source)
    return _read_lines(text_lines(source), url)


def read_html(markup: str | bytes, *, url: str = "") -> LegacyPage:
    """The network page in a saved HTML file. Bytes are decoded by the file's own declaration. Raises as read_page."""
    opening = "<" if isinstance(markup, str) else b"<"
    if len(markup) > LARGEST or markup.count(opening) > MOST_TAGS:  # type: ignore[arg-type]
        raise UnreadablePage("Filen är för stor för att vara en sida.")
    soup = soup_of(markup)
    return _read_lines(markup_lines(soup), url or address_of(soup))


def _refuse_unreadable(source: str) -> None:
    if not source.strip():
        raise UnreadablePage("Filen är tom.")
    if len(source) > LARGEST:
        raise UnreadablePage("Texten är för stor för att vara en sida.")
    strange = source.count("\ufffd") + len(re.findall(r"[\x00-\x08\x0e-\x1b]", source))
    if "\x00" in source or strange * 50 > len(source):
        raise UnreadablePage("Filen innehåller inte text. Spara sidan som text eller HTML och försök igen.")


def _read_lines(lines: Sequence[Line], url: str) -> LegacyPage:
    try:
        return _read(lines, url)
    finally:
        forget_names()


def _read(lines: Sequence[Line], url: str) -> LegacyPage:
    if not any(line.text for line in lines):
        raise UnreadablePage("Filen innehåller ingen synlig text.")
    if len(lines) > MOST_LINES:
        raise UnreadablePage("Texten har för många rader för att vara en sida.")
    front = read_front(lines, url)
    parts = _parts(front)
    filing = Filing(front.title, lines, dict(front.places))
    filing.remarks += give_bodies(parts, front.title)
    filing.set_recipients_aside(front.recipients)
    for part in parts:
        file_part(filing, part)
    told = Told(seats=len(filing.members), dates=sum(signs.has_date(line.text) for line in filing.notices))
    verdict = judge(front.title, front.url, front.kicker, parts, front.content, told)
    filing.finish()
    page = _page(lines, front, filing)
    if verdict.reason:
        raise NotANetworkPage(verdict.reason, page)
    if verdict.unsure:
        page = replace(page, remarks=("Lite på sidan visar att den är en nätverkssida. Kontrollera.", *page.remarks))
    return page


def _parts(front: Front) -> list[Part]:
    """The parts of the content. A title that is a heading for dates ("Direktionens mötestider 2020") opens them."""
    parts = split_parts(front.content)
    own = read_heading(replace(front.title_line, bullet=False, level=0)) if front.title_line else None
    if own and not front.letter and own.meaning is Meaning.MEETINGS and parts and parts[0].heading is None:
        parts[0] = Part(Meaning.MEETINGS, own, None, parts[0].lines)
    return [piece for part in parts for piece in part_loose_dates(part)]


def _page(lines: Sequence[Line], front: Front, filing: Filing) -> LegacyPage:
    facts = read_facts(filing)
    filing.set_aside([line for line in lines if line.number not in filing.places])
    placements = tuple(
        Placement(line.number, line.raw, filing.places[line.number], filing.labels.get(line.number, ""))
        for line in lines
    )
    texts = [text for field in facts.fields.values() for text in (paragraph.text for paragraph in field.paragraphs)]
    return LegacyPage(
        title=front.title,
        source_url=front.url,
        year=year_in(path_of(front.url)),
        kind=guess_kind(front.title, front.url, front.content, presidium=any(row.party for row in filing.members)),
        area=" ".join(filing.values.get(Meaning.AREA, [])) or guess_area(front.title, front.url, texts),
        status=facts.status,
        successor=facts.successor,
        start=facts.start,
        start_text=facts.start_text,
        updated=facts.updated,
        earlier_names=facts.earlier_names,
        fields=facts.fields,
        sections=tuple(filing.sections),
        statements=tuple(filing.statements),
        members=tuple(filing.members),
        municipalities=tuple(dict.fromkeys(filing.municipalities)),
        contacts=tuple(filing.contacts),
        documents=tuple(dict.fromkeys(filing.documents)),
        relations=read_relations(facts.sentences, front.title),
        meetings=tuple(block.freeze() for block in filing.blocks),
        unplaced=tuple(filing.unplaced),
        ignored=tuple(line.raw for line in lines if filing.places[line.number] == "ignored"),
        remarks=tuple(filing.remarks),
        placements=placements,
    )
