"""Reads a backup into an empty site (docs/backup.md)."""

from pathlib import Path

from django.core.management.base import BaseCommand

from gr_site.backup.restoring import check, restore
from gr_site.backup.telling import faults_in_one_line, progress_on, say_to


class Command(BaseCommand):
    help = (
        "Återställer en säkerhetskopia i en tom databas och en tom MEDIA_ROOT. Allt kontrolleras innan något skrivs."
    )
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path, help="en kopia, som /backup/2026-01-31T020000Z")
        parser.add_argument(
            "--check", action="store_true", help="kontrollera bara att den är hel och kan tas emot här"
        )

    def handle(self, *, folder, **options):
        say = say_to(self.stdout)
        with faults_in_one_line():
            if options["check"]:
                check(folder, say)
            else:
                restore(folder, say, progress_on(self.stderr))
