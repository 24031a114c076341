"""Finds the network's page for an address."""

from django.apps import apps

from .known_parents import remember_parent

# What the page of a network shows of other tables, one row of each
SHOWN = ("area", "second_area", "successor", "responsible_authority")


class ParentOfNetworks:
    """A page with networks below it.

    Reads a network and what its page shows of it in one query, where Wagtail's own routing takes three or four.
    """

    def route(self, request, path_components):
        if path_components:
            networks = apps.get_model("networks", "NetworkPage").objects.child_of(self)
            network = networks.filter(slug=path_components[0]).select_related(*SHOWN).first()
            if network:
                remember_parent(network, self)
                return network.route(request, path_components[1:])
        return super().route(request, path_components)
