"""Rebuilds what networks derive from their own pages after a person has been removed from them."""

from wagtail.models import Page
from wagtail.search.index import Indexed, insert_or_update_object

from ..models import NetworkPage
from ..publication.freshness import fingerprint
from .forgetting import person_forgotten


def renew(pages, rows, **kwargs):
    """Update Wagtail's search index but not the date of change: a removal is nothing that a reader should notice."""
    for model in (model for model in rows if issubclass(model, Indexed) and not issubclass(model, Page)):
        for row in model._base_manager.filter(pk__in=rows[model]):
            insert_or_update_object(row)
    for page in Page.objects.filter(pk__in=pages).specific():
        insert_or_update_object(page)
        if isinstance(page, NetworkPage) and page.content_fingerprint:
            NetworkPage.objects.filter(pk=page.pk).update(content_fingerprint=fingerprint(page))


def connect():
    """Connect the receivers. Called once the apps are loaded."""
    person_forgotten.connect(renew)
