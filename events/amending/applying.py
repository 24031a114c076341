"""Writes new values for a meeting, on the public page and in the draft."""

from hashlib import sha256

from networks.publication.whole import publication

from ..fields.declared import AMENDED
from .versions import change_public_and_draft


class ChangedMeanwhile(Exception):
    """Raised when somebody else has changed or removed the meeting since the form was opened."""


def version(row):
    """A text that changes with anything that the forms show about the meeting."""
    return sha256(repr([str(getattr(row, name)) for name in AMENDED]).encode()).hexdigest()[:16]


def amend(row, seen, fields, user):
    """Set ``fields`` on the meeting ``row`` of a live page on behalf of ``user``. Gives an ``Outcome``.

    ``seen`` is the row's ``version`` as the user saw it. Raises ChangedMeanwhile and PageLocked.
    """
    with publication():
        page = type(row.page).objects.select_for_update().get(pk=row.page_id)
        published = _find(page, row)
        if published is None or version(published) != seen:
            raise ChangedMeanwhile
        return change_public_and_draft(page, lambda content: _set(content, row, fields), user)


def _find(page, row):
    return next((own for own in page.occurrences.all() if own.translation_key == row.translation_key), None)


def _set(page, row, fields):
    """Change the meeting on ``page`` in memory. False if the page does not have it."""
    own = _find(page, row)
    if own is None:
        return False
    for name, value in fields.items():
        setattr(own, name, value)
    page.occurrences.add(own)
    return True
