"""Remembers the parent through which a page was found, so that the database is not asked for it again.

Uses treebeard's internals, as Wagtail's own ``Page.route()`` does: ``get_parent()`` returns ``_cached_parent_obj`` if
the page has one, and ``specific`` keeps it. There is no public way to set it.
"""


def remember_parent(page, parent):
    page._cached_parent_obj = parent


def known_parent(page):
    """The remembered parent of ``page``, or None. Never queries."""
    return getattr(page, "_cached_parent_obj", None)
