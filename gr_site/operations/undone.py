"""Finds what an earlier process left undone and finishes it: feeds' texts, the public log and search rows.

A publication is one transaction and leaves nothing. This finds what was changed outside it: by a program that writes
to the database itself, by an upgrade, or by a fault of ours.
"""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from events.feeds import following
from search.indexing import writing

RECENT = timedelta(minutes=15)
# How many pages to compare besides those that changed lately. Larger sites take several minutes for all.
MOST = 300
BATCH = 50


def recent_keys():
    """The translation keys of pages that somebody changed or published lately."""
    since = timezone.now() - RECENT
    logged = PageLogEntry.objects.filter(timestamp__gte=since).values("page")
    changed = Page.objects.filter(pk__in=logged) | Page.objects.filter(latest_revision_created_at__gte=since)
    return set(changed.values_list("translation_key", flat=True))


def keys_of_the_minute(keys, most=MOST):
    """The part of ``keys`` (a list) whose turn it is: all of them if they are few, otherwise the next ``most``."""
    start = int(timezone.now().timestamp() // 60) * most % len(keys) if len(keys) > most else 0
    return [*keys[start:], *keys[:start]][:most]


def mend(keys):
    """Finish what is undone for the pages with these translation keys. Gives ``(texts, search rows)`` written."""
    ordered = sorted(keys)
    texts = following.mend(Page.objects.filter(translation_key__in=ordered).values_list("pk", flat=True))
    batches = (ordered[place : place + BATCH] for place in range(0, len(ordered), BATCH))
    return texts, sum(writing.mend(batch) for batch in batches)


def wrong(keys):
    """``(texts, search rows)`` that differ from what is published, for the pages with these translation keys."""
    ordered = sorted(keys)
    ids = list(Page.objects.filter(translation_key__in=ordered).values_list("pk", flat=True))
    return len(following.differing(ids)), writing.wrong_rows(ordered)
