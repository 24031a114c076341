"""Compares search's rows with the published pages, for the admin's report."""

from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from events.feeds.comparison import Comparison

from .writing import BATCH, all_keys, compared


def compare(most):
    """A ``Comparison`` of up to ``most`` pages, rows without a page among them, what changed last first."""
    latest = Page.objects.filter(depth__gt=1).order_by(F("latest_revision_created_at").desc(nulls_last=True), "pk")
    keys = list(dict.fromkeys([*latest.values_list("translation_key", flat=True), *all_keys()]))
    chosen = keys[:most]
    looked = [compared(chosen[start : start + BATCH]) for start in range(0, len(chosen), BATCH)]
    wrong, unread = sum(rows for rows, _pages in looked), set().union(*(pages for _rows, pages in looked))
    pages = Page.objects.filter(translation_key__in=unread, alias_of=None).order_by("title", "pk")
    return Comparison(_("Sökträffar"), len(chosen), len(keys), wrong, tuple(pages))
