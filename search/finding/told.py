"""What the page says above the hits: what was not found, what was guessed, and what the operators did."""

from urllib.parse import urlencode

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .spelling import meant


def told(found, shown):
    """``[{"text"}]``, the guesses with ``"link"`` and ``"url"`` of a search for the very words. ``shown`` are the hits
    on the page, since no other words may be told of."""
    if not found.total:
        return []
    return [
        *({"text": _("Visar bara det där ”%s” står ordagrant.") % phrase} for phrase in found.operators.phrases),
        *({"text": _("Visar inte det som innehåller ”%s”.") % word} for word in found.operators.without),
        *_unknown(found.unknown),
        *(_guess(word, shown, alone=found.guessed) for word in found.query if word.guessed),
    ]


def _unknown(words):
    if not words:
        return []
    text = ngettext(
        "%s finns inte på webbplatsen. Visar träffar på det andra du skrev.",
        "%s finns inte på webbplatsen. Visar träffar på det andra du skrev.",
        len(words),
    )
    return [{"text": text % ", ".join(f"”{word}”" for word in words)}]


def _guess(word, shown, *, alone):
    """With ``alone`` the heading of the page has already said that there are no hits."""
    typed, other = word.text, meant(word, shown)
    shows = _("Visar ”%s”.") % other if other else _("Visar det som liknar.")
    nothing = _("Inga träffar på ”%s”.") % typed
    return {
        "text": shows if alone else f"{nothing} {shows}",
        "link": _("Sök i stället på ”%s”") % typed,
        "url": "?" + urlencode({"q": f'"{typed}"'}),
    }
