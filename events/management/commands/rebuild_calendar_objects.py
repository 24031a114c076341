"""Rewrites the feeds' stored texts of meetings where they differ from the published rows."""

from django.core.management.base import BaseCommand

from events.feeds.components import refresh
from events.models import CalendarObject, CalendarStamp, EventPage


class Command(BaseCommand):
    help = (
        "Rättar de lagrade texterna i kalenderflödena, till exempel efter en import eller när BASE_URL har ändrats. "
        "Möten som inte har ändrats behåller sin ändringstid."
    )

    def add_arguments(self, parser):
        parser.add_argument("--rewrite", action="store_true", help="Skriv om också de texter som stämmer.")

    def handle(self, *args, rewrite=False, **options):
        done = refresh(EventPage.objects.all(), rewrite=rewrite)
        if done.written:
            CalendarStamp.rise()
        total = CalendarObject.objects.exclude(component="").count()
        self.stdout.write(f"{done.written} möten skrevs om. Flödena har nu {total} möten.")
