import tempfile
from contextlib import ExitStack

from django.contrib.contenttypes.models import ContentType
from django.core.management import BaseCommand, CommandError
from django.test import override_settings
from django.utils import timezone

from gr_site.bench import report
from gr_site.bench.cases import cases, feed_cases
from gr_site.bench.databases import ServerDatabases, SqliteFiles
from gr_site.bench.measuring import measure
from gr_site.bench.preparing import prepare, prepare_feeds


class Command(BaseCommand):
    help = "Measures pages, feeds and publishing with many events, on databases made for it and thrown away."
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("--events", default="100,1000,5000", help="numbers of events, rising (%(default)s)")
        parser.add_argument(
            "--meetings", default="50,1000,3000,18000", help="numbers of meetings in a feed, rising (%(default)s)"
        )
        parser.add_argument("--rounds", type=int, default=30, help="samples for each figure (%(default)s)")
        place = parser.add_mutually_exclusive_group()
        place.add_argument("--keep", metavar="DIR", help="keep the SQLite files in DIR, and use those that are there")
        place.add_argument("--database-url", help="make the databases on this PostgreSQL server, instead of SQLite")

    def handle(self, *args, events, meetings, rounds, keep, database_url, **options):
        sizes, feed_sizes = _sizes("--events", events), _sizes("--meetings", meetings)
        if rounds < 2:
            raise CommandError("--rounds must be at least 2.")
        with ExitStack() as stack:
            # As for visitors: no debug pages, any host, plain http.
            stack.enter_context(override_settings(DEBUG=False, ALLOWED_HOSTS=["*"], SECURE_SSL_REDIRECT=False))
            store = _store(stack, keep, database_url)
            stack.callback(ContentType.objects.clear_cache)
            stack.callback(store.drop_all)
            today = timezone.localdate()
            pages = self._measure(stack, cases(today), prepare(store, sizes, today, self.stderr.write), rounds)
            feeds = prepare_feeds(store, feed_sizes, today, self.stderr.write)
            feeds = self._measure(stack, feed_cases(), feeds, rounds)
        self.stdout.write(f"{store.label}, {rounds} rounds, times in milliseconds\n\n")
        self._print(report.table(pages), report.growth(pages, *sizes[-2:]), report.table(feeds, "meetings"))
        self._print(_verdicts(report.targets(pages, *sizes[-2:]) + report.feed_targets(feeds)))

    def _measure(self, stack, chosen, databases, rounds):
        for database in databases.values():
            stack.callback(database.connection.close)
        results = {}
        for case in chosen:
            self.stderr.write(f"Measuring: {case.name}")
            results[case] = measure(case, databases, rounds)
        return results

    def _print(self, *parts):
        for lines in parts:
            self.stdout.write("\n".join([*lines, "", ""]))


def _verdicts(targets):
    return [f"{'holds ' if holds else 'MISSED'}  {sentence}" for sentence, holds in targets]


def _sizes(option, text):
    """The numbers in ``text`` ("100,1000"). Raises CommandError unless there are two or more, rising."""
    try:
        sizes = [int(part) for part in text.split(",")]
    except ValueError:
        sizes = []
    if len(sizes) < 2 or sizes[0] < 2 or sizes != sorted(set(sizes)):
        raise CommandError(f"{option} wants two or more rising numbers from 2 on, such as 100,1000,5000.")
    return sizes


def _store(stack, keep, database_url):
    if database_url:
        return ServerDatabases(database_url)
    return SqliteFiles(keep or stack.enter_context(tempfile.TemporaryDirectory()))
