"""The terms as a page shows them: in its language, with the Swedish spellings as well."""

from django.conf import settings
from django.core.cache import cache

from ..models import Term
from ..translation import shown_language
from .marking import Sought

# In Swedish these are letters of their own, the last three.
_AFTER_Z = str.maketrans("åäö", "{|}")


# Every page with a text asks for them, and they seldom change. Another server process may have the old ones so long.
SECONDS = 60


def shown_terms():
    """All terms of the source language with the words of the shown one, from A to Ö. Each has ``key`` (its name in
    addresses), ``ways`` (of spelling it in either language) and ``text_language``. One query at most."""
    language = shown_language()
    return cache.get_or_set(_name(language), lambda: _read(language), SECONDS)


def forget_terms():
    """A term has changed: this process reads them anew."""
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
    """``terms`` as they are looked for in a text of that language."""
    return [
        Sought(term.key, term.ways, term.expansion, term.text_language if term.text_language != text_language else "")
        for term in terms
    ]
