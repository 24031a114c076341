"""What the texts of a page tell besides being texts: its start, its status, its last change, earlier names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from networks.text.start import Start

from .filing import Filing
from .headings import Meaning
from .page import Field, Paragraph, Status
from .relations import sentences_of
from .starts import latest_stamp, read_start, start_in_prose
from .status import read_earlier_names, read_status, read_successor


@dataclass(frozen=True)
class Facts:
    """``fields`` are the page's fields with the reason of its status among them; ``sentences`` those of its prose."""

    fields: dict[str, Field]
    sentences: list[str]
    status: Status
    successor: str
    start: Start
    start_text: str
    updated: date | None
    earlier_names: tuple[str, ...]


def read_facts(filing: Filing) -> Facts:
    fields = filing.fields()
    prose = [name for name in ("introduction", "purpose", "mandate") if name in fields]
    texts = [paragraph.text for name in prose for paragraph in fields[name].paragraphs]
    texts += [paragraph.text for section in filing.sections for paragraph in section.paragraphs]
    sentences = sentences_of(texts)
    status, reason = read_status(
        [*filing.values.get(Meaning.STATUS, []), *sentences_of([*texts, *filing.unplaced])], filing.title
    )
    if status != "active":
        fields["status_reason"] = _move_reason(filing, fields, _whole_paragraph(reason, texts))
    start, start_text = _start(filing, sentences)
    return Facts(
        fields=fields,
        sentences=sentences,
        status=status,
        successor=read_successor(fields["status_reason"].text) if status != "active" else "",
        start=start,
        start_text=start_text,
        updated=latest_stamp(filing.values.get(Meaning.UPDATED, [])),
        earlier_names=tuple(
            dict.fromkeys([*filing.values.get(Meaning.EARLIER_NAME, []), *read_earlier_names(sentences)])
        ),
    )


def _whole_paragraph(sentence: str, texts: Sequence[str]) -> str:
    """The paragraph around the sentence: why a network rests often stands in the sentence before."""
    return next((text for text in texts if sentence in text and len(text) < 600), sentence)


def _move_reason(filing: Filing, fields: dict[str, Field], reason: str) -> Field:
    """The reason, which the page shows at its top. It leaves the purpose or mandate if more stands there."""
    for name in ("purpose", "mandate"):
        rest = (
            tuple(paragraph for paragraph in fields[name].paragraphs if paragraph.text != reason)
            if name in fields
            else ()
        )
        if rest and len(rest) < len(fields[name].paragraphs):
            fields[name] = replace(fields[name], paragraphs=rest)
            filing.move(reason, name, "status_reason")
    return Field((Paragraph(reason),))


def _start(filing: Filing, sentences: list[str]) -> tuple[Start, str]:
    for text in filing.values.get(Meaning.START, []):
        if (start := read_start(text)) != Start():
            return start, text
    start, sentence = start_in_prose(sentences)
    if sentence:
        filing.remarks.append(f"Starten är läst ur löpande text: {sentence}")
    return start, sentence
