"""Makes a backup of the database and the uploaded files (docs/backup.md)."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gr_site.backup.making import make, thin
from gr_site.backup.telling import faults_in_one_line, progress_on, say_to


class Command(BaseCommand):
    help = (
        "Gör en säkerhetskopia av databasen och de uppladdade filerna i en ny mapp i FOLDER. Ger felkod 1 om den inte "
        "blev hel. Kör kommandot varje natt."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", nargs="?", type=Path, help="där kopiorna ligger; annars BACKUP_FOLDER")
        parser.add_argument("--keep", type=int, metavar="N", help="behåll de N senaste och ta bort äldre")
        parser.add_argument(
            "--weekly", type=int, default=0, metavar="N", help="och den senaste från var och en av N veckor"
        )
        parser.add_argument("--monthly", type=int, default=0, metavar="N", help="och från var och en av N månader")

    def handle(self, *, folder, keep, weekly, monthly, **options):
        folder = folder or (settings.BACKUP_FOLDER and Path(settings.BACKUP_FOLDER))
        if not folder:
            raise CommandError("Säg i vilken mapp: manage.py backup FOLDER, eller variabeln BACKUP_FOLDER.")
        if keep is None and (weekly or monthly):
            raise CommandError("--weekly och --monthly behöver --keep: utan den tas ingenting bort.")
        if keep is not None and keep < 1:
            raise CommandError("--keep måste vara 1 eller mer.")
        say = say_to(self.stdout)
        with faults_in_one_line():
            make(folder, timezone.now(), say, progress_on(self.stderr))
            if keep:
                thin(folder, keep, weekly, monthly, say)
