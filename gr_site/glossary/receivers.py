"""Writes the glossary's row in search when a term changes, since the page itself does not."""

from django.db.models.signals import post_delete, post_save

from networks.models import Term
from search.indexing.writing import write

from .models import GlossaryPage


def _terms_changed(**kwargs):
    write(GlossaryPage.objects.values_list("translation_key", flat=True).distinct())


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    for signal in (post_save, post_delete):
        signal.connect(_terms_changed, sender=Term)
