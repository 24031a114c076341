"""Finds what an old page mentions among the site's networks, organisations, areas and shared texts."""

from django.db.models import Q

from networks.models import Area, EarlierName, NetworkPage, Organisation, SharedStatement
from networks.models.choices import OrganisationKind
from networks.text.municipalities import GR_MUNICIPALITIES

from ..old_pages.bodies import body_key
from ..old_pages.organisations import is_municipality, known_organisation


def find_network(name, *, locale, leave_out=None):
    """The network with that current or earlier name; None if there is none. Prefers a published page to a draft."""
    key = body_key(name)
    pages = NetworkPage.objects.filter(locale=locale).exclude(pk=leave_out).order_by("-live", "pk")
    by_key = {body_key(page.title): page for page in reversed(pages)}
    if key in by_key:
        return by_key[key]
    earlier = EarlierName.objects.filter(page__locale=locale).exclude(page=leave_out).select_related("page")
    return next((row.page for row in earlier if body_key(row.name) == key), None)


def find_area(name, *, locale):
    return Area.objects.filter(locale=locale).filter(Q(name__iexact=name)).first() if name else None


def find_statement(title, *, locale):
    return SharedStatement.objects.filter(locale=locale, title__iexact=title).first()


def relation_targets(page, *, locale, leave_out=None):
    """``[(relation, network page or None)]``: each relation that was read, with the other body's page on the site."""
    return [(relation, find_network(relation.body, locale=locale, leave_out=leave_out)) for relation in page.relations]


class Organisations:
    """The site's organisations by name, in any of its variants ("Mölndals stad"). Reads the list once."""

    def __init__(self):
        self.by_name = {}
        for row in Organisation.objects.order_by("-pk"):
            self.by_name[row.name.casefold()] = self.by_name[known_organisation(row.name).casefold()] = row

    def find(self, name):
        """The organisation with that name, unsaved if the site has none."""
        wanted = (known_organisation(name) or name)[:120]
        return self.by_name.get(wanted.casefold()) or Organisation(name=wanted, kind=_kind(wanted))

    def get(self, name):
        """The organisation with that name, created if there is none."""
        found = self.find(name)
        if found.pk is None:
            found.save()
            self.by_name[found.name.casefold()] = found
        return found


def _kind(name):
    if name in GR_MUNICIPALITIES:
        return OrganisationKind.MEMBER
    if name == "Göteborgsregionen":
        return OrganisationKind.GR
    return OrganisationKind.MUNICIPALITY if is_municipality(name) else OrganisationKind.OTHER
