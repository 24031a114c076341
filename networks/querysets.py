"""Verbs for lists of networks. Every public list starts from ``listed()``."""

from django.db.models import Q
from wagtail.models import Page, PageManager, PageViewRestriction
from wagtail.query import PageQuerySet

from .choices import Status


class NetworkPageQuerySet(PageQuerySet):
    def listed(self):
        """Networks that any visitor may see: live, and behind no restriction in any language."""
        return self.live().exclude(restricted_paths())

    def current(self):
        """Not closed: what a visitor looks for unless she asks for the archive."""
        return self.exclude(status=Status.CLOSED)

    def in_area(self, area):
        """Networks of the area, as their first or second one, whichever language the area was chosen in."""
        key = area.translation_key
        return self.filter(Q(area__translation_key=key) | Q(second_area__translation_key=key))


NetworkPageManager = PageManager.from_queryset(NetworkPageQuerySet)


def restricted_paths(prefix=""):
    """A filter for pages at or below a restricted page, its translations included; ``prefix`` leads to the page.

    ``Page.objects.public()`` misses translations of a restricted page, which would leak their titles.
    """
    keys = list(PageViewRestriction.objects.values_list("page__translation_key", flat=True))
    condition = Q(pk__in=[])
    if keys:
        for path in Page.objects.filter(translation_key__in=keys).values_list("path", flat=True):
            condition |= Q(**{f"{prefix}path__startswith": path})
    return condition
