"""The feed that fits what a visitor looks at."""

from django.urls import reverse

from ..selection.addresses import permanent_query
from .contents import region_name
from .feed_language import in_shown_language

_OWN_FEEDS = {"natverk": "feeds:network", "omrade": "feeds:area"}


def feed_url(form):
    """The feed of a filtered calendar: the network's or area's own where that is the whole choice, the region's where
    nothing is chosen, else the feed of just this view."""
    chosen = form.chosen
    if not chosen:
        return in_shown_language(reverse("feeds:region"))
    if len(chosen) == 1 and (own := _OWN_FEEDS.get(next(iter(chosen)))):
        return in_shown_language(reverse(own, args=[next(iter(chosen.values())).translation_key]))
    return in_shown_language(f"{reverse('feeds:selection')}?{permanent_query(form)}")


def feed_name(form):
    """What the visitor's calendar may be called: the only network's name, else the region's with what is chosen."""
    if set(form.chosen) == {"natverk"}:
        return form.chosen["natverk"].title
    return f"{region_name()}: {form.name}" if form.chosen else region_name()
