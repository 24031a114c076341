"""What the site needs to work, each with a word: ``up``, ``degraded``, ``down``, or ``off`` where it has none."""

import os
import shutil
from functools import cache
from typing import Literal

from django.conf import settings
from django.core.cache import caches
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from search.elasticsearch.breaker import Breaker, Unavailable
from search.elasticsearch.site import site_backend

from ..shared_cache.backend import SharedCache

State = Literal["up", "degraded", "down", "off"]
# Without these nothing works. The site does its best without the others.
NEEDED = ("database", "migrations")
LEAST_FREE = 500 * 1024 * 1024  # bytes of disk: ten of the largest documents
SECONDS = 1.0  # for an answer from Elasticsearch
_ASKING = Breaker()  # one of its own: to ask how it is must not keep visitors from searching


def states() -> dict[str, State]:
    """The state of each part, by name. Raises nothing."""
    database = _database()
    return {
        "database": database,
        "migrations": _migrations() if database == "up" else "down",
        "search": _search(),
        "cache": _cache(),
        "media": _media(),
    }


def overall(found: dict[str, State]) -> State:
    """``down`` where something needed is, ``degraded`` where anything else is not up."""
    if any(found[name] != "up" for name in NEEDED):
        return "down"
    return "up" if all(state in {"up", "off"} for state in found.values()) else "degraded"


def _database() -> State:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return "down"
    return "up"


def _migrations() -> State:
    try:
        return "up" if _migrated() else "down"
    except Error:
        return "down"


class _NotYet(Exception):
    """Keeps ``cache`` from remembering that something is missing."""


def _migrated() -> bool:
    try:
        return _all_applied()
    except _NotYet:
        return False


@cache
def _all_applied() -> bool:
    """Whether this process's migrations are in the database. Once they are, they stay."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise _NotYet
    return True


def _search() -> State:
    """``degraded``: visitors' searches are answered by the database meanwhile."""
    backend = site_backend()
    if backend is None:
        return "off"
    try:
        return "up" if _ASKING.call(backend.es.ping, SECONDS) else "degraded"
    except Unavailable:
        return "degraded"


def _cache() -> State:
    """``degraded``: nothing is kept between requests, so that pages take longer."""
    kept = caches["default"]
    if not isinstance(kept, SharedCache):
        return "off"
    return "up" if kept.answers() else "degraded"


def _media() -> State:
    """``degraded``: what is there is shown, but little or nothing can be uploaded."""
    try:
        free = shutil.disk_usage(settings.MEDIA_ROOT).free
    except OSError:
        return "degraded"
    return "up" if free >= LEAST_FREE and os.access(settings.MEDIA_ROOT, os.W_OK) else "degraded"
