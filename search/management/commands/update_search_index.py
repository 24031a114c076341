"""Brings Elasticsearch in line with the database: run it every few minutes and after each upgrade."""

from django.core.management.base import BaseCommand, CommandError
from elastic_transport import TransportError
from elasticsearch import ApiError

from search.elasticsearch import queue, rebuild
from search.elasticsearch.backend import IndexingFault
from search.elasticsearch.breaker import Unavailable
from search.elasticsearch.site import site_backend


class Command(BaseCommand):
    help = "Tells Elasticsearch of what it missed, and builds its index where that is missing, not whole or outdated"

    def add_arguments(self, parser):
        parser.add_argument("--rebuild", action="store_true", help="build the index anew whatever its state")

    def handle(self, *args, **options):
        if site_backend() is None:
            self.stdout.write("ELASTICSEARCH_URL är tom: databasen svarar på sökningar.")
            return
        try:
            self._update(options["rebuild"])
        except rebuild.Busy:
            self.stdout.write("Indexet byggs redan. Inget gjordes.")
        except (TransportError, ApiError, IndexingFault, Unavailable) as error:
            message = f"Elasticsearch svarar inte som väntat: {error}\nDatabasen svarar på sökningar tills vidare."
            raise CommandError(message) from error

    def _update(self, anew):
        if anew or not rebuild.is_current():
            self.stdout.write(f"Indexet byggdes: {rebuild.rebuild()} rader.")
        elif queue.send_all():
            self.stdout.write("Indexet är aktuellt.")
        else:
            raise CommandError("En annan process skickar ändringar just nu. Kör kommandot igen.")
