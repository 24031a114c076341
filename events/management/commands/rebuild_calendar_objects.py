"""Rewrites the feeds' stored texts of meetings where they differ from the published rows."""

from django.core.management.base import BaseCommand

from events.feeds.following import mend
from events.models import CalendarObject, EventPage


class Command(BaseCommand):
    help = (
        "Rättar de lagrade texterna i kalenderflödena, till exempel efter en import eller när BASE_URL har ändrats. "
        "Möten som inte har ändrats behåller sin ändringstid."
    )

    def handle(self, *args, **options):
        written = mend(EventPage.objects.order_by("pk").values_list("pk", flat=True))
        total = CalendarObject.objects.exclude(component="").count()
        self.stdout.write(f"{written} möten skrevs om. Flödena har nu {total} möten.")
