"""How often something was refused or failed, day by day, without who it happened to."""

from collections import Counter
from datetime import datetime, time, timedelta

from django.db.models import Count
from django.db.models.functions import TruncDate
from django.utils import timezone

from networks.models import Letter

from ..access_log.event import AccessEvent
from ..policies.models import Refusal

DAYS = 20
_NUMBERS = (
    (AccessEvent.objects.filter(kind=AccessEvent.Kind.FAILED), "when"),
    (Letter.objects.filter(state=Letter.State.FAILED), "created"),
    (Refusal.objects.all(), "last"),
)


def by_day(today):
    """``[(day, failed log-ins, failed letters, sorts of refusals by browsers)]`` for DAYS days, today first."""
    first = today - timedelta(days=DAYS - 1)
    numbers = [_by_day(rows, field, first) for rows, field in _NUMBERS]
    days = [today - timedelta(days=offset) for offset in range(DAYS)]
    return [(day, *(found[day] for found in numbers)) for day in days]


def _by_day(rows, field, first):
    since = timezone.make_aware(datetime.combine(first, time.min))
    counted = rows.order_by().filter(**{f"{field}__gte": since}).annotate(day=TruncDate(field)).values("day")
    return Counter(dict(counted.annotate(number=Count("pk")).values_list("day", "number")))
