"""The site's addresses, and three that show the pages that a visitor meets when something is wrong."""

from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.urls import path

from gr_site.urls import urlpatterns as site_urls


def failing(error):
    def view(request):
        raise error

    return view


urlpatterns = [
    path("trasig/", failing(RuntimeError)),
    path("forbjuden/", failing(PermissionDenied)),
    path("missforstadd/", failing(SuspiciousOperation)),
    *site_urls,
]
