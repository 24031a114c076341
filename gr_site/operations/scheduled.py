"""Publishes and withdraws what an editor has scheduled, one page at a time.

Wagtail's ``publish_scheduled`` does the same in one go, so a page that cannot be published stops all that follow. Here
it keeps its time, and is tried again: see ``setbacks``.
"""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.models import DraftStateMixin, Page, Revision

from networks.publication.bulk_actions import require_complete

from . import setbacks
from .setback_letters import LANGUAGE
from .setbacks import Matter


def scheduled():
    """``[(what it is in words, a function that does it)]`` for all that is due now, in the order of its time."""
    now = timezone.now()
    setbacks.forget_what_is_over()
    expired = [row for model in _models() for row in _expired(model, now).order_by("expire_at")]
    due = to_publish(now).order_by("approved_go_live_at")
    return [(f"{row} ({row.pk})", lambda row=row: withdraw(row)) for row in expired] + [
        (f"{revision.object_str} ({revision.pk})", lambda revision=revision: publish(revision)) for revision in due
    ]


def due_since(now):
    """When each thing that is due at ``now`` and not done yet was to be done."""
    moments = [_expired(model, now).values_list("expire_at", flat=True) for model in _models()]
    moments.append(to_publish(now).values_list("approved_go_live_at", flat=True))
    return [moment for each in moments for moment in each]


def withdraw(row):
    """Withdraw ``row`` unless another process already has. Gives whether it did."""
    return setbacks.try_once(Matter(row, None), lambda: _withdraw(row))


def publish(revision):
    row = revision.base_content_type.get_object_for_this_type(pk=revision.object_id)
    with override(LANGUAGE):
        return setbacks.try_once(Matter(row, revision), lambda: _publish(revision))


def _withdraw(row):
    still = _expired(type(row), timezone.now()).filter(pk=row.pk).first()
    if still:
        still.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return bool(still)


def _publish(revision):
    still = to_publish(timezone.now()).filter(pk=revision.pk).first()
    if still:
        _require_ready(still.as_object())
        still.publish(log_action="wagtail.publish.scheduled")
    return bool(still)


def _require_ready(row):
    """Raise ValidationError if what was right when it was scheduled is so no longer."""
    if not isinstance(row, Page):
        return
    siblings = Page.objects.sibling_of(row, inclusive=False) if not row.is_root() else Page.objects.none()
    if siblings.filter(slug=row.slug).exists():
        raise ValidationError(_("Adressen ”%(slug)s” används redan av en annan sida.") % {"slug": row.slug})
    require_complete(row)


def _models():
    rows = [model for model in apps.get_models() if issubclass(model, DraftStateMixin) and not issubclass(model, Page)]
    return [Page, *rows]


def _expired(model, now):
    later = setbacks.waiting(now).filter(revision=None, content_type=ContentType.objects.get_for_model(model))
    expired = model.objects.filter(live=True, expire_at__lt=now)
    return expired.exclude(pk__in=[setback.object_id for setback in later])


def to_publish(now):
    later = setbacks.waiting(now).exclude(revision=None).values("revision")
    return Revision.objects.filter(approved_go_live_at__lt=now).exclude(pk__in=later)
