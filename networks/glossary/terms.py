"""The terms as a page shows them: in the page's language, found by their Swedish spellings too."""

from django.conf import settings
from django.core.cache import cache

from ..models import Term
from ..translation import shown_language
from .marking import Sought

# Swedish sorts these three letters last.
_AFTER_Z = str.maketrans("åäö", "{|}")


# Every page with a text asks for the terms, and they seldom change. Another server process may keep the old ones for
# this long.
SECONDS = 60


def shown_terms():
    """All terms of the source language with their words in the shown one, from A to Ö. At most one query.

    Each has ``key`` (its name in addresses), ``ways`` (its spellings in both languages) and ``text_language``.
    """
    language = shown_language()
    return cache.get_or_set(_name(language), lambda: _read(language), SECONDS)


def forget_terms():
    """Make this process read the terms again, because one has changed."""
    cache.delete_many([_name(code) for code, _ in settings.WAGTAIL_CONTENT_LANGUAGES])


def _name(language):
    return f"glossary:{language}"


def _read(shown):
    source = settings.LANGUAGE_CODE
    read = Term.objects.filter(locale__language_code__in={source, shown}).select_related("locale")
    by_language = {source: {}, shown: {}}
    for term in read:
        by_language[term.locale.language_code][term.translation_key] = term
    terms = [_shown(term, by_language[shown].get(key, term)) for key, term in by_language[source].items()]
    return sorted(terms, key=lambda term: (term.term.casefold().translate(_AFTER_Z), term.key))


def _shown(source, term):
    term.key = source.anchor
    term.ways = tuple(dict.fromkeys([*source.spellings, *term.spellings]))
    term.text_language = term.locale.language_code
    return term


def sought(terms, text_language):
    """``terms`` as ``Sought``, for a text in ``text_language``."""
    return [
        Sought(term.key, term.ways, term.expansion, term.text_language if term.text_language != text_language else "")
        for term in terms
    ]
