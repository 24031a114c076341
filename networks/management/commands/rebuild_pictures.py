"""Brings stored pictures in line with new ones: run it after an upgrade."""

from django.core.management.base import BaseCommand

from networks.pictures.rebuilding import rebuild


class Command(BaseCommand):
    help = "Förminskar sparade bilder, tar bort privata uppgifter ur dem och ritar de storlekar som saknas."

    def handle(self, *args, **options):
        replaced, made, left = rebuild()
        for picture in left:
            self.stderr.write(f"Bilden {picture.title} ({picture.pk}) är kvar som den var. Loggen säger varför.")
        self.stdout.write(f"{replaced} bilder ersattes och {made} storlekar ritades.")
