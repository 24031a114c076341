"""Asks for a yes before other receivers read who owns what is published, so connect this before theirs."""

from django.dispatch import receiver
from wagtail.signals import page_published

from ..publication.publisher import publisher
from ..translation import is_of_source
from .answering import note_ties


@receiver(page_published)
def ties_published(instance, revision=None, **kwargs):
    """Ask for what shows on others' pages. A page that is scheduled is not public yet, and a translation's ties are
    its source's."""
    if instance.live and hasattr(instance, "ties") and is_of_source(instance):
        note_ties(instance, publisher(revision))
