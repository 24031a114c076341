"""Files the parts of running text: fields of their own, shared statements, sections of the body, documents."""

from __future__ import annotations

from . import signs
from .bodies import same_body
from .filing import Filing
from .headings import Meaning
from .page import Paragraph, Section, Statement
from .paragraphs import group_lines, paragraph_of, paragraphs_of
from .sections import Part

_FIELDS = {
    Meaning.INTRODUCTION: "introduction",
    Meaning.PURPOSE: "purpose",
    Meaning.VISION: "vision",
    Meaning.MANDATE: "mandate",
}


def file_text(filing: Filing, part: Part) -> None:
    """A field of its own; a second heading for the same field stays in its text."""
    name = _FIELDS[part.meaning]
    first = name not in filing.paragraphs
    filing.place(part.all_lines, name)
    if part.heading:
        if part.heading.lead:
            filing.add(name, [Paragraph(part.heading_line.text if part.heading_line else part.heading.text)])
        elif first:
            filing.headings[name] = part.heading.text
        else:
            filing.add(name, [Paragraph(part.heading.text, "heading")])
    add_value(filing, part, name)
    filing.add(name, paragraphs_of(part.lines))


def add_value(filing: Filing, part: Part, name: str) -> None:
    if part.heading and part.heading.value:
        filing.add(name, [Paragraph(part.heading.value)])


def file_owned_text(filing: Filing, part: Part) -> None:
    """A vision or starting points: a shared statement when another body owns it, else the page's own text."""
    owner = part.heading.owner if part.heading else ""
    if owner and not same_body(owner, filing.title) and owner.casefold() not in filing.title.casefold():
        filing.place(part.all_lines, "statements")
        filing.statements.append(Statement(_with_value(part), part.heading.text if part.heading else "", owner))
    elif part.meaning is Meaning.VISION:
        file_text(filing, part)
    else:
        file_section(filing, part)


def _with_value(part: Part) -> tuple[Paragraph, ...]:
    value = (Paragraph(part.heading.value),) if part.heading and part.heading.value else ()
    return (*value, *paragraphs_of(part.lines))


def file_section(filing: Filing, part: Part) -> None:
    """Text with a heading keeps it; text without one, or a heading without text, fits nowhere."""
    paragraphs = _with_value(part)
    if part.heading and paragraphs:
        filing.place(part.all_lines, "sections")
        filing.sections.append(Section(paragraphs, part.heading.text))
    elif part.heading:
        filing.place(part.all_lines, "empty_heading")
        filing.remarks.append(f"Rubriken ”{part.heading.text}” har ingen text under sig.")
    else:
        filing.set_aside(part.lines)


def file_documents(filing: Filing, part: Part) -> None:
    """Names of documents, a heading that is one among them, apart from sentences about documents."""
    filing.place(part.all_lines, "documents")
    add_value(filing, part, "documents")
    if part.heading and (signs.is_file_link(part.heading.text) or part.heading.text[-1].isdigit()):
        filing.documents.append(part.heading.text)
    for group in group_lines(part.lines):
        paragraph = paragraph_of(group)
        if signs.is_sentence(paragraph.text):
            filing.add("documents", [paragraph])
        else:
            filing.documents.append(paragraph.text)
