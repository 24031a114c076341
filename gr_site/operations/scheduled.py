"""Publishes and withdraws what an editor has scheduled, one page at a time.

Wagtail's ``publish_scheduled`` does the same in one go, so a page that cannot be published stops all that follow.
"""

from django.apps import apps
from django.utils import timezone
from wagtail.models import DraftStateMixin, Page, Revision

from networks.publication.whole import publication


def scheduled():
    """``[(what it is in words, a function that does it)]`` for all that is due now, in the order of its time."""
    now = timezone.now()
    expired = [row for model in _models() for row in _expired(model, now).order_by("expire_at")]
    due = _to_publish(now).order_by("approved_go_live_at")
    return [(f"{row} ({row.pk})", lambda row=row: withdraw(row)) for row in expired] + [
        (f"{revision.object_str} ({revision.pk})", lambda revision=revision: publish(revision)) for revision in due
    ]


def due_since(now):
    """When each thing that is due at ``now`` and not done yet was to be done."""
    moments = [_expired(model, now).values_list("expire_at", flat=True) for model in _models()]
    moments.append(_to_publish(now).values_list("approved_go_live_at", flat=True))
    return [moment for each in moments for moment in each]


def withdraw(row):
    """Withdraw ``row`` unless another process already has. Gives whether it did."""
    with publication():
        still = _expired(type(row), timezone.now()).filter(pk=row.pk).first()
        if still:
            still.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return bool(still)


def publish(revision):
    with publication():
        still = _to_publish(timezone.now()).filter(pk=revision.pk).first()
        if still:
            still.publish(log_action="wagtail.publish.scheduled")
    return bool(still)


def _models():
    rows = [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]
    return [Page, *rows]


def _expired(model, now):
    return model.objects.filter(live=True, expire_at__lt=now)


def _to_publish(now):
    return Revision.objects.filter(approved_go_live_at__lt=now)
