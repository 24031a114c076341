"""``manage.py load_thesaurus``: gives search the starter thesaurus, or what a new version of it has that is new."""

from django.core.management.base import BaseCommand

from search.thesaurus.loading import ADDED, CHANGED, DELETED, UPDATED, load


class Command(BaseCommand):
    help = (
        "Lägger in sökningens ordlista: ord som betyder samma sak, på svenska och engelska. Det som saknas läggs "
        "till. Grupper som en redaktör har ändrat eller tagit bort lämnas som de är."
    )

    def handle(self, *args, **options):
        told = load()
        self.stdout.write(
            f"Ordlistan i sökningen: {told[ADDED]} grupper lades till och {told[UPDATED]} uppdaterades. "
            f"{told[CHANGED]} som redaktörer har ändrat och {told[DELETED]} som de har tagit bort lämnades."
        )
