"""Lends the words of translations. A list has each thing once, in the source language (Swedish), which times, places,
status and people come from. A translation lends the thing its words as long as the translation is live."""

from collections import defaultdict

from django.conf import settings
from django.db import models
from wagtail.models import Page

from ..reading.read_only import make_read_only
from .live_words import live_pages, words_of
from .shown_words import shown_language
from .translated_row import TranslatedRow, digest


def lend_words(things, language=None, *, texts=False):
    """Give ``things`` (source instances of any models) their words in ``language`` (default: the shown one).

    Objects read with them by ``select_related`` get their words too. A page gets its title or, with ``texts``, all
    texts that have been read. A handful of queries, cached for one request; none in the source language. A thing that
    got words has ``text_language``, and a page its live ``translation``.

    The instances themselves are changed, so they may only be shown after this: see ``read_only``.
    """
    language = language or shown_language()
    if language != settings.LANGUAGE_CODE:
        found = _found(things)
        _lend_pages([thing for thing in found if isinstance(thing, Page)], language, texts)
        _lend_words([thing for thing in found if not isinstance(thing, Page)], language)
    return things


def _found(things):
    """``things`` and what was read with them, each once, made read-only and marked as having the source's words."""
    found, left = {}, list(things)
    while left:
        thing = left.pop()
        if thing is None or id(thing) in found:
            continue
        if hasattr(thing, "words") or isinstance(thing, Page):
            make_read_only(thing).text_language = settings.LANGUAGE_CODE
        found[id(thing)] = thing
        left += [related for related in thing._state.fields_cache.values() if isinstance(related, models.Model)]
    return [thing for thing in found.values() if hasattr(thing, "text_language")]


def _lend_pages(pages, language, texts):
    translations = live_pages(language) if pages else {}
    translated = [page for page in pages if page.translation_key in translations]
    for page in translated:
        translation = translations[page.translation_key]
        page.source_title = getattr(page, "source_title", page.title)
        page.title, page.translation, page.text_language = translation.title, translation, language
    if texts:
        _lend_texts(translated)


def _lend_texts(pages):
    by_model = defaultdict(list)
    for page in pages:
        by_model[type(page)].append(page)
    for model, found in by_model.items():
        full = model.objects.in_bulk([page.translation.pk for page in found])
        for page in found:
            page.translation = full[page.translation.pk]
            for name in set(model.words) - page.get_deferred_fields():
                setattr(page, name, getattr(page.translation, name))


def _lend_words(things, language):
    rows = [thing for thing in things if not isinstance(thing, TranslatedRow) or _is_on_a_translated_page(thing)]
    lent = words_of(rows, language)
    for thing in rows:
        if words := lent.get((type(thing), thing.translation_key)):
            _take_over(thing, words, language)


def _is_on_a_translated_page(row):
    """Whether the row's page is translated. A row gets words only with its page, which must have been read too."""
    return hasattr(row._state.fields_cache.get("page"), "translation")


def _take_over(thing, words, language):
    own = {name: getattr(thing, name) for name in thing.words}
    for name, text in own.items():
        # Skips a translation of an earlier version of the text.
        if words["digests"].get(name, digest(text)) == digest(text):
            setattr(thing, name, words[name])
    # A word equal to the source's has not been translated yet.
    differ = {name for name, text in own.items() if getattr(thing, name) != text}
    thing.word_languages = {name: language if name in differ else settings.LANGUAGE_CODE for name in own}
    thing.text_language = language if differ else settings.LANGUAGE_CODE
