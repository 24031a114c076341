"""Writes the texts of a meeting for a person's calendar, where it appears among everything else. Pure.

In Swedish unless ``_`` translates to another language. It takes a Swedish text, as gettext does, and ``language`` is
then the language code for dates.
"""

from collections.abc import Callable, Sequence
from datetime import date, time
from typing import Final

from ..days.date_format import format_date, format_times
from .meeting_name import meeting_name
from .plain_text import web_address

Gettext = Callable[[str], str]

LONGEST_LOCATION: Final = 255  # characters; Outlook cuts off the rest (MS-OXCICAL section 2.1.3.1.1.20.12)


def in_swedish(text: str) -> str:
    return text


def summary(
    owners: Sequence[str],
    title: str,
    theme: str = "",
    *,
    cancelled: bool = False,
    tentative: bool = False,
    _: Gettext = in_swedish,
) -> str:
    """ "Förskolenätverket: Digitala verktyg"; "Förskolenätverket: möte" where there is only a list of dates.

    ``owners`` are the networks' names, the event's own first; empty for an event of the whole region.
    """
    text = _for_networks(owners, title, theme, _) if owners else _for_region(title, theme)
    if cancelled:
        return _("Inställt: %s") % text
    return _("Preliminärt: %s") % text if tentative else text


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


def way_in(place: str, meeting_format: str, link: str, _: Gettext = in_swedish) -> str:
    """``location`` for calendar programs, which open the link from there, if the meeting has a link and no place.

    ``link`` is '' or an address that anybody may use. It stands alone for a meeting that is only online: Google's
    calendar looks for other text on its map. A link that Outlook would cut off is left out.
    """
    words = location(place, meeting_format, _)
    if place or meeting_format not in ("online", "hybrid") or not web_address(link):
        return words
    text = link if meeting_format == "online" else f"{words}: {link}"
    return text if len(text) <= LONGEST_LOCATION else words


def description(
    *,
    status: str,
    moved_from: date | None,
    time_to_come: bool,
    open_from: time | None = None,
    reason: str = "",
    note: str,
    text: str,
    links: Sequence[tuple[str, str]],
    language: str = "sv",
    _: Gettext = in_swedish,
) -> str:
    """What a participant needs to know, the most urgent first. ``links`` are labels and absolute addresses; empty ones
    and those that are not http or https are left out. ``open_from`` is when a meeting without an end begins."""
    first = [
        _("Mötet är inställt.") if status == "CANCELLED" else "",
        _("Datumet är preliminärt.") if status == "TENTATIVE" else "",
        _("Flyttat från %s.") % format_date(moved_from, language=language) if moved_from else "",
        _("Tid meddelas senare.") if time_to_come else "",
        _("Börjar %s, sluttid ej angiven.") % format_times(open_from, language=language) if open_from else "",
        reason,
        note,
    ]
    last = [f"{label}: {address}" for label, address in links if web_address(address)]
    blocks = ["\n".join(filter(None, first)), text.strip(), "\n".join(last)]
    return "\n\n".join(filter(None, blocks))
