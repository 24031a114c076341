"""Writes the texts of a meeting for a person's calendar, where it appears among everything else. Pure.

In Swedish unless ``_`` translates to another language. It takes a Swedish text, as gettext does, and ``language`` is
then the language code for dates.
"""

from collections.abc import Callable, Sequence
from datetime import date

from ..days.date_format import format_date
from .meeting_name import meeting_name
from .plain_text import web_address

Gettext = Callable[[str], str]


def in_swedish(text: str) -> str:
    return text


def summary(
    owners: Sequence[str], title: str, theme: str = "", *, cancelled: bool = False, _: Gettext = in_swedish
) -> str:
    """ "Förskolenätverket: Digitala verktyg"; "Förskolenätverket: möte" where there is only a list of dates.

    ``owners`` are the networks' names, the event's own first; empty for an event of the whole region.
    """
    text = _for_networks(owners, title, theme, _) if owners else _for_region(title, theme)
    return _("Inställt: %s") % text if cancelled else text


def _for_networks(owners: Sequence[str], title: str, theme: str, _: Gettext) -> str:
    names = listing(owners, _)
    subject = theme or _(meeting_name(title, owners[0]))
    return subject if subject.casefold().startswith(names.casefold()) else f"{names}: {subject}"


def _for_region(title: str, theme: str) -> str:
    return title if not theme or theme.casefold() in title.casefold() else f"{title}: {theme}"


def listing(names: Sequence[str], _: Gettext = in_swedish) -> str:
    """ "A", "A och B", "A, B och C"."""
    if len(names) < 2:
        return "".join(names)
    return _("%(names)s och %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}


def location(place: str, meeting_format: str, _: Gettext = in_swedish) -> str:
    """Where to go, or "Digitalt". ``meeting_format`` is a value of ``choices.Format``."""
    if meeting_format == "hybrid":
        return _("%(place)s och digitalt") % {"place": place} if place else _("På plats och digitalt")
    if meeting_format == "online":
        online = _("Digitalt")
        return f"{online} ({place})" if place and "digital" not in place.casefold() else place or online
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
    language: str = "sv",
    _: Gettext = in_swedish,
) -> str:
    """What a participant needs to know, the most urgent first. ``links`` are labels and absolute addresses; empty ones
    and those that are not http or https are left out."""
    first = [
        _("Mötet är inställt.") if status == "CANCELLED" else "",
        _("Datumet är preliminärt.") if status == "TENTATIVE" else "",
        _("Flyttat från %s.") % format_date(moved_from, language=language) if moved_from else "",
        _("Tid meddelas senare.") if time_to_come else "",
        reason,
        note,
    ]
    last = [f"{label}: {address}" for label, address in links if web_address(address)]
    blocks = ["\n".join(filter(None, first)), text.strip(), "\n".join(last)]
    return "\n\n".join(filter(None, blocks))
