"""Sends what is in the outbox: run it each minute."""

from django.core.management.base import BaseCommand

from networks.outbox.pruning import prune
from networks.outbox.sending import send_due


class Command(BaseCommand):
    help = "Skickar brev som väntar och tar bort gamla. Kör kommandot varje minut."

    def add_arguments(self, parser):
        parser.add_argument("--limit", type=int, default=500, help="Högst så många brev.")

    def handle(self, *, limit, **options):
        sent = send_due(limit)
        prune()
        self.stdout.write(f"{sent} brev skickades.")
