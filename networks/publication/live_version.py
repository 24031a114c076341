"""Lets a version of a page know which version is public now, instead of which one was when it was written.

Wagtail takes ``live_revision`` from the version's content. One from before the first publication has none, and when it
was brought back and published at a later time, Wagtail took the page for one that is not public and hid it until then.
See tests/upgrades/test_live_version.py.
"""

from functools import wraps

from wagtail.models import Page


def connect():
    """Change Wagtail's method, which every page type's own calls. Called once."""
    Page.with_content_json = _keeping(Page.with_content_json)


def _keeping(with_content_json):
    @wraps(with_content_json)
    def with_live_revision(page, content):
        version = with_content_json(page, content)
        version.live_revision_id = page.live_revision_id
        return version

    return with_live_revision
