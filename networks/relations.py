"""Relations between bodies, told from both ends."""

from collections import defaultdict

from .choices import RelationKind


def related_bodies(network):
    """What visitors see of a network's relations: ``[(heading, [network pages])]``, both directions."""
    from .models import NetworkPage, NetworkRelation  # the page module imports this one

    told = [(RelationKind(kind).label, key) for kind, key in network.relations.values_list("kind", "target")]
    inverse = NetworkRelation.objects.filter(target=network).values_list("kind", "page")
    told += [(RelationKind(kind).inverse_label, key) for kind, key in inverse]
    listed = NetworkPage.objects.listed().in_bulk([key for _, key in told])
    groups = defaultdict(set)
    for heading, key in told:
        if key in listed:
            groups[heading].add(listed[key])
    return [(heading, sorted(pages, key=lambda page: page.title)) for heading, pages in groups.items()]


def shared_statements(network):
    """``[(statement, owner)]`` in the page's order; the owner is None if it is the network itself or is not listed."""
    from .models import NetworkPage

    statements = [row.statement for row in network.statements.select_related("statement")]
    owners = NetworkPage.objects.listed().exclude(pk=network.pk).in_bulk([text.owner_id for text in statements])
    return [(statement, owners.get(statement.owner_id)) for statement in statements]
