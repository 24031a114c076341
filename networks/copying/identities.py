"""Gives the rows of a copied page one new translation key each, the same in the page and in its revisions.

A meeting's translation key is its UID in people's calendars. Wagtail makes up the new keys in
``CopyPageAction.generate_translation_key``, which remembers what it has made up. It is asked with a UUID for a row but
with text for the same row in a revision, and therefore made two. See tests/upgrades/test_copying.py.
"""

from functools import wraps
from uuid import UUID

from wagtail.actions.copy_page import CopyPageAction


def connect():
    """Change Wagtail's action, which the admin's view and API and ``Page.copy()`` share. Called once."""
    CopyPageAction.generate_translation_key = _one_key(CopyPageAction.generate_translation_key)


def _one_key(generate):
    @wraps(generate)
    def generate_translation_key(action, old_key):
        return generate(action, UUID(str(old_key)))

    return generate_translation_key
