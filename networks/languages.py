"""Which words a visitor reads. A list holds each thing once, as the source language (Swedish) has it: times, places,
status and people come from there. A translation lends it its words, for as long as the translation is live."""

from collections import defaultdict

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page

from .folding import fold
from .translated import TranslatedRow, digest
from .translated_words import live_pages, words_of


def shown_language():
    """The code of the content language that is shown now: the active one where the site has it, else the source."""
    try:
        return get_supported_content_language_variant(get_language() or settings.LANGUAGE_CODE)
    except LookupError:
        return settings.LANGUAGE_CODE


def other_languages():
    """The codes of the content languages that things are translated to."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code != settings.LANGUAGE_CODE]


def text_language(thing):
    """The language code of the words of ``thing``, as shown now."""
    lent = getattr(thing, "text_language", None)
    if shown_language() == settings.LANGUAGE_CODE:
        return lent or settings.LANGUAGE_CODE
    if lent is None and isinstance(thing, Page) and not thing.alias_of_id:
        return thing.locale.language_code
    return lent or settings.LANGUAGE_CODE


def word_language(thing, name):
    """The language code of one of the words of ``thing``, as shown now."""
    return getattr(thing, "word_languages", {}).get(name) or text_language(thing)


def lend_words(things, language=None, *, texts=False):
    """Give ``things`` (a list of source instances, of any models) their words in ``language``, the shown one if None.

    What comes with them by ``select_related`` gets its words too. Of pages that is the title, with ``texts`` all that
    has been read of them. A handful of queries, kept for the length of a request; none in the source language. What
    has got words has ``text_language``, and a page its live ``translation``. For showing, not saving.
    """
    language = language or shown_language()
    if language != settings.LANGUAGE_CODE:
        found = _found(things)
        _lend_pages([thing for thing in found if isinstance(thing, Page)], language, texts)
        _lend_words([thing for thing in found if not isinstance(thing, Page)], language)
    return things


def _found(things):
    """``things`` and all that has been read with them, each once; none has got any words yet."""
    found, left = {}, list(things)
    while left:
        thing = left.pop()
        if thing is None or id(thing) in found:
            continue
        if hasattr(thing, "words") or isinstance(thing, Page):
            thing.text_language = settings.LANGUAGE_CODE
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
    """A row lends words with its page only, so the page must have been read with it."""
    return hasattr(row._state.fields_cache.get("page"), "translation")


def _take_over(thing, words, language):
    own = {name: getattr(thing, name) for name in thing.words}
    for name, text in own.items():
        # A word of a text that has changed since says something else.
        if words["digests"].get(name, digest(text)) == digest(text):
            setattr(thing, name, words[name])
    # What is still the source's has not been translated yet.
    differ = {name for name, text in own.items() if getattr(thing, name) != text}
    thing.word_languages = {name: language if name in differ else settings.LANGUAGE_CODE for name in own}
    thing.text_language = language if differ else settings.LANGUAGE_CODE


class LanguageQuerySet(models.QuerySet):
    """Adds ``in_language()``, which any chain of verbs may have anywhere."""

    _language, _by, _texts = None, "", False

    def in_language(self, language=None, *, by="", texts=False):
        """The same rows with their words in ``language`` (the shown one if None), sorted by the word called ``by``:
        see ``lend_words``."""
        chain = self._chain()
        chain._language, chain._by, chain._texts = language or shown_language(), by, texts
        return chain

    def iterator(self, *args, **kwargs):
        """Choice fields read their rows with this; words are lent to all rows at once."""
        return iter(self) if self._language else super().iterator(*args, **kwargs)

    def _clone(self):
        clone = super()._clone()
        clone._language, clone._by, clone._texts = self._language, self._by, self._texts
        return clone

    def _fetch_all(self):
        unread = self._result_cache is None
        super()._fetch_all()
        if unread and self._language and self._result_cache and isinstance(self._result_cache[0], self.model):
            lend_words(self._result_cache, self._language, texts=self._texts)
            if self._by:
                self._result_cache.sort(key=lambda row: fold(getattr(row, self._by)))


def address(page, request=None):
    """Where a page that has been read from a list is in the shown language: its translation, or else the page itself
    below that language's prefix, with its headings and dates in that language."""
    if page is None:
        return ""
    if translation := getattr(page, "translation", None):
        return translation.get_url(request)
    url, language = page.get_url(request), shown_language()
    if not url or language == settings.LANGUAGE_CODE or not url.startswith("/") or url.startswith(f"/{language}/"):
        return url
    return f"/{language}{url}"


def in_source(page):
    """The page that holds the facts of ``page``: itself, or the source of a translation; None without a source."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return page
    same = type(page)._default_manager.filter(translation_key=page.translation_key)
    return same.filter(locale__language_code=settings.LANGUAGE_CODE).first()
