"""The source language (Swedish), whose pages and rows hold the facts."""

from django.conf import settings


def in_source(page):
    """The page that holds the facts of ``page``: itself, or the source of a translation; None without a source."""
    if page.locale.language_code == settings.LANGUAGE_CODE:
        return page
    same = type(page)._default_manager.filter(translation_key=page.translation_key)
    return same.filter(locale__language_code=settings.LANGUAGE_CODE).first()
