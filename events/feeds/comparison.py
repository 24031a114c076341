"""Compares what is stored about pages with the published pages themselves, for the report on the feeds.

Nothing is kept in memory between two looks, so the report never says that all is well when it is not.
"""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from ..models import EventPage
from .components import BATCH, compared

# How many pages a report compares, the latest first. Where a site has more, the report says how many it compared.
MOST = 500


@dataclass(frozen=True)
class Comparison:
    """``what`` is stored, in words; how many of ``total`` pages were ``compared``; what was ``wrong`` with them.

    ``unread`` are pages that could not be compared, because of a fault that the log tells of.
    """

    what: str | Promise
    compared: int
    total: int
    wrong: int
    unread: tuple[Page, ...] = ()

    @property
    def is_whole(self):
        return self.compared == self.total


def comparisons():
    """The feeds' own ``Comparison``, and those of rooms that register one with the hook ``compare_with_pages``."""
    return [compare_texts(MOST), *(compare(MOST) for compare in hooks.get_hooks("compare_with_pages"))]


def compare_texts(most):
    """The stored texts of meetings against the published rows. About ten queries for each hundred events."""
    events = EventPage.objects.of_source().filter(live=True)
    keys = list(events.order_by("-last_published_at", "-pk").values_list("pk", flat=True)[:most])
    batches = (keys[start : start + BATCH] for start in range(0, len(keys), BATCH))
    looked = [compared(batch) for batch in batches]
    unread = [pk for _wrong, pks in looked for pk in pks]
    pages = tuple(Page.objects.filter(pk__in=unread).order_by("title", "pk")) if unread else ()
    different = sum(len(wrong) for wrong, _pks in looked)
    return Comparison(_("Mötenas texter i flödena"), len(keys), events.count(), different, pages)
