from django.core.management.base import BaseCommand, CommandError

from networks.people.forgetting import forget
from networks.people.forms import PersonForm


class Command(BaseCommand):
    help = (
        "Show where a person's name stands in the database; with --remove, take it away everywhere, versions included."
    )

    def add_arguments(self, parser):
        parser.add_argument("name", help="first name and surname, as they are written on the site")
        parser.add_argument("--remove", action="store_true", help="do it; without this nothing is changed")

    def handle(self, *, name, remove, **options):
        form = PersonForm({"name": name})
        if not form.is_valid():
            raise CommandError(" ".join(form.errors["name"]))
        report = forget(form.cleaned_data["name"], preview=not remove)
        for line in _lines(report):
            self.stdout.write(line)
        if not report:
            self.stdout.write("Nothing found.")
        elif remove:
            self.stdout.write(
                "Removed, but for what is left alone. Read through the texts above: there is a gap where the name was."
            )
        else:
            self.stdout.write(
                "Nothing has been changed. Add --remove to remove the person. In the admin you can also choose what "
                "may be the person, and leave out a page about somebody with the same name."
            )


def _lines(report):
    """What was found, one line each. The name itself is included only where it helps to find a text."""
    for member in report.members:
        yield f"Member: seat of {member.organisation} in {member.page} ({member.page.locale})"
    for contact in report.contacts:
        yield f"Contact: of {contact.page} ({contact.page.locale})"
    for place in report.places:
        yield f"Text: {place.model._meta.label} {place.pk}: {' / '.join(place.around)}"
    for title, number in report.revisions.items():
        yield f"Saved versions: {number} of {title}"
    for table, number in report.logs.items():
        yield f"Other records: {number} in {table}"
    for near in report.near.values():
        yield f"May be the person ({near.why}): {near.model._meta.label} {near.pk}: {near.around}"
    for address in report.addresses:
        where = f" (in a draft or an older version of {address.model._meta.label} {address.pk})" * address.is_stored
        yield f"Address or file name: {address}{where} is left alone, since links lead there. Change it by hand."
    for _, title in report.documents:
        yield f"Document: the file of {title} names the person. Replace it."
    for login in report.logins:
        yield f"Login: {login} may have this name and is left alone. Delete it under Users if the person has left."
