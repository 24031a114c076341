"""Finds the feed that matches what a visitor is looking at."""

from ..selection.addresses import permanent_query
from .addresses import named, unnamed
from .contents import region_name
from .feed_language import in_shown_language

_OWN_FEEDS = {"natverk": "network", "omrade": "area"}


def feed_url(form):
    """The feed of a filtered calendar: a network's or area's own if that is the only filter, the region's if there is
    no filter, else the feed of exactly this view."""
    chosen = form.chosen
    if not chosen:
        return in_shown_language(unnamed("region"))
    if len(chosen) == 1 and (own := _OWN_FEEDS.get(next(iter(chosen)))):
        (only,) = chosen.values()
        return in_shown_language(named(own, str(only), only.translation_key))
    return in_shown_language(f"{named('selection', form.name)}?{permanent_query(form)}")


def feed_name(form):
    """A name for the visitor's calendar: the network's if that is the only filter, else the region's plus filters."""
    if set(form.chosen) == {"natverk"}:
        return form.chosen["natverk"].title
    return f"{region_name()}: {form.name}" if form.chosen else region_name()
