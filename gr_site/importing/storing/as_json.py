"""Writes a read page as a JSON object: what ``import_network_page --json`` prints for each file."""

from dataclasses import asdict

from networks.text.start import Start

from ..remainder import with_remainder


def page_as_json(page, groups):
    """``fields`` holds every text under its field's name, or under its own heading when it has no field. Times are
    local ISO text; ``start_date`` is an ISO date, "2010 (vår)", "2015" or None. ``ignored`` holds the lines of the
    page's frame and its labels, so that every word of the page is somewhere in the object."""
    page = with_remainder(page, groups)
    return {
        "title": page.title,
        "url": page.source_url,
        "kind": page.kind,
        "area": page.area,
        "status": page.status,
        "fields": _fields(page),
        "start_date": start_label(page.start) or None,
        "updated": page.updated.isoformat() if page.updated else None,
        "earlier_names": list(page.earlier_names),
        "members": [asdict(member) for member in page.members],
        "municipalities": list(page.municipalities),
        "contacts": [asdict(contact) for contact in page.contacts],
        "statements": [{"title": text.heading, "owner": text.owner} for text in page.statements],
        "sections": [section.heading for section in page.sections],
        "documents": list(page.documents),
        "relations": [asdict(relation) for relation in page.relations],
        "meetings": meetings_as_json(groups),
        "refused": [{"text": row.text, "message": row.message} for group in groups for row in group.refused],
        "notes": [{"text": note, "group": group.name} for group in groups for note in group.notes],
        "unplaced": list(page.unplaced),
        "ignored": list(page.ignored),
        "remarks": list(page.remarks),
    }


def meetings_as_json(groups):
    return [
        {
            "start": row.start,
            "end": row.end,
            "all_day": row.all_day,
            "location": row.location,
            "status": row.status,
            "theme": row.theme,
            "text": row.text,
            "group": group.name,
            "verdict": row.verdict,
            "message": row.message,
        }
        for group in groups
        for row in group.meetings
    ]


def start_label(start: Start) -> str:
    if start.day:
        return start.day.isoformat()
    season = {"spring": " (vår)", "autumn": " (höst)", "": ""}[start.season]
    return f"{start.year}{season}" if start.year else ""


def _fields(page):
    texts = {name: field.text for name, field in page.fields.items()}
    for part in (*page.statements, *page.sections):
        texts[part.heading] = "\n\n".join(filter(None, [texts.get(part.heading), part.text]))
    return texts
