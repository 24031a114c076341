"""Measures pages, feeds and publishing with many events, on databases made for it and thrown away."""

import argparse
import sys
import tempfile
from contextlib import ExitStack

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone

from . import report
from .cases import cases, feed_cases
from .databases import Refused, ServerDatabases, SqliteFiles
from .measuring import measure
from .preparing import prepare, prepare_feeds


def main(arguments=None):
    """Measure and print. Gives the exit code: 2 with a message where the databases cannot be made."""
    options = _parser().parse_args(arguments)
    try:
        with ExitStack() as stack:
            _run(stack, options)
    except Refused as refused:
        _say(str(refused))
        return 2
    return 0


def _run(stack, options):
    store = _store(stack, options)
    stack.callback(ContentType.objects.clear_cache)
    stack.callback(store.drop_all)
    today = timezone.localdate()
    pages = _measured(stack, cases(today), prepare(store, options.events, today, _say), options.rounds)
    feeds = prepare_feeds(store, options.meetings, today, _say)
    feeds = _measured(stack, feed_cases(), feeds, options.rounds)
    last_step = options.events[-2:]
    print(f"{store.label}, {options.rounds} rounds, times in milliseconds\n")
    _print(report.table(pages), report.growth(pages, *last_step), report.table(feeds, "meetings"))
    _print(_verdicts(report.targets(pages, *last_step) + report.feed_targets(feeds)))


def _measured(stack, chosen, databases, rounds):
    for database in databases.values():
        stack.callback(database.connection.close)
    results = {}
    for case in chosen:
        _say(f"Measuring: {case.name}")
        results[case] = measure(case, databases, rounds)
    return results


def _store(stack, options):
    if options.database_url:
        return ServerDatabases(options.database_url)
    return SqliteFiles(options.keep or stack.enter_context(tempfile.TemporaryDirectory()))


def _parser():
    parser = argparse.ArgumentParser("python -m tests.bench", description=__doc__)
    parser.add_argument(
        "--events", type=_sizes, default="100,1000,5000", help="numbers of events, rising (%(default)s)"
    )
    parser.add_argument(
        "--meetings",
        type=_sizes,
        default="50,1000,3000,18000",
        help="numbers of meetings in a feed, rising (%(default)s)",
    )
    parser.add_argument("--rounds", type=_rounds, default=30, help="samples for each figure (%(default)s)")
    place = parser.add_mutually_exclusive_group()
    place.add_argument("--keep", metavar="DIR", help="keep the SQLite files in DIR, and use those that are there")
    place.add_argument("--database-url", help="make the databases on this PostgreSQL server, instead of SQLite")
    return parser


def _sizes(text):
    """The numbers in ``text`` ("100,1000"). Raises ArgumentTypeError unless there are two or more, rising."""
    try:
        sizes = [int(part) for part in text.split(",")]
    except ValueError:
        sizes = []
    if len(sizes) < 2 or sizes[0] < 2 or sizes != sorted(set(sizes)):
        raise argparse.ArgumentTypeError("two or more rising numbers from 2 on are needed, such as 100,1000,5000")
    return sizes


def _rounds(text):
    """Raises ArgumentTypeError below 2: one sample has no spread."""
    if not text.isdecimal() or int(text) < 2:
        raise argparse.ArgumentTypeError("a number from 2 on is needed")
    return int(text)


def _verdicts(targets):
    return [f"{'holds ' if holds else 'MISSED'}  {sentence}" for sentence, holds in targets]


def _print(*parts):
    for lines in parts:
        print("\n".join([*lines, ""]))


def _say(text):
    print(text, file=sys.stderr)
