"""What can be found of a page in all its languages."""

from collections import defaultdict

from django.conf import settings
from django.utils import translation
from wagtail.models import Locale, Page

from events.models import EventPage
from networks.models import NetworkPage
from networks.restrictions import restricted_paths

from .meeting_rows import meeting_rows
from .network_rows import network_rows
from .page_rows import page_rows
from .rows import digest, is_source


def rows_of(keys):
    """The rows, unsaved, of the pages with the translation keys ``keys`` that visitors may see."""
    shown = Page.objects.live().filter(translation_key__in=keys, depth__gt=1, alias_of=None)
    locales = Locale.objects.in_bulk()
    subjects = defaultdict(list)
    for page in shown.exclude(restricted_paths()).specific():
        page.locale = locales[page.locale_id]
        subjects[page.translation_key].append(page)
    return [row for languages in subjects.values() for row in _rows(languages)]


def _rows(pages):
    """The rows of one page and its translations, the source first."""
    source = next((page for page in pages if is_source(page)), None)
    translations = [page for page in pages if page is not source]
    rows = _in_language(source, source) if source else []
    for page in translations:
        rows += _in_language(page, source)
    return _with_fallback(rows)


def _in_language(page, source):
    with translation.override(page.locale.language_code):
        if isinstance(page, NetworkPage):
            return network_rows(page)
        if isinstance(page, EventPage):
            return _meetings(page, source)
        return page_rows(page)


def _meetings(page, source):
    """A translation whose source is not shown has no meetings: the source says when and whether there are any."""
    if source is None or not _network_is_live(source):
        return []
    return meeting_rows(source) if page is source else meeting_rows(source, page)


def _network_is_live(event):
    return event.network is None or event.network.live


def _with_fallback(rows):
    """Rows of the source language serve the others too, where those have none of the same key."""
    taken = {row.key for row in rows if row.language != settings.LANGUAGE_CODE}
    for row in rows:
        row.fallback = row.language == settings.LANGUAGE_CODE and row.key not in taken
        row.digest = digest(row)
    return rows
