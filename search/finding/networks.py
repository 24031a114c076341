"""Finds networks for the list of networks, with the same search as the page of hits."""

from collections import defaultdict
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone

from events.models import EventOwner
from networks.listing.matching import Matches
from networks.translation import shown_language

from ..models import Findable
from ..models.choices import HitKind
from .finder import find

# How many of the best answers are looked at, and how well a meeting or a document must answer, beside the best answer,
# for its networks to be shown.
MOST = 300
WELL = 0.5


def network_matches(text):
    """The Matches of ``text``: networks that answer it themselves, or by a meeting or a document that answers well."""
    found = find(text, language=shown_language(), today=timezone.localdate())
    best = max((one.score for one in found.answers), default=0)
    well = [one.pk for one in found.answers[:MOST] if one.kind == HitKind.NETWORK or one.score >= WELL * best]
    elsewhere = f"{reverse('search:results')}?{urlencode({'q': text})}"
    return Matches(_networks(well), found.guessed, elsewhere)


def _networks(keys):
    """``[network key]``, each once, in the order of the rows ``keys``. Two queries."""
    read = Findable.objects.filter(pk__in=keys).values_list("pk", "network", "page")
    rows = {pk: (network, page) for pk, network, page in read}
    agreed = EventOwner.objects.agreed().filter(page__in={page for _, page in rows.values()})
    joint = defaultdict(list)
    for page, network in agreed.values_list("page", "network"):
        joint[page].append(network)
    owners = (owner for key in keys if key in rows for owner in [rows[key][0], *joint[rows[key][1]]])
    return list(dict.fromkeys(owner for owner in owners if owner))
