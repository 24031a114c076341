"""Does what is due: run it each minute where no worker runs."""

from django.core.management.base import BaseCommand, CommandError

from gr_site.operations import due


class Command(BaseCommand):
    help = (
        "Gör allt som är dags: publicerar och avpublicerar det som är schemalagt, skickar brev, gör färdigt det som "
        "en avbruten process har lämnat, läser dokument, ritar bilder, och gör nattens arbete en gång per natt. "
        "Kör kommandot varje minut, eller låt kommandot worker göra det."
    )

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Jämför alla sidor, inte bara ett antal i taget.")

    def handle(self, *args, **options):
        done = due.run(everything=options["all"])
        if done is None:
            self.stdout.write("En annan process gör det redan. Inget gjordes.")
            return
        for line in done.lines:
            self.stdout.write(line)
        if done.faults:
            raise CommandError(f"{done.faults} saker kunde inte göras. Loggen säger varför.")
