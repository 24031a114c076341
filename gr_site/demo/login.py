"""The demo's logins, one for each kind of editor, for sites that only their developer can reach."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser

from networks.models import NetworkPage
from networks.rights.central import central_group
from networks.rights.groups import editors_of

PASSWORD = "natverk-demo"  # noqa: S105 - printed by make run, and never created on a site with https
USERNAME = "redaktor"
CENTRAL = "gr-redaktion"
NETWORK = "forskolenatverket"  # also the network's slug

NAMES = {USERNAME: ("Administratör", ""), CENTRAL: ("Karin", "Ekdal"), NETWORK: ("Signe", "Holmlund")}


def add_logins() -> list[str]:
    """Create missing logins: an administrator, a central editor and a network's editor. Returns their names."""
    missing = [name for name in NAMES if not get_user_model().objects.filter(username=name).exists()]
    for name in missing:
        _give_rights(_make(name), name)
    return missing


def _make(name: str) -> AbstractUser:
    first, last = NAMES[name]
    make = get_user_model().objects.create_superuser if name == USERNAME else get_user_model().objects.create_user
    return make(name, f"{name}@gr.example", PASSWORD, first_name=first, last_name=last)


def _give_rights(user: AbstractUser, name: str) -> None:
    if name == CENTRAL:
        user.groups.add(central_group())
    if name == NETWORK and (page := NetworkPage.objects.filter(slug=name).first()):
        user.groups.add(editors_of(page).group)
