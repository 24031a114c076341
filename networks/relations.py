"""Relations between bodies, told from both ends."""

from collections import defaultdict

from .choices import RelationKind


def related_bodies(network):
    """What visitors see of a network's relations: ``[(heading, [network pages])]``, both directions, two queries."""
    from .models import NetworkPage, NetworkRelation  # the page module imports this one

    groups = defaultdict(list)
    listed = {
        page.pk: page
        for page in NetworkPage.objects.listed().filter(
            pk__in=NetworkRelation.objects.filter(page=network).values("target")
        )
        | NetworkPage.objects.listed().filter(pk__in=NetworkRelation.objects.filter(target=network).values("page"))
    }
    for kind, target in network.relations.values_list("kind", "target"):
        if target in listed:
            groups[RelationKind(kind).label].append(listed[target])
    for kind, page in network.inverse_relations.values_list("kind", "page"):
        if page in listed and listed[page] not in groups[RelationKind(kind).inverse_label]:
            groups[RelationKind(kind).inverse_label].append(listed[page])
    return [(heading, sorted(pages, key=lambda page: page.title)) for heading, pages in groups.items() if pages]
