"""Addresses of feeds. People's calendar programs keep them for years: never change them.

They have no language prefix, because a feed's language is an option of its address.
"""

from django.urls import path

from . import qr_code
from . import views as feeds

app_name = "feeds"
urlpatterns = [
    path("regionen.ics", feeds.RegionFeed.as_view(), name="region"),
    path("omrade/<uuid:key>.ics", feeds.AreaFeed.as_view(), name="area"),
    path("natverk/<uuid:key>.ics", feeds.NetworkFeed.as_view(), name="network"),
    path("handelse/<uuid:key>.ics", feeds.EventFeed.as_view(), name="event"),
    path("mote/<uuid:key>.ics", feeds.OccurrenceFeed.as_view(), name="occurrence"),
    path("urval.ics", feeds.SelectionFeed.as_view(), name="selection"),
    path("mina/<str:text>.ics", feeds.MyNetworksFeed.as_view(), name="my_networks"),
    path("<path:feed>.svg", qr_code.picture, name="qr"),
    path("<path:rest>", feeds.no_such_feed),
]
