"""Reports what was read from a page and where it went: lines for the terminal, rows for a spreadsheet."""

from collections.abc import Iterator
from typing import NamedTuple

from networks.models.choices import Kind, RelationKind, Status

from ..old_meetings import is_handled
from .as_json import start_label

SURE, CHECK, LEFT, SKIPPED, FAILED = "säker", "kontrollera", "inte placerad", "hoppas över", "fel"
COLUMNS = ("fil", "sida", "fält", "innehåll", "utfall", "kommentar")
FIELD_LABELS = {
    "introduction": "Ingress",
    "purpose": "Syfte och uppdrag",
    "vision": "Vision",
    "mandate": "Mandat och organisation",
    "members_note": "Om deltagarna",
    "contact": "Kontakt",
    "documents": "Dokument",
    "schedule_note": "Om mötestiderna",
    "status_reason": "Varför vilande eller avslutat",
}
#: Remarks from the date reader that need no attention on an old page.
_NO_SURPRISE = {"past", "no_time", "whole_day", "other_date"}
_MEETING_VERDICTS = {"ok": SURE, "warning": CHECK, "refused": LEFT}
#: Spreadsheet programs treat a cell that begins like this as a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Finding(NamedTuple):
    """One thing that was read: its field, its text, how certain the reading is, and what to check."""

    field: str
    text: str
    verdict: str = SURE
    comment: str = ""


def findings(page, groups) -> Iterator[Finding]:
    """Everything on the page, in the order an editor checks it."""
    yield Finding("Titel", page.title)
    yield from _guesses(page)
    for name, field in page.fields.items():
        yield Finding(FIELD_LABELS[name], field.text)
    for statement in page.statements:
        yield Finding("Gemensam text", f"{statement.heading}\n{statement.text}", SURE, f"Ägs av {statement.owner}")
    for section in page.sections:
        yield Finding("Övrig text", f"{section.heading}\n{section.text}")
    yield from _people(page)
    yield from _meetings(groups)
    for title in page.documents:
        yield Finding("Dokument", title, LEFT, "Filen följer inte med. Ladda upp den på nya sidan.")
    for text in page.unplaced:
        yield Finding("Text utan fält", text, LEFT, "Läggs i sidans övriga innehåll, märkt.")
    for text in page.ignored:
        yield Finding("Etikett eller sidans ram", text.strip(), SKIPPED)
    for remark in page.remarks:
        yield Finding("Anmärkning", remark, CHECK)


def saved_findings(imported) -> Iterator[Finding]:
    """What was found when the page was saved on the site."""
    for relation in imported.unresolved:
        yield Finding("Förhållande", relation.body, LEFT, "Sidan finns inte på webbplatsen än.")
    if imported.namesake:
        yield Finding("Titel", imported.namesake.title, CHECK, "Det finns redan en sida som heter så.")


def _guesses(page):
    yield Finding("Typ", str(Kind(page.kind).label), CHECK, "Gissad av texten.")
    area = "" if page.area else "Området syns inte i texten. Välj det på sidan."
    yield Finding("Område", page.area, CHECK, area or "Gissat av texten.")
    if page.status != Status.ACTIVE:
        yield Finding("Läge", str(Status(page.status).label), CHECK, page.successor)
    if start := start_label(page.start):
        yield Finding("Start", start, SURE if page.start.day else CHECK, page.start_text)
    if page.updated:
        yield Finding("Senast uppdaterad", page.updated.isoformat(), SKIPPED, "Nya sidan håller reda på det själv.")
    for name in page.earlier_names:
        yield Finding("Tidigare namn", name, CHECK)
    for relation in page.relations:
        label = RelationKind(relation.kind).label
        yield Finding("Förhållande", f"{label}: {relation.body}", CHECK, relation.sentence)


def _people(page):
    for member in page.members:
        words = (member.name, member.role, member.title, member.party, member.organisation)
        verdict = SURE if member.organisation else CHECK
        vacant = "vakant" if member.vacant else ""
        yield Finding(member.group or "Deltagare", ", ".join(filter(None, (*words, vacant))), verdict)
    for name in page.municipalities:
        yield Finding("Deltagande kommun", name)
    for contact in page.contacts:
        words = (contact.name, contact.title, contact.email, contact.phone)
        yield Finding("Kontaktperson", ", ".join(filter(None, words)))


def _meetings(groups):
    for group in groups:
        label = f"Möte, {group.name}" if group.name else "Möte"
        for row in (*group.meetings, *group.refused):
            yield Finding(label, _meeting_text(row), _meeting_verdict(row), row.message)
        for note in group.notes:
            yield Finding("Om mötestiderna", note)


def _meeting_verdict(row):
    return SURE if only_passed(row) or is_handled(row) else _MEETING_VERDICTS[row.verdict]


def only_passed(row):
    """Whether a row's only remark is that it is in the past, which is expected on an old page."""
    return row.verdict == "warning" and "past" in row.remarks and set(row.remarks) <= _NO_SURPRISE


def _meeting_text(row):
    status = {"cancelled": "inställt", "tentative": "preliminärt"}.get(row.status, "")
    when = " till ".join(filter(None, (row.start, row.end if row.end != row.start else "")))
    return ", ".join(filter(None, (when, row.theme, row.location, status))) or row.text


def table_rows(file, title, found):
    """``found`` as rows with COLUMNS, safe to open in a spreadsheet program."""
    for finding in found:
        yield [_safe(cell) for cell in (file, title, *finding)]


def _safe(cell):
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def grouped_by_verdict(found):
    """``[(verdict, [findings])]`` in order of importance, without those that are only the page's frame."""
    return [
        (verdict, rows)
        for verdict in (SURE, CHECK, LEFT)
        if (rows := [row for row in found if row.verdict == verdict])
    ]
