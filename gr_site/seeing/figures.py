"""The numbers behind "Driftläge", without words: its questions judge them, and /metrics gives them to programs."""

import platform
import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import django
import wagtail
from django.conf import settings
from django.db.models import Min
from django.utils import timezone

from events.feeds.health import feed_health
from networks.models import Letter
from search.models import DocumentText, UnsentRow
from search.models.choices import TextState

from ..operations.scheduled import due_since
from ..upkeep.models import Chore

RECENT = timedelta(days=7)


@dataclass(frozen=True)
class Waiting:
    """``oldest`` is when the first of them was to be done (aware); None where nothing waits."""

    number: int
    oldest: datetime | None


def letters_waiting():
    waiting = Letter.objects.filter(state__in=[Letter.State.WAITING, Letter.State.SENDING])
    return Waiting(waiting.count(), waiting.aggregate(oldest=Min("due"))["oldest"])


def letters_failed():
    """How many of the last week. Also those that nobody knows of: the mail server may have taken them."""
    since = timezone.now() - RECENT
    return Letter.objects.filter(state__in=[Letter.State.FAILED, Letter.State.UNKNOWN], created__gte=since).count()


def scheduled():
    """When each thing that was to be published or withdrawn by now, and is not, was to be."""
    return due_since(timezone.now())


def documents_waiting():
    return DocumentText.objects.filter(state=TextState.WAITING).count()


def search_waiting():
    """How many changes Elasticsearch has not been told of. None of them waits where there is none."""
    return UnsentRow.objects.filter(sent=False).count()


def chores():
    """``[Chore]``: the works of the night, by name."""
    return list(Chore.objects.order_by("name"))


def feeds():
    """``(number of feeds, how many of them have a fault)``"""
    found = feed_health(timezone.localdate())
    return len(found), sum(bool(feed.faults) for feed in found)


def media_disk():
    """``shutil``'s usage in bytes of the disk that uploads are on. Raises OSError."""
    folder = Path(settings.MEDIA_ROOT).resolve()  # which the first upload makes
    return shutil.disk_usage(next(each for each in (folder, *folder.parents) if each.exists()))


def versions():
    """``{what: version}``"""
    return {"Wagtail": wagtail.__version__, "Django": django.__version__, "Python": platform.python_version()}
