"""Finds networks without coming meetings."""

from networks.models.choices import Status

from ..models import Occurrence
from ..models.owners import joint_owner


def without_coming_meetings(networks, today):
    """Those of ``networks`` (a queryset) that are public and active but have no public meeting from ``today`` on.

    A joint meeting counts for each of its owners. A cancelled meeting does not count.
    """
    coming = Occurrence.objects.public().not_cancelled().upcoming(today).order_by()
    # Read here, because as a subquery the database would run it once for every network.
    owners = coming.values_list("page__network", joint_owner()).distinct()
    busy = {network for pair in owners for network in pair if network}
    return networks.filter(live=True, status=Status.ACTIVE).exclude(pk__in=busy)
