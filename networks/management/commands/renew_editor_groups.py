from django.core.management.base import BaseCommand

from networks.rights.renewal import renew_all


class Command(BaseCommand):
    help = "Give each network its group of editors, and all groups their rights anew. Who is in them stays."

    def handle(self, **options):
        done = renew_all()
        self.stdout.write(", ".join(f"{number} {what}" for what, number in done.items()))
