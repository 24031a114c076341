"""A network's feed, the one that most people have: asked for so often that its queries are written once."""

from datetime import date
from functools import partial
from uuid import UUID

from django.conf import settings

from networks.models import NetworkPage
from networks.translation import address, shown_language

from ..models import Occurrence
from ..querysets import feed_begin
from .contents import Feed, components_of, held, stored_octets
from .prepared import Prepared


def network_feed(key):
    """The feed of the network with this translation key; None where no visitor may know of one."""
    translated = shown_language() != settings.LANGUAGE_CODE
    network = _listed(key).in_language().first() if translated else _of_source(key)
    if network is None:
        return None
    meetings = components_of(_meetings(network.pk)) if translated else partial(_components, network.pk)
    return Feed(network.title, address(network), meetings)


def _of_source(key):
    """As much of the network as its title and its address need."""
    return next((NetworkPage(pk=pk, title=title, url_path=path) for pk, title, path in _FACTS.rows(key=key)), None)


def _components(network, today, without_cancelled):
    rows = _OCTETS.rows(without_cancelled, network=network, since=feed_begin(today))
    return b"".join(octets for (octets,) in rows if octets)


def _listed(key):
    return NetworkPage.objects.listed().of_source().filter(translation_key=key)


def _meetings(network):
    return Occurrence.objects.public().for_networks([network])


# The values stand in for a key, a network and a day where the SQL is written: none of a feed is like these.
_FACTS = Prepared(lambda key: _listed(key).values_list("pk", "title", "url_path"), key=UUID(int=1))
_OCTETS = Prepared(
    lambda without_cancelled, network, since: stored_octets(held(_meetings(network), since, without_cancelled)),
    network=-1,
    since=date(2, 2, 2),
)
