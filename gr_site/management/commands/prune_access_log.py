"""Removes what the log of log-ins and rights has kept long enough: run it each night."""

from django.core.management.base import BaseCommand

from gr_site.access_log.pruning import prune


class Command(BaseCommand):
    help = "Tar bort gamla rader ur loggen över inloggningar och rättigheter. Kör kommandot varje natt."

    def handle(self, *args, **options):
        self.stdout.write(f"{prune()} rader togs bort.")
