"""``manage.py compile_catalogues``: needs neither GNU gettext, as Django's compilemessages does, nor a database."""

from django.conf import settings
from django.core.management.base import BaseCommand

from gr_site.translating.catalogues import compile_outdated


class Command(BaseCommand):
    help = "Gör gränssnittets engelska texter läsbara för programmet. Kör kommandot efter varje uppgradering."
    requires_system_checks = []

    def handle(self, *args, **options):
        compiled = compile_outdated(settings.BASE_DIR)
        self.stdout.write(f"{len(compiled)} kataloger kompilerades." if compiled else "Alla kataloger är kompilerade.")
