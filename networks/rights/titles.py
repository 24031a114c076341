"""No network's editor gives her network the title of another: readers and search could not tell them apart.

GR's own editors may: working groups below different networks often have the same name.
"""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from ..models import NetworkPage
from ..text.normal_form import normalized

TAKEN = _("Ett annat nätverk heter redan så. Välj ett namn som skiljer dem åt.")


def same_name(title):
    """``title`` as readers see it: without case, invisible signs, and differences of form or of white space."""
    seen = "".join(sign for sign in normalized("NFKC", title) if unicodedata.category(sign) != "Cf")
    return re.sub(r"\s+", " ", normalized("NFKC", seen.casefold())).strip()


def is_taken(page, title):
    """Whether a network other than ``page``'s, public or a draft, has the title in the same language.

    What the network is called already, in any language, it may be called still.
    """
    wanted = same_name(title)
    networks = NetworkPage.objects.order_by()
    own = networks.filter(translation_key=page.translation_key).values_list("title", flat=True)
    if wanted in {same_name(each) for each in own}:
        return False
    others = networks.filter(locale_id=page.locale_id).exclude(translation_key=page.translation_key)
    return any(
        wanted in (same_name(live), same_name(draft)) for live, draft in others.values_list("title", "draft_title")
    )
