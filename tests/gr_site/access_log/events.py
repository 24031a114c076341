"""What the log says, for tests."""

from gr_site.models import AccessEvent

FIELDS = ("name", "by_name", "about", "added", "removed")


def events(*fields):
    """``[(kind, *fields)]``, the earliest first. Without ``fields`` all that a test can foresee."""
    return list(AccessEvent.objects.order_by("pk").values_list("kind", *(fields or FIELDS)))
