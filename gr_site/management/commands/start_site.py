"""``manage.py start_site``: makes a site, without demo content, out of a migrated and empty database."""

from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils import timezone

from gr_site.settings.environment import env
from gr_site.starting.address import follow_base_url
from gr_site.starting.administrator import has_administrator, make_with_link
from gr_site.starting.start import is_started, start


class Command(BaseCommand):
    help = (
        "Gör en webbplats av en tom databas: startsida, nätverkslista, kalender, ordlista, register och grupper, och "
        "utkast till de sidor som lagen kräver. Gör också den första administratören. Det som finns ändras inte, "
        "utom webbplatsens adress, som alltid blir BASE_URL."
    )

    def add_arguments(self, parser):
        parser.add_argument("--administrator", metavar="NAMN", help="den första administratören; annars ADMIN_NAME")
        parser.add_argument("--email", metavar="ADRESS", help="administratörens e-post; annars ADMIN_EMAIL")
        parser.add_argument(
            "--link-file",
            metavar="FIL",
            type=Path,
            help="fråga inte efter lösenord, utan skriv till filen en länk där administratören väljer det",
        )
        parser.add_argument("--address-only", action="store_true", help="gör bara webbplatsens adress till BASE_URL")

    def handle(self, *args, **options):
        if options["address_only"]:
            follow_base_url()
            return
        self.make_pages()
        name = options["administrator"] or env.str("ADMIN_NAME", default="")
        email = options["email"] or env.str("ADMIN_EMAIL", default="")
        self.make_administrator(name, email, options["link_file"])

    def make_pages(self):
        if is_started():
            moved = follow_base_url()
            self.stdout.write("Webbplatsen är redan startad. Inget på sidorna ändrades.")
            if moved:
                self.stdout.write(f"Dess adress är nu {settings.WAGTAILADMIN_BASE_URL}.")
            return
        made = start(timezone.localdate())
        told = ", ".join(f"{number} {what}" for what, number in made.items())
        self.stdout.write(f"Webbplatsen är startad på {settings.WAGTAILADMIN_BASE_URL}: {told}.")

    def make_administrator(self, name, email, link_file):
        if has_administrator():
            self.stdout.write("Det finns en administratör. Ingen ny gjordes.")
        elif not name:
            self.stdout.write("Ingen administratör gjordes: ge --administrator och --email.")
        else:
            self.check_account(name, email)
            if link_file:
                self.write_link(name, email, link_file)
            else:
                self.ask_for_password(name, email)

    def check_account(self, name, email):
        """Raise CommandError for a name or address that cannot be."""
        user = get_user_model()(username=name, email=email)
        try:
            validate_email(email)
            user.full_clean(exclude=["password"])
        except ValidationError as error:
            raise CommandError(f"Administratören går inte att göra: {' '.join(error.messages)}") from error

    def write_link(self, name, email, file):
        try:
            make_with_link(name, email, file)
        except OSError as error:
            raise CommandError(f"Länken gick inte att skriva till {file} ({error.strerror}).") from error
        days = settings.PASSWORD_RESET_TIMEOUT // (24 * 3600)
        self.stdout.write(f"Administratören {name} väljer sitt lösenord på adressen i {file}, inom {days} dygn.")

    def ask_for_password(self, name, email):
        """By Django's own command, which asks twice, shows nothing, and does nothing without a terminal."""
        call_command("createsuperuser", username=name, email=email, stdout=self.stdout, stderr=self.stderr)
        if not has_administrator():
            self.stdout.write("Ingen administratör gjordes: kör start_site i en terminal, eller med --link-file.")
