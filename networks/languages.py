"""Which words a visitor reads. A list holds each thing once, as the source language (Swedish) has it: times, places,
status and people come from there. A translation lends it its words, for as long as the translation is live."""

from collections import defaultdict

from django.conf import settings
from django.db import models
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page

from .translated import TranslatedRow, digest


def shown_language():
    """The code of the content language that is shown now: the active one where the site has it, else the source."""
    try:
        return get_supported_content_language_variant(get_language() or settings.LANGUAGE_CODE)
    except LookupError:
        return settings.LANGUAGE_CODE


def other_languages():
    """The codes of the content languages that things are translated to."""
    return [code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code != settings.LANGUAGE_CODE]


def lend_words(things, language=None):
    """Give ``things`` (a list of source instances, of any models) their words in ``language``, the shown one if None.

    What comes with them by ``select_related`` gets its words too. One query for each model; none in the source
    language. What has got words has ``text_language``, and a page its live ``translation``. For showing, not saving.
    """
    language = language or shown_language()
    if language != settings.LANGUAGE_CODE:
        for model, found in _by_model(things).items():
            _lend(model, found, language)
    return things


def text_language(thing):
    """The language code of the words of ``thing``, as shown now."""
    return getattr(thing, "text_language", settings.LANGUAGE_CODE)


def _by_model(things):
    """``{model: {translation key: [instances]}}`` of ``things`` and all that has been read with them."""
    found, seen, left = defaultdict(lambda: defaultdict(list)), set(), list(things)
    while left:
        thing = left.pop()
        if thing is None or id(thing) in seen:
            continue
        seen.add(id(thing))
        if hasattr(thing, "words"):
            found[type(thing)][thing.translation_key].append(thing)
        left += [related for related in thing._state.fields_cache.values() if isinstance(related, models.Model)]
    return found


def _lend(model, found, language):
    translations = model._base_manager.filter(locale__language_code=language, translation_key__in=found)
    read = [name for name in model.words if not _deferred(found, name)]
    if issubclass(model, Page):
        translations = translations.filter(live=True, alias_of=None)
        read += ["title", "slug", "path", "depth", "url_path", "live"]
    if issubclass(model, TranslatedRow):
        read.append("source_digests")
    for translation in translations.only("translation_key", *dict.fromkeys(read)):
        for thing in found[translation.translation_key]:
            _take_over(thing, translation, language)


def _deferred(found, name):
    return all(name in thing.get_deferred_fields() for things in found.values() for thing in things)


def _take_over(thing, translation, language):
    names = [name for name in thing.words if name in translation.__dict__ and name in thing.__dict__]
    own = {name: getattr(thing, name) for name in names}
    if isinstance(thing, Page):
        thing.translation, thing.text_language = translation, language
    elif isinstance(thing, TranslatedRow):  # the words of a text that has changed since say something else
        digests = translation.source_digests
        names = [name for name in names if digests.get(name, digest(own[name])) == digest(own[name])]
    for name in names:
        setattr(thing, name, getattr(translation, name))
    # A snippet or row whose words are still the source's has not been translated yet.
    if any(getattr(thing, name) != text for name, text in own.items()):
        thing.text_language = language


class LanguageQuerySet(models.QuerySet):
    """Adds ``in_language()``, which any chain of verbs may have anywhere."""

    _language = None

    def in_language(self, language=None):
        """The same rows with their words in ``language`` (the shown one if None): see ``lend_words``."""
        chain = self._chain()
        chain._language = language or shown_language()
        return chain

    def _clone(self):
        clone = super()._clone()
        clone._language = self._language
        return clone

    def _fetch_all(self):
        unread = self._result_cache is None
        super()._fetch_all()
        if unread and self._language and self._result_cache and isinstance(self._result_cache[0], self.model):
            lend_words(self._result_cache, self._language)


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
