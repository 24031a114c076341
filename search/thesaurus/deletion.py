"""Deletes groups of words so that they can come back as they were."""

from django.db import transaction
from django.utils import timezone
from wagtail.log_actions import log

from events.models import CalendarStamp

from ..models import IndexState, SynonymGroup

RESTORED = "search.restore_group"


@transaction.atomic
def delete(groups, user):
    """Gives the moment at which all ``groups`` were deleted. Rights are not checked."""
    moment = timezone.now()
    _mark(groups, moment, "wagtail.delete", user)
    return moment


@transaction.atomic
def restore(groups, user):
    """Put deleted ``groups`` back. Rights are not checked."""
    _mark(groups, None, RESTORED, user)


def _mark(groups, moment, action, user):
    SynonymGroup._base_manager.filter(pk__in=[group.pk for group in groups]).update(deleted_at=moment)
    for group in groups:
        log(instance=group, action=action, user=user)
    # A model's signal would do this once for each group.
    CalendarStamp.rise()
    IndexState.renew()
