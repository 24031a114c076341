"""Measures how much of what is published in the source language is translated, and what has changed since."""

from collections import defaultdict
from dataclasses import dataclass

from wagtail.models import Page
from wagtail_localize.models import StringTranslation, Translation
from wagtail_localize.segments.extract import extract_segments
from wagtail_localize.segments.types import StringSegmentValue

from events.models import EventPage
from networks.models import NetworkPage


@dataclass
class Progress:
    """How far a page's translation to a language has come: the number of texts, of translated texts, and of texts that
    were translated before they changed.

    ``page`` is the translated page, None if nobody has started. ``translation`` is wagtail-localize's record.
    """

    source: Page
    texts: int = 0
    translated: int = 0
    changed: int = 0
    page: Page | None = None
    translation: Translation | None = None

    @property
    def is_live(self):
        return bool(self.page and self.page.live)

    @property
    def is_done(self):
        return self.is_live and self.translated == self.texts

    @property
    def missing(self):
        return self.texts - self.translated - self.changed


def progress(pages, locale):
    """``{page pk: Progress}`` for ``pages`` (source pages of any model) to ``locale``.

    Costs nothing for pages whose translation nobody has started; for the others, the current texts are read.
    """
    keys = [page.translation_key for page in pages]
    targets = {
        page.translation_key: page
        for page in Page.objects.filter(translation_key__in=keys, locale=locale, alias_of=None)
    }
    records = {
        record.source.object_id: record
        for record in Translation.objects.filter(source__object_id__in=keys, target_locale=locale)
        .select_related("source", "target_locale")
        .defer("source__content_json")
    }
    written = _written(records, locale)
    return {
        page.pk: _progress(page, targets.get(key), records.get(key), written[key])
        for page, key in zip(pages, keys, strict=True)
    }


def _written(records, locale):
    """``{translation key: {path: {source texts}}}`` for everything that has been translated."""
    found = defaultdict(lambda: defaultdict(set))
    translations = StringTranslation.objects.filter(context__object__in=list(records), locale=locale, has_error=False)
    fields = "context__object_id", "context__path", "translation_of__data"
    for key, path, text in translations.values_list(*fields):
        found[key][path].add(text)
    return found


def _progress(source, target, record, written):
    if record is None:
        return Progress(source, page=target)
    texts = [
        (each.path, each.string.data) for each in extract_segments(source) if isinstance(each, StringSegmentValue)
    ]
    translated = sum(text in written[path] for path, text in texts if path in written)
    changed = sum(text not in written[path] for path, text in texts if path in written)
    return Progress(source, len(texts), translated, changed, target, record)


def networks_with_events(networks):
    """``[(network, [its live events])]`` for ``networks`` (a queryset of source pages). Two queries."""
    found = list(networks)
    events = EventPage.objects.live().filter(network__in=found).order_by("path")
    own = defaultdict(list)
    for event in events:
        own[event.network_id].append(event)
    return [(network, own[network.pk]) for network in found]


def translatable(user_networks):
    """Those of ``user_networks`` that visitors can see, by title."""
    return NetworkPage.objects.live().filter(pk__in=user_networks.order_by().values("pk")).order_by("title")
