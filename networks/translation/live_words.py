"""Reads the words of translations, cached for one request since every part of a page asks for them."""

from collections import defaultdict

from django.db.models import F, Value
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page

from ..reading.request_cache import RequestCache
from .translated_row import TranslatedRow

_cache = RequestCache()


def live_pages(language):
    """``{translation key: page}`` for the live translations to ``language``: title and address only. One query."""
    return _cache.get(("pages", language), lambda: _read_pages(language))


def _read_pages(language):
    pages = Page.objects.filter(locale__language_code=language, live=True, alias_of=None)
    read = pages.only(
        "title", "slug", "translation_key", "url_path", "path", "depth", "live", "last_published_at", "locale"
    )
    return {page.translation_key: page for page in read}


def words_of(things, language):
    """``{(model, translation key): {"digests": {}, word: text}}`` for what has been translated.

    Snippets are few and are all read together. Rows of pages are read by key, with one query for models that have the
    same words.
    """
    rows, lent = defaultdict(lambda: defaultdict(list)), {}
    for thing in things:
        if isinstance(thing, TranslatedRow):
            rows[thing.words][type(thing)].append(thing.translation_key)
    for model in {type(thing) for thing in things if not isinstance(thing, TranslatedRow)}:
        lent |= _cache.get((model, language), lambda model=model: _read_snippets(model, language))
    for names, keys in rows.items():
        lent |= _read_rows(names, keys, language)
    return lent


def _read_snippets(model, language):
    found = model._base_manager.filter(locale__language_code=language).values("translation_key", *model.words)
    return {(model, words["translation_key"]): words | {"digests": {}} for words in found}


def _read_rows(names, keys, language):
    models = {model._meta.label: model for model in keys}
    first, *others = [
        model._base_manager.filter(
            translation_key__in=keys[model], locale__language_code=language, page__live=True, page__alias_of=None
        )
        .order_by()
        .values("translation_key", *names, digests=F("source_digests"), label=Value(model._meta.label))
        for model in models.values()
    ]
    found = first.union(*others, all=True) if others else first
    return {(models[words["label"]], words["translation_key"]): words for words in found}


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    for signal in (post_save, post_delete):
        signal.connect(_cache.forget)
