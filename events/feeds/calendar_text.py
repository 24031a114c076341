"""The words of a meeting in a person's calendar, where it stands alone among everything else. Pure.

Always in Swedish: a feed has one language, whoever reads it.
"""

from collections.abc import Sequence
from datetime import date

from ..date_format import format_date
from ..meeting_name import meeting_name
from ..plain_text import web_address


def summary(owners: Sequence[str], title: str, theme: str = "", *, cancelled: bool = False) -> str:
    """ "Förskolenätverket: Digitala verktyg"; "Förskolenätverket: möte" where there is only a list of dates.

    ``owners`` are the names of the networks, the event's own first; none for an event of the whole region.
    """
    text = _for_networks(owners, title, theme) if owners else _for_region(title, theme)
    return f"Inställt: {text}" if cancelled else text


def _for_networks(owners: Sequence[str], title: str, theme: str) -> str:
    names = listing(owners)
    subject = theme or meeting_name(title, owners[0])
    return subject if subject.casefold().startswith(names.casefold()) else f"{names}: {subject}"


def _for_region(title: str, theme: str) -> str:
    return title if not theme or theme.casefold() in title.casefold() else f"{title}: {theme}"


def listing(names: Sequence[str]) -> str:
    """ "A", "A och B", "A, B och C"."""
    return " och ".join(part for part in (", ".join(names[:-1]), names[-1]) if part) if names else ""


def location(place: str, meeting_format: str) -> str:
    """Where one goes, or "Digitalt". ``meeting_format`` is a value of ``choices.Format``."""
    if meeting_format == "hybrid":
        return f"{place} och digitalt" if place else "På plats och digitalt"
    if meeting_format == "online":
        return f"Digitalt ({place})" if place and "digital" not in place.casefold() else place or "Digitalt"
    return place


def description(
    *,
    status: str,
    moved_from: date | None,
    time_to_come: bool,
    reason: str = "",
    note: str,
    text: str,
    links: Sequence[tuple[str, str]],
) -> str:
    """What one needs to know, the most urgent first. ``links`` are labels and absolute addresses; others than http
    and https are left out, and so are empty ones."""
    first = [
        {"CANCELLED": "Mötet är inställt.", "TENTATIVE": "Datumet är preliminärt."}.get(status, ""),
        f"Flyttat från {format_date(moved_from)}." if moved_from else "",
        "Tid meddelas senare." if time_to_come else "",
        reason,
        note,
    ]
    last = [f"{label}: {address}" for label, address in links if web_address(address)]
    blocks = ["\n".join(filter(None, first)), text.strip(), "\n".join(last)]
    return "\n\n".join(filter(None, blocks))
