"""Rows for networks."""

from django.utils import timezone

from networks.fields.declared import NETWORK, Part, names
from networks.models.choices import OrganisationKind
from networks.models.related import shared_statements
from networks.translation import lend_words

from ..analysis.stretches import stretches
from ..analysis.terms import Allowance
from ..models.choices import HitKind
from .document_rows import document_rows
from .findable import during, row
from .network_facts import asked_for, beginnings, bonds, kind_and_areas, labels, people
from .texts import lines, linked_documents, own_lines

_TEXTS = [name for name in names(NETWORK, Part.TEXT) if name != "body"]  # which comes last, after what is shared
_MUNICIPALITIES = {OrganisationKind.MEMBER, OrganisationKind.MUNICIPALITY}


def network_rows(network):
    """The network's own rows, one for each stretch of days with the same people, and one for each public document."""
    members, contacts = list(network.members.select_related("organisation")), list(network.contacts.all())
    shared = {"network": network, "areas": areas(network), **municipalities(members)}
    entries = lend_words(list(network.documents.all()))
    given = {entry.document_id: entry for entry in entries if entry.url}
    titles = {key: entry.title for key, entry in given.items()}
    dates = {key: entry.dated for key, entry in given.items()}
    keys = given.keys() | linked_documents(network)
    numbers = {key: entry.registry_number for key, entry in given.items()}
    documents = document_rows(
        network, keys, titles=titles, dates=dates, numbers=numbers, owners=network.title, **shared
    )
    unread = [entry for entry in entries if not entry.url]
    return [*_own_rows(network, members, contacts, unread, shared), *documents]


def _own_rows(network, members, contacts, unread, shared):
    allowance = Allowance()
    related, keys = bonds(network)
    own = row(
        network,
        key=f"network:{network.translation_key}",
        kind=HitKind.NETWORK,
        variety=network.kind,
        title=network.title,
        names=lines(*(earlier.name for earlier in network.earlier_names.all())),
        text=_text(network),
        related=keys,
        labels=lambda: labels(network, members),
        allowance=allowance,
        **shared,
    )
    today = timezone.localdate()
    terms = [(seat.valid_from, seat.valid_until) for seat in members]
    terms += [(None, contact.valid_until) for contact in contacts]
    first, last = [*kind_and_areas(network)], [*beginnings(network), *related, *asked_for(unread)]
    rows = []
    for stretch in stretches(terms, today):
        day = max(stretch.first or today, today)
        seats = lend_words(network.current_members(day, members))
        serving = lend_words(network.current_contacts(day, contacts))
        facts = lines(*first, *people(network, seats, serving), *last)
        rows.append(during(stretch, own, facts, allowance))
    return rows


def _text(network):
    statements = lend_words([statement for statement, _ in shared_statements(network)])
    shared = (own_lines(statement, statement.words) for statement in statements)
    return lines(own_lines(network, _TEXTS), *shared, own_lines(network, ["body"]))


def areas(network):
    """The translation keys of the network's areas, as text."""
    return sorted(str(area.translation_key) for area in network.areas)


def municipalities(*networks_seats):
    """The fields of a row that say which municipalities have any of the seats, and on which days.

    None of the seats may have been left out for its dates.
    """
    seats = {_dated(seat) for seats in networks_seats for seat in seats if seat.organisation.kind in _MUNICIPALITIES}
    steady = {key for key, first, last in seats if not first and not last}
    dated = [list(seat) for seat in seats if seat[0] not in steady]
    return {"municipalities": sorted(steady), "dated_municipalities": sorted(dated, key=str)}


def _dated(seat):
    return seat.organisation_id, *(day and day.isoformat() for day in (seat.valid_from, seat.valid_until))
