"""The source language (Swedish), whose pages and rows have the facts. Only this module decides what belongs to it."""

from django.conf import settings
from wagtail.models import Locale


def of_source(rows):
    """Those of ``rows`` (a queryset of pages, rows or snippets) that are in the source language: each thing once, with
    what is true in every language. The same as ``LanguageQuerySet.of_source`` but for any queryset."""
    return rows.filter(locale__language_code=settings.LANGUAGE_CODE)


def is_of_source(thing):
    """Whether ``thing`` (a page, row or snippet) is in the source language."""
    return thing.locale.language_code == settings.LANGUAGE_CODE


def source_locale():
    """A subquery for the key of the source language's locale. Use ``filter(locale=source_locale())`` where a join
    would keep the database from using an index on the locale. It is one value and not a list, for the same reason."""
    return Locale.objects.filter(language_code=settings.LANGUAGE_CODE).values("pk")[:1]


def in_source(page):
    """The page with the facts of ``page``: itself or the source of a translation; None if it has no source."""
    if is_of_source(page):
        return page
    return of_source(type(page)._default_manager.filter(translation_key=page.translation_key)).first()
