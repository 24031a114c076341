"""Tells in which language, with whose words and at which address something is shown to a visitor."""

from django.conf import settings
from django.utils.translation import get_language
from wagtail.coreutils import get_supported_content_language_variant
from wagtail.models import Page


def shown_language():
    """The code of the content language shown now: the active language if the site has it, else the source."""
    try:
        return get_supported_content_language_variant(get_language() or settings.LANGUAGE_CODE)
    except LookupError:
        return settings.LANGUAGE_CODE


def other_languages():
    """The codes of the content languages other than the source."""
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
    """The language code of the word ``name`` of ``thing``, as shown now."""
    return getattr(thing, "word_languages", {}).get(name) or text_language(thing)


def address(page, request=None):
    """The address in the shown language of a page that was read in a list: that of its translation or else its own
    below that language's prefix, where headings and dates are in that language."""
    if page is None:
        return ""
    if translation := getattr(page, "translation", None):
        return translation.get_url(request)
    url, language = page.get_url(request), shown_language()
    if not url or language == settings.LANGUAGE_CODE or not url.startswith("/") or url.startswith(f"/{language}/"):
        return url
    return f"/{language}{url}"
