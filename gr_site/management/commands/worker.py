"""Does what is due each minute until it is told to end: run one of these, by systemd or the like."""

import signal

from django.core.management.base import BaseCommand

from gr_site.operations.worker import Worker


class Command(BaseCommand):
    help = (
        "Gör det som är dags varje minut, som run_due, tills processen får SIGTERM eller SIGINT. Det som är påbörjat "
        "görs då klart."
    )

    def handle(self, *args, **options):
        worker = Worker()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, worker.stop)
        worker.run()
