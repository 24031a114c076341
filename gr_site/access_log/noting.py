"""Writes the log."""

from wagtail.log_actions import get_active_log_context

from .event import AccessEvent

Kind = AccessEvent.Kind


def note(kind, user=None, **fields):
    """Write down that ``kind`` happened to ``user``, by whoever is at work in the admin; None for a group or a page.

    In the transaction of what happened, so that one is not stored without the other. Of a user who is being deleted
    only the name is kept: ``user=None, name=...``.
    """
    by = get_active_log_context().user
    by = by if by and by.pk else None
    written = {"name": _name(user), "by_name": _name(by)} | fields
    return AccessEvent.objects.create(kind=kind, user=user, by=by, **_fitting(written))


def _name(user):
    return user.get_username() if user else ""


def _fitting(fields):
    """``fields`` that the table can hold: a page's title may be longer than a column, and a client sends anything."""
    columns = {name: AccessEvent._meta.get_field(name).max_length for name in fields}
    return {
        name: value.replace("\0", "")[: columns[name]] if isinstance(value, str) else value
        for name, value in fields.items()
    }
