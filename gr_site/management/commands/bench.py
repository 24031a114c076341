import tempfile
from contextlib import ExitStack

from django.contrib.contenttypes.models import ContentType
from django.core.management import BaseCommand, CommandError
from django.test import override_settings
from django.utils import timezone

from gr_site.bench import report
from gr_site.bench.cases import cases
from gr_site.bench.databases import ServerDatabases, SqliteFiles
from gr_site.bench.measuring import measure
from gr_site.bench.preparing import prepare


class Command(BaseCommand):
    help = "Measures pages, feeds and publishing with many events, on databases made for it and thrown away."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--events", default="100,1000,5000", help="numbers of events, rising (%(default)s)")
        parser.add_argument("--rounds", type=int, default=30, help="samples for each figure (%(default)s)")
        place = parser.add_mutually_exclusive_group()
        place.add_argument("--keep", metavar="DIR", help="keep the SQLite files in DIR, and use those that are there")
        place.add_argument("--database-url", help="make the databases on this PostgreSQL server, instead of SQLite")

    def handle(self, *args, events, rounds, keep, database_url, **options):
        sizes = _sizes(events)
        if rounds < 2:
            raise CommandError("--rounds must be at least 2.")
        with ExitStack() as stack:
            # As for visitors: no debug pages, any host, plain http.
            stack.enter_context(override_settings(DEBUG=False, ALLOWED_HOSTS=["*"], SECURE_SSL_REDIRECT=False))
            store = _store(stack, keep, database_url)
            stack.callback(ContentType.objects.clear_cache)
            stack.callback(store.drop_all)
            results = self._measure(stack, store, sizes, rounds)
        self._print(results, sizes, f"{store.label}, {rounds} rounds, times in milliseconds")

    def _measure(self, stack, store, sizes, rounds):
        today = timezone.localdate()
        databases = prepare(store, sizes, today, self.stderr.write)
        for database in databases.values():
            stack.callback(database.connection.close)
        results = {}
        for case in cases(today):
            self.stderr.write(f"Measuring: {case.name}")
            results[case] = measure(case, databases, rounds)
        return results

    def _print(self, results, sizes, heading):
        lines = [heading, "", *report.table(results), "", *report.growth(results, *sizes[-2:]), ""]
        for sentence, holds in report.targets(results, *sizes[-2:]):
            lines.append(f"{'holds ' if holds else 'MISSED'}  {sentence}")
        self.stdout.write("\n".join(lines))


def _sizes(text):
    """The numbers of events in ``text`` ("100,1000"). Raises CommandError unless there are two or more, rising."""
    try:
        sizes = [int(part) for part in text.split(",")]
    except ValueError:
        sizes = []
    if len(sizes) < 2 or sizes[0] < 2 or sizes != sorted(set(sizes)):
        raise CommandError("--events wants two or more rising numbers from 2 on, such as 100,1000,5000.")
    return sizes


def _store(stack, keep, database_url):
    if database_url:
        return ServerDatabases(database_url)
    return SqliteFiles(keep or stack.enter_context(tempfile.TemporaryDirectory()))
