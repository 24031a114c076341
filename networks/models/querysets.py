"""Verbs for lists of networks. Every public list begins with ``listed()``."""

from django.db.models import Q
from django.utils import timezone
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

from ..restrictions.closed_paths import restricted_paths
from ..translation import LanguageQuerySet
from .choices import Status


class NetworkPageQuerySet(LanguageQuerySet, PageQuerySet):
    def listed(self):
        """Networks that any visitor may see: live and not restricted in any language."""
        return self.live().exclude(restricted_paths())

    def current(self):
        """Networks that are not closed yet, which is what visitors want unless they ask for the archive."""
        closed = Q(status_since=None) | Q(status_since__lte=timezone.localdate())
        return self.exclude(closed, status=Status.CLOSED)

    def in_state(self, status):
        """Networks with that status today. One that is to be paused or closed is active until the day."""
        later = Q(status_since__gt=timezone.localdate())
        if status == Status.ACTIVE:
            return self.filter(later | Q(status=Status.ACTIVE))
        return self.filter(status=status).exclude(later)

    def in_area(self, area):
        """Networks with ``area`` as their first or second one. ``area`` may be in any language."""
        key = area.translation_key
        return self.filter(Q(area__translation_key=key) | Q(second_area__translation_key=key))


NetworkPageManager = PageManager.from_queryset(NetworkPageQuerySet)
