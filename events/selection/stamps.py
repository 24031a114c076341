"""Which stamps the feed of a filtered calendar follows, read from its address alone: a 304 takes one query."""

from django.http import QueryDict

from ..models.stamps import REGION
from .short_keys import beginnings

_OTHERS = {"area": "omrade", "category": "slag"}  # the parameter that names each by a short key


def stamps_of(query):
    """``(keys of stamps, beginnings of networks' keys, beginnings of other stamps' keys)`` for the feed of ``query``.

    Every meeting of a network or an area raises its stamp. A choice that names neither follows the whole region.
    """
    chosen = QueryDict(query)
    begun = [f"{kind}:{key}" for kind, name in _OTHERS.items() for key in beginnings(chosen.get(name, ""))]
    narrowed = "natverk" in chosen or "omrade" in chosen
    return [] if narrowed else [REGION], beginnings(chosen.get("natverk", "")), begun
