"""A QuerySet whose rows come with the words of a language.

Django has no hook for rows that have just been read, so this leans on the insides of QuerySet: every way of reading
instances but ``iterator()`` ends in ``_fetch_all()``, which fills ``_result_cache``; every chain begins with
``_chain()`` and so ``_clone()``. tests/upgrades/test_querysets.py tries them all.
"""

from django.db import models

from ..text.folding import fold
from .lending import lend_words
from .shown_words import shown_language
from .source import of_source


class LanguageQuerySet(models.QuerySet):
    """Adds ``of_source()``, and ``in_language()``, which any chain of verbs may have anywhere."""

    _language, _by, _texts = None, "", False

    def of_source(self):
        """Each thing once, as the source language has it: with what is true of it in every language."""
        return of_source(self)

    def in_language(self, language=None, *, by="", texts=False):
        """The same rows with their words in ``language`` (the shown one if None), sorted by the word called ``by``:
        see ``lend_words``."""
        chain = self._chain()
        chain._language, chain._by, chain._texts = language or shown_language(), by, texts
        return chain

    def iterator(self, *args, **kwargs):
        """Choice fields read their rows with this; words are lent to all rows at once."""
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
