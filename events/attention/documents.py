"""Documents that visitors can open and that nobody has marked as accessible or not."""

from django.db.models import Q
from wagtail.documents.models import Document

from networks.documents.marking import unmarked
from networks.rights.access import editable, editable_networks, is_central

from ..models import EventPage


def unmarked_documents(user):
    """The unmarked documents of ``user``'s networks and their meetings, by title; all of the site's for a central
    editor."""
    documents = unmarked(Document.objects.order_by("title", "pk"))
    if is_central(user):
        return documents
    networks = editable_networks(user).values("pk")
    events = editable(user, EventPage.objects.all()).values("pk")
    shown = Q(network_rows__page__in=networks) | Q(agenda_of__page__in=events) | Q(minutes_of__page__in=events)
    return documents.filter(pk__in=Document.objects.filter(shown).values("pk"))
