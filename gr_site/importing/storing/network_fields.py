"""Sets the fields of a network page in memory from what was read."""

from networks.models.choices import RelationKind

from ..old_pages import Field
from .register import find_area, find_network
from .rich_text import rich_text

_RICH = ("purpose", "vision", "mandate")


def fill_fields(network, page, meeting_notes):
    """Set every plain field of ``network`` from the read ``page``. ``meeting_notes`` are lines about the schedule."""
    network.title = page.title[:255]
    network.kind = page.kind
    network.area = find_area(page.area, locale=network.locale)
    network.introduction = page.text_of("introduction")
    for name in _RICH:
        setattr(network, name, rich_text(page.fields[name].paragraphs) if name in page.fields else "")
    _fill_status(network, page)
    network.start_date = page.start.day
    network.start_year = page.start.year
    network.start_season = page.start.season
    network.schedule_note = "\n".join(filter(None, [page.text_of("schedule_note"), *meeting_notes]))


def _fill_status(network, page):
    network.status = page.status
    network.status_reason = page.text_of("status_reason")
    network.successor = None
    if page.successor:
        network.successor = find_network(page.successor, locale=network.locale, leave_out=network.pk)


def body_blocks(page, left_over):
    """The StreamField's blocks: sections with their headings, then what fits no field, marked for the editor."""
    blocks = []
    for section in page.sections:
        blocks += [("heading", section.heading), ("paragraph", rich_text(section.paragraphs))]
    for name, heading in (("members_note", "Deltagare"), ("documents", "Dokument")):
        if name in page.fields:
            blocks += [("heading", heading), ("paragraph", rich_text(_field(page, name).paragraphs))]
    return blocks + [("unplaced", text) for text in left_over]


def _field(page, name) -> Field:
    return page.fields[name]


def _seat(row):
    """A seat without an organisation as text, since the page's rows require one."""
    words = (row.name, row.role, row.title, row.party, "vakant" if row.vacant else "")
    return f"Deltagare utan organisation: {', '.join(filter(None, words))}"


def left_over(page, unresolved):
    """The texts that the page has no field for: unplaced text, documents without files, what could not be linked."""
    texts = list(page.unplaced)
    texts += [f"Dokument på den gamla sidan: {title}" for title in page.documents]
    if "contact" in page.fields:
        texts.append(f"Kontakt på den gamla sidan:\n{page.text_of('contact')}")
    texts += [_seat(row) for row in page.members if not row.organisation]
    texts += [
        f"{RelationKind(relation.kind).label}: {relation.body}. På den gamla sidan: ”{relation.sentence}”"
        for relation in unresolved
    ]
    return texts
