"""Names the groups of networks. Group names are unique; network names need not be."""

from django.contrib.auth.models import Group

CENTRAL_GROUP = "GR:s redaktion"
SHARED_FILES = "Gemensamma filer"
NETWORKS_FILES = "Nätverkens filer"
WORKFLOW = "Granskning av GR:s redaktion"
TASK = "Godkänns av GR:s redaktion"

_LONGEST = 150  # Group.name
_PREFIX = "Redaktörer: "


def group_name(title, group=None):
    """The group name for editors of the network ``title``, numbered if a group other than ``group`` has it."""
    name = f"{_PREFIX}{title}"
    others = Group.objects.exclude(pk=group.pk if group else None)
    for number in range(1, 1000):
        suffix = f" ({number})" if number > 1 else ""
        candidate = f"{name[: _LONGEST - len(suffix)]}{suffix}"
        if not others.filter(name=candidate).exists():
            return candidate
    raise ValueError(f"A thousand groups are called {name}")
