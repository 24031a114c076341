"""What is done once a night, and once more after an upgrade that may have changed what it makes.

The table of ``Chore`` keeps when each was last ended. One that a process began and did not end is done again, as is
one that failed, after a growing pause.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from importlib import import_module

from django.conf import settings
from django.utils import timezone

from events.days.zone import STOCKHOLM
from events.feeds.following import mending
from events.models import EventPage
from networks.outbox.pruning import prune as prune_letters
from networks.pictures import rebuilding as pictures
from search.indexing import writing
from search.misses.counting import forget_names

from ..access_log.pruning import prune as prune_access_log
from ..release import release
from ..upkeep.models import Chore
from .pauses import pause

NIGHT = time(3)  # in Stockholm, where this hour is in every night, once


@dataclass(frozen=True)
class Work:
    """``pieces`` does the work: it yields after each piece, so that what cannot wait is done in between.

    What it makes may be another with each release, unless ``same_in_all``.
    """

    name: str
    pieces: Callable[[], Iterator]
    same_in_all: bool = False


def rebuild_calendar_objects():
    yield from mending(EventPage.objects.order_by("pk").values_list("pk", flat=True))


def rebuild_search():
    yield forget_names()
    yield from writing.rebuilding()


def clear_sessions():
    yield import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()


def prune_logs():
    yield prune_access_log()
    yield prune_letters()


ALL = [
    Work("rebuild_calendar_objects", rebuild_calendar_objects),
    Work("rebuild_search", rebuild_search),
    Work("rebuild_pictures", pictures.rebuilding),
    Work("prune_logs", prune_logs, same_in_all=True),
    Work("clear_sessions", clear_sessions, same_in_all=True),
]


def due(now):
    """Those of ``ALL`` whose turn it is at ``now`` (aware)."""
    known = Chore.objects.in_bulk()
    return [work for work in ALL if _is_due(work, known.get(work.name), now)]


def _is_due(work, chore, now):
    if chore is None:
        return True
    if chore.not_before and chore.not_before > now:
        return False
    return chore.ended is None or chore.ended < latest_night(now) or chore.edition != _edition(work)


def _edition(work):
    """What the work must have been done with. A developer's code changes with each line, and waits for the night."""
    return "" if work.same_in_all or settings.DEBUG else release()


def latest_night(now: datetime) -> datetime:
    """The latest moment, not after ``now`` (aware), when it was ``NIGHT`` in Stockholm."""
    local = now.astimezone(STOCKHOLM)
    day = local.date() if local.time() >= NIGHT else local.date() - timedelta(days=1)
    return datetime.combine(day, NIGHT, STOCKHOLM)


def begin(work):
    chore, _ = Chore.objects.update_or_create(name=work.name, defaults={"begun": timezone.now()})
    return chore


def end(chore, work):
    chore.ended, chore.attempts, chore.not_before = timezone.now(), 0, None
    chore.edition = _edition(work)
    chore.save()


def fail(chore):
    chore.attempts += 1
    chore.not_before = timezone.now() + pause(chore.attempts)
    chore.save()
