"""A QuerySet that gives its rows the words of a language.

Django has no hook for rows that have just been read, so this uses QuerySet's internals. Every way of reading instances
except ``iterator()`` ends in ``_fetch_all()``, which fills ``_result_cache``, and every chain begins with ``_chain()``
and thereby ``_clone()``. tests/upgrades/test_querysets.py tests them all.
"""

from django.db import models

from ..text.folding import fold
from .lending import lend_words
from .shown_words import shown_language
from .source import of_source


class LanguageQuerySet(models.QuerySet):
    """Adds ``of_source()`` and ``in_language()``, which can be anywhere in a chain of verbs."""

    _language, _by, _texts = None, "", False

    def of_source(self):
        """Each thing once: the row in the source language, which has what is true in every language."""
        return of_source(self)

    def in_language(self, language=None, *, by="", texts=False):
        """The same rows with their words in ``language`` (default: the shown one), sorted by the word ``by``. See
        ``lend_words``."""
        chain = self._chain()
        chain._language, chain._by, chain._texts = language or shown_language(), by, texts
        return chain

    def iterator(self, *args, **kwargs):
        """Lends words to all rows at once. Used by choice fields."""
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
