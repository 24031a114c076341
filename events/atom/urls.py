"""Addresses of the Atom feeds. People's news readers keep them for years: never change them."""

from django.urls import path

from . import feed as atom

app_name = "atom"
urlpatterns = [
    path("regionen.xml", atom.RegionChanges.as_view(), name="region"),
    path("natverk/<uuid:key>.xml", atom.NetworkChanges.as_view(), name="network"),
]
