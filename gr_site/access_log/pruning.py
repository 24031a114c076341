from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from .event import AccessEvent


def prune():
    """Delete what is older than ``ACCESS_LOG_DAYS``. Gives how many rows."""
    kept = timezone.now() - timedelta(days=settings.ACCESS_LOG_DAYS)
    return AccessEvent.objects.filter(when__lt=kept).delete()[0]
