"""Addresses of feeds. People's calendar programs keep them for years: never change them.

They have no language prefix, because a feed's language is an option of its address. Each kind has two forms: see
``addresses``.
"""

from django.urls import path

from . import qr_code
from . import views as feeds


def _both(route, view, name):
    """The address without and with a readable name at its end."""
    return [path(f"{route}{end}.ics", view.as_view(), name=name) for end in ("", "/<str:name>")]


app_name = "feeds"
urlpatterns = [
    path("regionen.ics", feeds.RegionFeed.as_view(), name="region"),
    *_both("omrade/<uuid:key>", feeds.AreaFeed, "area"),
    *_both("natverk/<uuid:key>", feeds.NetworkFeed, "network"),
    *_both("handelse/<uuid:key>", feeds.EventFeed, "event"),
    *_both("mote/<uuid:key>", feeds.OccurrenceFeed, "occurrence"),
    *_both("urval", feeds.SelectionFeed, "selection"),
    *_both("mina/<str:text>", feeds.MyNetworksFeed, "my_networks"),
    path("<path:feed>.svg", qr_code.picture, name="qr"),
    path("<path:rest>", feeds.no_such_feed),
]
