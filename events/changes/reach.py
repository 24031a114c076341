"""Lists what repeats something of a page or a register, and so changes with it. Feeds and search follow this one list.

What is given may be in any language, and hidden by now: a change also reaches what was shown before it.
"""

from functools import reduce
from operator import or_

from django.db.models import Q
from wagtail.documents import get_document_model
from wagtail.models import Page

from networks.models import Area, NetworkPage, Organisation, SharedStatement

from ..fields.declared import FILES
from ..models import EventCategory, EventPage


def pages_below(page):
    """The pages at or below ``page`` and its translations, which are moved and restricted with it."""
    return Page.objects.filter(_below(_paths(page)))


def events_below(page):
    """The events at or below ``page`` and its translations, and those that networks there own jointly."""
    paths = _paths(page)
    return EventPage.objects.filter(_below(paths) | Q(pk__in=_joint(paths)))


def networks_below(page):
    return NetworkPage.objects.filter(_below(_paths(page)))


def _paths(page):
    return list(Page.objects.filter(translation_key=page.translation_key).values_list("path", flat=True))


def _below(paths, prefix=""):
    return reduce(or_, (Q(**{f"{prefix}path__startswith": path}) for path in paths), Q(pk__in=[]))


def _joint(paths):
    owners = EventPage._meta.get_field("co_owners").related_model
    return owners.objects.filter(_below(paths, "network__")).values("page")


def events_of(network):
    """The events that the network owns, alone or with others. They name it, and some facts of it."""
    networks = NetworkPage.objects.filter(translation_key=network.translation_key)
    return EventPage.objects.of_networks(networks.values("pk"))


def note_before_deletion(page):
    """Remember on ``page``, which is about to be deleted, what only its rows can tell."""
    if page.specific_class is NetworkPage:
        page.own_events = set(events_of(page).values_list("translation_key", flat=True))
        page.own_relations = set(networks_related_to([page]).values_list("translation_key", flat=True))


def events_left_by(page):
    """The translation keys of the events that the deleted ``page`` owned, if it was a network."""
    return getattr(page, "own_events", set())


def networks_related_to(networks):
    """The networks that may name any of ``networks`` (pages) because they are related to it or replaced by it."""
    keys = [network.translation_key for network in networks]
    of_them = NetworkPage.objects.filter(translation_key__in=keys).values("pk")
    return NetworkPage.objects.filter(
        Q(relations__target__in=of_them) | Q(inverse_relations__page__in=of_them) | Q(successor__in=of_them)
    ).distinct()


def networks_left_by(page):
    """The translation keys of the networks that were related to the deleted ``page``, if it was a network."""
    return getattr(page, "own_relations", set())


def networks_naming(register):
    """The networks whose pages repeat something of a row of a register."""
    if isinstance(register, Area):
        return NetworkPage.objects.in_area(register)
    if isinstance(register, SharedStatement):
        return NetworkPage.objects.filter(statements__statement__translation_key=register.translation_key)
    if isinstance(register, Organisation):
        return NetworkPage.objects.filter(Q(members__organisation=register) | Q(responsible_authority=register))
    return NetworkPage.objects.none()


def events_naming(register):
    """The events that repeat something of a row of a register or of a document, or of a network that does."""
    if isinstance(register, EventCategory):
        return EventPage.objects.filter(category__translation_key=register.translation_key)
    if isinstance(register, get_document_model()):
        in_rows = reduce(or_, (Q(**{f"occurrences__{name}": register}) for name in FILES))
        return EventPage.objects.filter(in_rows).distinct()
    if isinstance(register, Area | Organisation):
        return EventPage.objects.of_networks(networks_naming(register).values("pk"))
    return EventPage.objects.none()
