"""Remembers the parent of a page that was found through it, so that nobody asks the database for it again.

Leans on treebeard, as Wagtail's own ``Page.route()`` does: ``get_parent()`` returns ``_cached_parent_obj`` where the
page has one, and ``specific`` keeps it. There is no public way to set it.
"""


def remember_parent(page, parent):
    page._cached_parent_obj = parent


def known_parent(page):
    """The parent that is remembered for ``page``, or None. Never queries."""
    return getattr(page, "_cached_parent_obj", None)
