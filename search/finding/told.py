"""What the page says above the hits: what was not found, what was guessed, and what the operators did."""

from urllib.parse import urlencode

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.translation import shown_language

from ..analysis.impossible import DAY, HOUR, MONTH, WEEK
from .spelling import meant


def told(found, shown):
    """``[{"text"}]``, the guesses with ``"link"`` and ``"url"`` of a search for the very words. ``shown`` are the hits
    on the page, since no other words may be told of."""
    said = [
        *({"text": _none_such(time)} for time in found.impossible),
        *({"text": _("Visar bara det där ”%s” står ordagrant.") % phrase} for phrase in found.operators.phrases),
        *({"text": _("Visar inte det som innehåller ”%s”.") % word} for word in found.operators.without),
        *(
            {"text": _("Visar inte det där ”%s” står ordagrant.") % phrase}
            for phrase in found.operators.without_phrases
        ),
    ]
    if found.total:
        said += _unknown(found)
        # In English nearly all is in other words: hits that are only in Swedish say so themselves.
        if shown_language() == settings.LANGUAGE_CODE:
            said += [{"text": _akin(word)} for word in found.telling if word.akin]
        said += [_guess(word, shown, alone=found.guessed) for word in found.telling if word.guessed]
    return list({each["text"]: each for each in said}.values())


def _none_such(time):
    texts = {
        DAY: _("Dagen ”%s” finns inte."),
        WEEK: _("Veckan ”%s” finns inte."),
        MONTH: _("Månaden ”%s” finns inte."),
        HOUR: _("Klockslaget ”%s” finns inte."),
    }
    return texts[time.kind] % time.words


def _unknown(found):
    """Nothing if no other word was typed, since the hits are those of a time then."""
    words = list(dict.fromkeys(found.unknown))
    if not words or all(word.unknown for word in found.query):
        return []
    text = ngettext(
        "%s finns inte på webbplatsen. Visar träffar på det andra du skrev.",
        "%s finns inte på webbplatsen. Visar träffar på det andra du skrev.",
        len(words),
    )
    return [{"text": text % ", ".join(f"”{word}”" for word in words)}]


def _akin(word):
    return _("”%s” står inte på webbplatsen. Visar det som hör ihop med det.") % word.text


def _guess(word, shown, *, alone):
    """With ``alone`` the heading of the page has already said that there are no hits."""
    typed, other = word.text, meant(word, [hit.plain_text for hit in shown])
    shows = _("Visar ”%s”.") % other if other else _("Visar det som liknar.")
    nothing = _("Inga träffar på ”%s”.") % typed
    return {
        "text": shows if alone else f"{nothing} {shows}",
        "link": _("Sök i stället på ”%s”") % typed,
        "url": "?" + urlencode({"q": f'"{typed}"'}),
    }
