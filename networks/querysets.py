"""Verbs for lists of networks. Every public list starts from ``listed()``."""

from django.conf import settings
from django.db.models import Q
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from .choices import Status
from .restrictions import restricted_paths
from .translation import LanguageQuerySet


class NetworkPageQuerySet(LanguageQuerySet, PageQuerySet):
    def listed(self):
        """Networks that any visitor may see: live, and behind no restriction in any language."""
        return self.live().exclude(restricted_paths())

    def of_source(self):
        """Each network once, as the source language has it: with what is true of it in every language."""
        return self.filter(locale__language_code=settings.LANGUAGE_CODE)

    def current(self):
        """Not closed: what a visitor looks for unless she asks for the archive."""
        return self.exclude(status=Status.CLOSED)

    def in_area(self, area):
        """Networks of the area, as their first or second one, whichever language the area was chosen in."""
        key = area.translation_key
        return self.filter(Q(area__translation_key=key) | Q(second_area__translation_key=key))


NetworkPageManager = PageManager.from_queryset(NetworkPageQuerySet)
