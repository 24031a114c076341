"""No network's editor gives her network the title of another: readers and search could not tell them apart.

GR's own editors may: working groups below different networks often have the same name.
"""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from ..models import NetworkPage
from ..text.normal_form import normalized

_NAMES = ("title", "seo_title")  # the second is what search engines and shared links show
TAKEN = _("Ett annat nätverk heter redan så. Välj ett namn som skiljer dem åt.")
# A Cyrillic letter may look like one of ours, and makes another name of the same word (Unicode Technical Standard 39).
FOREIGN = _("Titeln har en bokstav ur ett annat alfabet, ”%s”, som läsare kan ta för en av våra. Skriv om ordet.")
# Unseen though no format character: of Unicode's Default_Ignorable_Code_Point, and the empty cell of Braille.
_UNSEEN = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\U000e0100-\U000e01ef]"
)


def same_name(title):
    """``title`` as readers see it: without case, invisible signs, and differences of form or of white space."""
    # Before the normal form too, which makes other signs, seen and unseen, of some.
    whole = normalized("NFKC", _UNSEEN.sub("", title))
    seen = "".join(sign for sign in _UNSEEN.sub("", whole) if unicodedata.category(sign) != "Cf")
    return re.sub(r"\s+", " ", normalized("NFKC", seen.casefold())).strip()


def foreign_letter(title):
    """The first letter of ``title`` that is not Latin, or ''."""
    letters = (sign for sign in normalized("NFKC", title) if unicodedata.category(sign).startswith("L"))
    return next((sign for sign in letters if not _is_latin(sign)), "")


def _is_latin(letter):
    # The signs of ordinals are Latin too, and modifiers belong to no alphabet.
    return unicodedata.name(letter, "").split(" ")[0] in {"LATIN", "FEMININE", "MASCULINE", "MODIFIER"}


def faults(page):
    """Why a network's editor may not call ``page`` what it is called: ``{name of a field: [sentences]}``.

    What the network is called already, in any language, it may be called still.
    """
    networks = NetworkPage.objects.order_by()
    own = networks.filter(translation_key=page.translation_key).values_list(*_NAMES)
    kept = {same_name(each) for names in own for each in names}
    asked = {field: title for field in _NAMES if same_name(title := getattr(page, field)) not in kept | {""}}
    found = {field: _faults(page, title, networks) for field, title in asked.items()}
    return {field: sentences for field, sentences in found.items() if sentences}


def _faults(page, title, networks):
    wanted = same_name(title)
    if letter := foreign_letter(title):
        return [FOREIGN % letter]
    others = networks.filter(locale_id=page.locale_id).exclude(translation_key=page.translation_key)
    names = others.values_list("title", "draft_title")
    return [str(TAKEN)] if any(wanted in (same_name(live), same_name(draft)) for live, draft in names) else []
