"""Finds documents that visitors can open but nobody has marked as accessible or not."""

from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.documents.models import Document

from networks.documents.marking import unmarked
from networks.models import NetworkDocument
from networks.rights.access import editable, editable_networks, is_central

from ..fields.declared import FILES
from ..models import EventPage, Occurrence


def unmarked_documents(user):
    """The unmarked documents of ``user``'s networks and their meetings, by title. A central editor gets all of the
    site's."""
    documents = unmarked(Document.objects.order_by("title", "pk"))
    if is_central(user):
        return documents
    networks = editable_networks(user).values("pk")
    events = editable(user, EventPage.objects.all()).values("pk")
    rows = Occurrence.objects.filter(page__in=events)
    # A subquery for each place that shows documents, because joins would multiply the rows.
    shown = [
        NetworkDocument.objects.filter(page__in=networks).values("document"),
        *(rows.exclude(**{name: None}).values(name) for name in FILES),
    ]
    return documents.filter(reduce(or_, (Q(pk__in=keys) for keys in shown)))
