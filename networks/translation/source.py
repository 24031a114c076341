"""The source language (Swedish), whose pages and rows hold the facts. Here alone is said what is of it."""

from django.conf import settings
from wagtail.models import Locale


def of_source(rows):
    """Those of ``rows`` (a queryset of pages, rows or snippets) that are in the source language: each thing once, with
    what is true of it in every language. The same verb as ``LanguageQuerySet.of_source``, for any queryset."""
    return rows.filter(locale__language_code=settings.LANGUAGE_CODE)


def is_of_source(thing):
    """Whether ``thing`` (a page, row or snippet) is in the source language."""
    return thing.locale.language_code == settings.LANGUAGE_CODE


def source_locale():
    """The key of the source language's locale, as a subquery: ``filter(locale=source_locale())`` where a join would
    keep the database from an index on the locale. One value and not a list of one, for the same reason."""
    return Locale.objects.filter(language_code=settings.LANGUAGE_CODE).values("pk")[:1]


def in_source(page):
    """The page that holds the facts of ``page``: itself, or the source of a translation; None without a source."""
    if is_of_source(page):
        return page
    return of_source(type(page)._default_manager.filter(translation_key=page.translation_key)).first()
