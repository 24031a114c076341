"""What has a translation and what has none: times, places, status and people belong to the source, words do not."""

from hashlib import sha256

from django.db import models
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import SynchronizedField

from .source import is_of_source


def facts(*names):
    """Fields that a translation takes over as they are, and that no translator may change."""
    return [SynchronizedField(name, overridable=False) for name in names]


class TranslatedRow(TranslatableMixin, models.Model):
    """A row of a page with words that may be translated.

    ``words`` names them. ``source_digests`` tells which source text a translation was made of: wagtail-localize copies
    it with the rest of the row, so that a translation of words that have changed since is recognised.
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
    """Eight hex digits that stand for ``text``; empty for no text."""
    return sha256(text.encode()).hexdigest()[:8] if text else ""
