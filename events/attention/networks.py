"""Networks that have nothing ahead."""

from networks.choices import Status

from ..models import EventOwner, Occurrence


def without_coming_meetings(networks, today):
    """Those of ``networks`` (a queryset) that are public and active and have no public meeting from ``today`` on.

    A joint meeting counts for each of its owners. A meeting that is cancelled does not.
    """
    coming = Occurrence.objects.public().not_cancelled().upcoming(today).order_by()
    events = coming.values("page")
    own = coming.filter(page__network__isnull=False).values("page__network")
    joint = EventOwner.objects.filter(page__in=events).values("network")
    return networks.filter(live=True, status=Status.ACTIVE).exclude(pk__in=own).exclude(pk__in=joint)
