"""Builds a new index beside the one in use and then switches to it in one step.

Searches use the old index until the new one is complete. Changes made meanwhile go to the old index as usual and stay
in the queue. They are written to the new index right before the switch, while no others can be sent.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.crypto import get_random_string
from elasticsearch import NotFoundError

from ..models import Findable, IndexBuild, UnsentRow
from .queue import WRITING, actions_for, report
from .site import site_backend

CHUNK = 500
# A build that has taken longer than this was interrupted.
LONGEST_BUILD = timedelta(minutes=30)


class Busy(Exception):
    """Raised when another process is building the index."""


def rebuild():
    """Build the index and switch to it. Returns its number of rows. Raises ``Busy`` or Elasticsearch's error."""
    name = _begin()
    try:
        site_backend().create(name)
        for keys in _chunks(list(Findable.objects.order_by("pk").values_list("pk", flat=True))):
            _copy(name, keys)
        return _take_over(name)
    except BaseException:
        _give_up(name)
        raise


def is_current():
    """Whether the index in use exists, is complete and was built by this version's rules."""
    backend = site_backend()
    try:
        (index,) = backend.es.indices.get(index=backend.alias).values()
    except NotFoundError:
        return False
    if index["mappings"].get("_meta") != {"rules": backend.rules}:
        return False
    waiting = UnsentRow.objects.filter(sent=False).exists()
    return waiting or backend.es.count(index=backend.alias)["count"] == Findable.objects.count()


@transaction.atomic
def _begin():
    build = IndexBuild.lock(wait=True)
    if build.index and build.started > timezone.now() - LONGEST_BUILD:
        raise Busy(build.index)
    build.index, build.started = f"{site_backend().alias}_{get_random_string(8).lower()}", timezone.now()
    build.save()
    return build.index


def _chunks(keys):
    return [keys[place : place + CHUNK] for place in range(0, len(keys), CHUNK)]


def _copy(name, keys):
    """Copy the rows to the new index as version 0, so that every later note about a row is newer."""
    backend = site_backend()
    rows = Findable.objects.in_bulk(keys).values()
    report(backend.send(backend.actions(name, rows, dict.fromkeys(keys, 0)), to_alias=False))


@transaction.atomic
def _take_over(name):
    backend = site_backend()
    build = IndexBuild.lock(wait=True)
    if build.index != name:
        raise Busy(build.index)
    notes = list(UnsentRow.objects.all())
    report(backend.send(actions_for(notes, name), to_alias=False))
    old = _indexes() - {name}
    swap = {"add": {"index": name, "alias": backend.alias}}
    backend.es.indices.update_aliases(actions=[swap, *({"remove_index": {"index": index}} for index in old)])
    UnsentRow.objects.filter(pk__in=[note.pk for note in notes]).delete()
    build.index, build.started = "", None
    build.save()
    WRITING.reset()
    return backend.es.count(index=backend.alias)["count"]


def _indexes():
    """All of this site's indexes: the one in use, those left by interrupted builds, and one named like the alias."""
    alias = site_backend().alias
    return set(site_backend().es.indices.get(index=[f"{alias}_*", alias], ignore_unavailable=True))


def _give_up(name):
    site_backend().es.options(ignore_status=404).indices.delete(index=name)
    IndexBuild.objects.filter(index=name).update(index="", started=None)
