"""The terms as a page shows them: in the page's language, found by their Swedish spellings too."""

from functools import lru_cache

from django.conf import settings

from ..models import Term
from ..translation import shown_language
from .marking import Sought

# Swedish sorts these three letters last.
_AFTER_Z = str.maketrans("åäö", "{|}")
_FIELDS = ("pk", "translation_key", *Term.words)


def shown_terms():
    """``terms_in`` the shown language."""
    return terms_in(shown_language())


def terms_in(language):
    """All terms of the source language with their words in ``language``, from A to Ö. Do not change them.

    Each has ``key`` (its name in addresses), ``ways`` (its spellings in both languages) and ``text_language``. One
    query, each time: a term that has been removed is gone at once, in every process.
    """
    languages = {settings.LANGUAGE_CODE, language}
    rows = Term.objects.filter(locale__language_code__in=languages).order_by("pk")
    return _built(language, tuple(rows.values_list("locale__language_code", *_FIELDS)))


@lru_cache(4)
def _built(shown, rows):
    by_language = {settings.LANGUAGE_CODE: {}, shown: {}}
    for language, *values in rows:
        term = Term(**dict(zip(_FIELDS, values, strict=True)))
        term.text_language = language
        by_language[language][term.translation_key] = term
    source = by_language[settings.LANGUAGE_CODE]
    terms = [_shown(term, by_language[shown].get(key, term)) for key, term in source.items()]
    return sorted(terms, key=lambda term: (term.term.casefold().translate(_AFTER_Z), term.key))


def _shown(source, term):
    term.key = source.anchor
    term.ways = tuple(dict.fromkeys([*source.spellings, *term.spellings]))
    return term


def sought(terms, text_language):
    """``terms`` as ``Sought``, for a text in ``text_language``."""
    return [
        Sought(term.key, term.ways, term.expansion, term.text_language if term.text_language != text_language else "")
        for term in terms
    ]
