"""The measures of each search in a database made for it: on the demo content alone, and among 300 networks more."""

import sys
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings
from django.test.utils import setup_test_environment

from events.days.zone import STOCKHOLM
from gr_site.demo.load import load
from networks.models import NetworkIndexPage
from search.elasticsearch import queue, rebuild, source

from . import engines, made_networks
from .asking import answered, by_kind, of, weak
from .costs import costs
from .judgements import CROWDED, OUTSIDERS, QUERIES, read

# A Saturday between two months with many meetings.
NOW = datetime(2026, 11, 28, 10, 0, tzinfo=STOCKHOLM)
TODAY = NOW.date()
# Quality is measured here: on a slow machine, too, the engine that is asked is the one that answers.
PATIENCE = 60
IN_CROWD = "among 300 more"


def measured(url: str, files: Sequence[Path]) -> dict:
    """``{"quality": {search: {kind: values of Measured}}, "cpu": {what: ms}}`` of the searches of the database, and of
    Elasticsearch at ``url``. ``files`` are asked beside our own queries."""
    only_database = {"default": settings.WAGTAILSEARCH_BACKENDS["default"]}
    setup_test_environment()
    with (
        time_machine.travel(NOW),
        tempfile.TemporaryDirectory() as media,
        override_settings(MEDIA_ROOT=media, WAGTAILSEARCH_BACKENDS=only_database),
    ):
        connection.creation.create_test_db(verbosity=0)
        load(TODAY)
        judged = [each for path in [QUERIES, OUTSIDERS, *files] for each in read(path)]
        name = connection.vendor
        # Before anything has given the database statistics: so it is on a site that was loaded just now.
        found = {"quality": {}, "cpu": costs(judged, TODAY)}
        _measure(found["quality"], name, "default", only_database, judged)
        _measure_elasticsearch(found["quality"], url, judged)
        made_networks.make(NetworkIndexPage.objects.get(locale__language_code="sv"))
        _measure(found["quality"], name, "default", only_database, read(CROWDED), IN_CROWD)
        _measure_elasticsearch(found["quality"], url, read(CROWDED), IN_CROWD)
        return found


def _measure_elasticsearch(quality, url, judged, label=""):
    if url:
        with override_settings(WAGTAILSEARCH_BACKENDS=engines.backends(url)):
            queue.SECONDS = source.SECONDS = PATIENCE
            rebuild.rebuild()
            _measure(quality, "elasticsearch", engines.STOCK, settings.WAGTAILSEARCH_BACKENDS, judged, label)


def _measure(quality, name, stock, backends, judged, label=""):
    """``label`` if only the means over all kinds are wanted, under that name."""
    call_command("update_index", backend_name=stock, verbosity=0)
    wagtail = engines.wagtail_on_elasticsearch if stock == engines.STOCK else engines.wagtail_on_database
    for search, kind in ((engines.ours, "ours"), (wagtail, "Wagtail")):
        queries = answered(search, judged, TODAY)
        if search is engines.ours:
            print(*weak(queries, name), sep="\n", file=sys.stderr)
        table = {label: of(queries)} if label else by_kind(queries)
        quality.setdefault(f"{kind}, {name}", {}).update((key, asdict(value)) for key, value in table.items())
