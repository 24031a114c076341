"""Decides the texts of a page's picture, both for the page's tag and for the view that draws, which must agree."""

from events.models import EventPage
from networks.models import NetworkPage
from networks.restrictions.closed_paths import restricted
from networks.translation import lend_words, text_language

from ..typography.compounds import breakable
from .drawing import SharePicture

_WHOLE = 12  # longest word to keep whole, since a picture's font is larger than a page's


def picture_of(page):
    """The picture of ``page`` in the shown language; words of its area and network are lent already."""
    facts = getattr(page, "facts", page)
    kicker, colour = "", ""
    if isinstance(page, NetworkPage):
        area = facts.area
        kicker = ", ".join(str(word) for word in (facts.get_kind_display(), area and area.name) if word)
        colour = area.colour if area else ""
    elif isinstance(page, EventPage) and facts.network:
        kicker = facts.network.title
        colour = facts.network.area.colour if facts.network.area else ""
    title = breakable(page.title, _WHOLE) if text_language(page) == "sv" else page.title
    return SharePicture(title, kicker, colour)


def is_for_everybody(page):
    """Whether the picture of ``page``, which is shown, may be drawn for any visitor. Reads no row of its own."""
    pages = [page, getattr(getattr(page, "facts", page), "network", None)]
    return not restricted([each.path for each in pages if each])


def words_lent(page):
    """``page``, a source page read only for its picture, with the words of the shown language."""
    facts = page.facts
    lend_words([page, *(thing for thing in (getattr(facts, "area", None), getattr(facts, "network", None)) if thing)])
    return page
