from datetime import date

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from gr_site.demo.load import load
from gr_site.demo.login import PASSWORD, add_logins
from gr_site.models import HomePage


class Command(BaseCommand):
    help = "Load the demo content: GR's networks with made-up people and meetings around today. Twice changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing if the site has a home page")
        parser.add_argument("--today", type=date.fromisoformat, help="YYYY-MM-DD; the meetings lie around this day")
        parser.add_argument("--swedish", action="store_true", help="without English, which takes a while to publish")
        parser.add_argument("--force", action="store_true", help="load it although this is no developer's machine")
        parser.add_argument("--with-login", action="store_true", help="make the demo logins without DEBUG too")

    def handle(self, *, if_empty, today, swedish, force, with_login, **options):
        if if_empty and HomePage.objects.exists():
            self.stdout.write("The site has content: nothing loaded.")
            return
        refuse_on_a_real_site(force, with_login)
        made = load(today or timezone.localdate(), translated=not swedish)
        told = ", ".join(f"{number} {name}" for name, number in made.items() if number)
        self.stdout.write(f"Loaded the demo content: {told}." if told else "The demo content is there: nothing new.")
        if settings.DEBUG or with_login:
            for name in add_logins():
                self.stdout.write(f"Login: {name} / {PASSWORD}")


def refuse_on_a_real_site(force, with_login):
    """Raise CommandError on a site that should have neither made-up people nor a publicly known password."""
    if not settings.DEBUG and not force:
        raise CommandError("DEBUG is off, so this may be a real site. Load made-up people into it with --force.")
    if with_login and settings.SESSION_COOKIE_SECURE:
        raise CommandError("This site is served over https: make a login of your own with createsuperuser.")
