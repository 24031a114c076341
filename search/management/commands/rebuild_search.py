"""Rewrites what search finds: run it each night, after an upgrade and after a change made outside the site."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from search.indexing.writing import rebuild
from search.misses.counting import forget_names
from search.models import Findable


class Command(BaseCommand):
    help = "Writes what search finds, where it differs from what is published"

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="only where search finds nothing yet")

    def handle(self, *args, if_empty, **options):
        if if_empty and (Findable.objects.exists() or not Page.objects.live().filter(depth__gt=1).exists()):
            return
        forget_names()
        self.stdout.write(f"{rebuild()} sökbara rader skrevs.")
