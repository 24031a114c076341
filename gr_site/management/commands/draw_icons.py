from django.conf import settings
from django.core.management.base import BaseCommand

from gr_site.mark.files import write_files


class Command(BaseCommand):
    help = "Draws the icons that are committed as PNG and ICO, after a change of the site's mark."

    def handle(self, *args, **options):
        for path in write_files():
            self.stdout.write(f"{path.relative_to(settings.BASE_DIR)}: {path.stat().st_size} bytes")
