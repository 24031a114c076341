"""Declares what is translated: words are; times, places, status and people belong to the source language."""

from hashlib import sha256

from django.db import models
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from .source import is_of_source


def facts(*names):
    """Fields that a translation copies and no translator may change."""
    return [SynchronizedField(name, overridable=False) for name in names]


class TranslatedRow(TranslatableMixin, models.Model):
    """A row of a page with words that can be translated.

    ``words`` names those fields. ``source_digests`` identifies the source text that a translation was made from.
    wagtail-localize copies it with the row, which shows when the source has changed since.
    """

    words: tuple[str, ...] = ()
    source_digests = models.JSONField(default=dict, editable=False)

    class Meta(TranslatableMixin.Meta):
        abstract = True

    def save(self, *args, **kwargs):
        if is_of_source(self.page):
            self.source_digests = {name: digest(getattr(self, name)) for name in self.words}
        super().save(*args, **kwargs)


def digest(text):
    """Eight hex digits that identify ``text``; '' for no text."""
    return sha256(text.encode()).hexdigest()[:8] if text else ""
