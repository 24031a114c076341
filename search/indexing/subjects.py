"""Builds the rows of a page in all its languages."""

import logging
from collections import defaultdict
from copy import copy

from django.conf import settings
from django.db import DatabaseError
from django.utils import translation
from wagtail.models import Locale, Page

from events.models import EventPage
from networks.models import NetworkPage
from networks.restrictions.closed_paths import restricted_paths
from networks.translation import in_source, is_of_source, lend_words

from .findable import digest
from .lending import lend
from .meeting_rows import meeting_rows
from .network_rows import network_rows
from .page_rows import page_rows

logger = logging.getLogger(__name__)


def rows_of(keys):
    """``(unsaved rows, unread)`` for those pages with translation keys ``keys`` that visitors may see.

    ``unread`` are the keys of pages whose rows could not be made. Each page stands alone: the fault is logged, and the
    others have their rows. A fault of the database is raised, since nothing more can be read in its transaction.
    """
    shown = Page.objects.live().filter(translation_key__in=keys, depth__gt=1, alias_of=None)
    locales = Locale.objects.in_bulk()
    subjects = defaultdict(list)
    for page in shown.exclude(restricted_paths()).specific():
        page.locale = locales[page.locale_id]
        subjects[page.translation_key].append(page)
    rows, unread = [], set()
    for key, languages in subjects.items():
        try:
            rows += _rows(languages)
        except DatabaseError:
            raise
        except Exception:  # whatever it is, it must not stop this page's publication or the other pages' rows
            logger.exception("Search could not read the page %s (%s)", languages[0].pk, key)
            unread.add(key)
    return rows, unread


def _rows(pages):
    """The rows of a page and its translations, the source first."""
    source = next((page for page in pages if is_of_source(page)), None)
    translations = [page for page in pages if page is not source]
    rows = _in_language(source, source) if source else []
    for page in translations:
        rows += _in_language(page, source)
    return _with_fallback(rows)


def _in_language(page, source):
    """The rows in the language of ``page``: the source itself, a translation of it, or a page without a source."""
    with translation.override(page.locale.language_code):
        if not isinstance(page, NetworkPage | EventPage):
            return page_rows(page)
        if page is not source:
            page = _lent(page, source)
        if page is None:
            return []
        return network_rows(page) if isinstance(page, NetworkPage) else _meetings(page)


def _lent(page, source):
    """The source with the words of its translation ``page``: who, when and where is the source's to say.

    None where the source is not shown. A network that was written in the other language to begin with is its own.
    """
    if source is None:
        return page if in_source(page) is None and isinstance(page, NetworkPage) else None
    return lend_words([copy(source)], page.locale.language_code, texts=True)[0]


def _meetings(event):
    return meeting_rows(event) if event.network is None or event.network.live else []


def _with_fallback(rows):
    """Mark rows of the source language to be used in languages that have no row with the same key."""
    lend(rows)
    taken = {row.key for row in rows if row.language != settings.LANGUAGE_CODE}
    for row in rows:
        row.fallback = row.language == settings.LANGUAGE_CODE and row.key not in taken
        row.digest = digest(row)
    return rows
