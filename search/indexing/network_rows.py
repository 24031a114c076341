"""Rows for networks."""

from networks.fields.declared import NETWORK, Part, names
from networks.models.choices import OrganisationKind
from networks.models.related import shared_statements
from networks.translation import lend_words

from ..models.choices import HitKind
from .document_rows import document_rows
from .findable import row
from .texts import lines, linked_documents, own_lines

_TEXTS = [name for name in names(NETWORK, Part.TEXT) if name != "body"]  # which comes last, after what is shared
_MUNICIPALITIES = {OrganisationKind.MEMBER, OrganisationKind.MUNICIPALITY}


def network_rows(network):
    """The network's own row and one for each of its public documents."""
    seats = lend_words(network.current_members())
    shared = {"network": network, "areas": areas(network), "municipalities": municipalities(seats)}
    statements = lend_words([statement for statement, _ in shared_statements(network)])
    own = row(
        network,
        key=f"network:{network.translation_key}",
        kind=HitKind.NETWORK,
        variety=network.kind,
        title=network.title,
        names=lines(*(earlier.name for earlier in network.earlier_names.all())),
        facts=lines(*_facts(network, seats)),
        text=lines(
            own_lines(network, _TEXTS),
            *(own_lines(statement, statement.words) for statement in statements),
            own_lines(network, ["body"]),
        ),
        **shared,
    )
    given = {entry.document_id: entry for entry in lend_words(list(network.documents.all())) if entry.url}
    titles = {key: entry.title for key, entry in given.items()}
    dates = {key: entry.dated for key, entry in given.items()}
    keys = given.keys() | linked_documents(network)
    return [own, *document_rows(network, keys, titles=titles, dates=dates, owners=network.title, **shared)]


def areas(network):
    """The translation keys of the network's areas, as text."""
    return sorted(str(area.translation_key) for area in network.areas)


def municipalities(seats):
    """The keys of the municipalities that have any of ``seats``."""
    return sorted({seat.organisation_id for seat in seats if seat.organisation.kind in _MUNICIPALITIES})


def _facts(network, seats):
    yield network.get_kind_display()
    yield ", ".join(area.name for area in lend_words(network.areas))
    organisations = dict.fromkeys(seat.organisation.name for seat in seats)
    yield ", ".join(organisations)
    for seat in seats:
        yield ", ".join(filter(None, [seat.name, seat.title, seat.organisation.name]))
    for contact in lend_words(network.current_contacts()):
        yield ", ".join(filter(None, [contact.name, contact.title]))
    if network.responsible_authority:
        yield network.responsible_authority.name
    if network.start_year or network.start_date:
        yield str(network.start_year or network.start_date.year)
