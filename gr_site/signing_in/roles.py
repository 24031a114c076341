"""Gives a user the roles that her organisation's groups stand for, and takes those that they no longer do."""

import logging

from django.conf import settings
from django.contrib.auth.models import Group

ADMINISTRATOR = "administratör"

logger = logging.getLogger(__name__)


def roles_of(groups):
    """The roles here that ``groups`` (names or keys in the organisation) stand for by ``OIDC_GROUPS``."""
    return {role for group in groups for role in settings.OIDC_GROUPS.get(group, ())}


def give_roles(user, roles):
    """Bring ``user`` in line with ``roles``. Roles that ``OIDC_GROUPS`` does not name are managed here and stay."""
    managed = {role for each in settings.OIDC_GROUPS.values() for role in each}
    if ADMINISTRATOR in managed and user.is_superuser != (ADMINISTRATOR in roles):
        user.is_superuser = ADMINISTRATOR in roles
        user.save(update_fields=["is_superuser"])
    groups = Group.objects.in_bulk(managed - {ADMINISTRATOR}, field_name="name")
    for missing in managed - {ADMINISTRATOR} - groups.keys():
        logger.error("OIDC_GROUPS names a group that the site does not have: %s", missing)
    has = set(user.groups.values_list("name", flat=True))
    user.groups.add(*(group for name, group in groups.items() if name in roles - has))
    user.groups.remove(*(group for name, group in groups.items() if name in has - roles))
