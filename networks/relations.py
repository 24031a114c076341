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
