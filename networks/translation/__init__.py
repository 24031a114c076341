"""Words in several languages. Facts (times, places, status, people) belong to the source language, which is Swedish.
A translation has its own words and lends them to the source wherever the other language is shown.

Other rooms import only what is named here. ``networks.apps`` loads ``withdrawing`` and calls ``live_words.connect``.
"""

from .language_queryset import LanguageQuerySet
from .lending import lend_words
from .live_words import live_pages
from .once import OncePerLanguage
from .shown_words import address, other_languages, shown_language, text_language, word_language
from .source import in_source, is_of_source, of_source, source_locale
from .translated_row import TranslatedRow, facts

__all__ = [
    "LanguageQuerySet",
    "OncePerLanguage",
    "TranslatedRow",
    "address",
    "facts",
    "in_source",
    "is_of_source",
    "lend_words",
    "live_pages",
    "of_source",
    "other_languages",
    "shown_language",
    "source_locale",
    "text_language",
    "word_language",
]
