"""The role that somebody at work in the admin has in the table."""

from wagtail.log_actions import get_active_log_context

from .access import is_central
from .table import Role, held


def role_of(user):
    """The role of ``user``, who is signed in."""
    if user.is_superuser:
        return Role.ADMINISTRATOR
    return Role.CENTRAL if is_central(user) else Role.EDITOR


def at_work(user=None):
    """Whoever is at work in the admin, else ``user``. None for a script.

    Who approves another's draft publishes it herself, though Wagtail may name the other.
    """
    return get_active_log_context().user or user


def held_names(user, instance):
    """The names of the fields of ``instance`` that ``user`` may not change; none for a script (no user)."""
    return held(role_of(user), instance._meta.label) if user else frozenset()
