"""Does what is due: run it each minute."""

from django.core.management.base import BaseCommand, CommandError

from gr_site.operations import due


class Command(BaseCommand):
    help = (
        "Publicerar och avpublicerar det som är schemalagt, och gör färdigt det som en avbruten process har lämnat: "
        "flöden, logg, sök och dokument. Kör kommandot varje minut."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Jämför alla sidor, inte bara ett antal i taget.")

    def handle(self, *args, **options):
        done = due.run(everything=options["all"])
        for line in done.lines:
            self.stdout.write(line)
        if done.faults:
            raise CommandError(f"{done.faults} saker kunde inte göras. Loggen säger varför.")
