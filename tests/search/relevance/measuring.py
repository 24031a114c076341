"""The measures of each search on the demo content and 300 networks, in a database made for it."""

import os
import sys
import tempfile
import time

import time_machine
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from gr_site.demo.load import load
from networks.models import NetworkIndexPage
from search.elasticsearch import queue, rebuild, source
from search.finding.suggestions import suggestions
from tests.gr_site.conftest import NOW

from . import engines, made_networks
from .judgements import grades, read
from .metrics import ndcg, reciprocal_rank, success

TODAY = NOW.date()
# Quality is measured here: on a slow machine, too, the engine that is asked is the one that answers.
PATIENCE = 60
BEGINNINGS = 3  # of each query, that suggestions are asked for


def measured(url):
    """``{"ours, sqlite": {measure: mean}}`` for the searches of the database, and of Elasticsearch at ``url``."""
    only_database = {"default": settings.WAGTAILSEARCH_BACKENDS["default"]}
    with (
        time_machine.travel(NOW),
        tempfile.TemporaryDirectory() as media,
        override_settings(MEDIA_ROOT=media, WAGTAILSEARCH_BACKENDS=only_database),
    ):
        _make_content()
        wagtail, ours = engines.wagtail_on_database, engines.ours_on_database
        found = {f"Wagtail, {connection.vendor}": _quality(wagtail), f"ours, {connection.vendor}": _quality(ours)}
        if url:
            with override_settings(WAGTAILSEARCH_BACKENDS=engines.backends(url)):
                found |= _on_elasticsearch()
        return found


def _make_content():
    connection.creation.create_test_db(verbosity=0)
    load(TODAY)
    made_networks.make(NetworkIndexPage.objects.get(locale__language_code="sv"))
    call_command("update_index", backend_name="default", verbosity=0)


def _on_elasticsearch():
    queue.SECONDS = source.SECONDS = PATIENCE
    call_command("update_index", backend_name=engines.STOCK, verbosity=0)
    rebuild.rebuild()
    ours = _quality(engines.ours_on_elasticsearch)
    ours["typing p95 ms"] = _percentile(list(_typing_times()), 0.95)
    return {"Wagtail, elasticsearch": _quality(engines.wagtail_on_elasticsearch), "ours, elasticsearch": ours}


def _quality(search):
    times, rows = [], []
    for judged in read():
        wanted = grades(judged, TODAY)
        started = time.perf_counter()
        ranking = search(judged, wanted, TODAY)
        times.append(1000 * (time.perf_counter() - started))
        rows.append(_measures(ranking, wanted))
        if "SHOW_MISSES" in os.environ and rows[-1]["nDCG@10"] < 0.7:
            print(f"{rows[-1]['nDCG@10']:.2f} {search.__name__}: {judged.query}", file=sys.stderr)
    means = {name: sum(row[name] for row in rows) / len(rows) for name in rows[0]}
    return {**means, "p50 ms": _percentile(times, 0.5), "p95 ms": _percentile(times, 0.95)}


def _measures(ranking, wanted):
    return {
        "success@1": success(ranking, wanted, 1),
        "success@5": success(ranking, wanted, 5),
        "MRR": reciprocal_rank(ranking, wanted),
        "nDCG@10": ndcg(ranking, wanted),
    }


def _typing_times():
    """Milliseconds of suggestions in process, for the beginnings of each query."""
    for judged in read():
        for part in range(1, BEGINNINGS + 1):
            text = judged.query[: max(2, len(judged.query) * part // BEGINNINGS)]
            started = time.perf_counter()
            suggestions(text, language=judged.language, today=TODAY)
            yield 1000 * (time.perf_counter() - started)


def _percentile(values, part):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(part * len(ordered)))]
