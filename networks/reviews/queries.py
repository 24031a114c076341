"""Finds networks whose pages nobody has reviewed for a year."""

from django.utils import timezone

from ..models.choices import Status
from .due import is_due


def due_for_review(networks, today):
    """Those of ``networks`` (a queryset) whose review is due on ``today``. Closed networks and drafts need none."""
    public = networks.filter(live=True).exclude(status=Status.CLOSED)
    dates = public.values_list("pk", "reviewed_on", "first_published_at")
    due = [pk for pk, reviewed, published in dates if is_due(reviewed, published_on(published), today)]
    return networks.filter(pk__in=due)


def needs_review(network, today):
    """Whether the review of ``network`` is due: the same rule as ``due_for_review``, without a query."""
    public = network.live and network.status != Status.CLOSED
    return public and is_due(network.reviewed_on, published_on(network.first_published_at), today)


def published_on(moment):
    """The local date of an aware datetime; None for None."""
    return timezone.localtime(moment).date() if moment else None
