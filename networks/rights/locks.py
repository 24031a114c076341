"""What somebody has locked waits for her, or for whoever may unlock it.

Wagtail's own form asks for the lock. Its other ways to change a page ask whether she could edit it: to delete and to
move it, to close it to visitors, to publish its draft and to go back to an older version.
"""

from functools import wraps

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.actions.revert_to_page_revision import RevertToPageRevisionAction, RevertToPageRevisionPermissionError
from wagtail.locks import BasicLock
from wagtail.models import PagePermissionTester


def connect():
    """Called once the apps are loaded. ``held_saves.py`` asks before it publishes."""
    for name in ("can_delete", "can_set_view_restrictions"):  # to move is to delete and add again, in Wagtail's words
        setattr(PagePermissionTester, name, _asking(getattr(PagePermissionTester, name)))
    RevertToPageRevisionAction.check = _checking(RevertToPageRevisionAction.check)


def is_locked_for(user, page):
    """Whether somebody else has locked ``page``. A review or a date of publication has locks of its own."""
    return bool(page.locked and BasicLock(page).for_user(user))


def lock_fault(user, page):
    """Why ``user`` may not change ``page`` now, in words; empty if she may."""
    if not is_locked_for(user, page):
        return ""
    return locked_words(BasicLock(page), user)


def locked_words(lock, user):
    """That the page is locked, and why, for any of Wagtail's locks."""
    return _("Sidan är låst. %(why)s") % {"why": strip_tags(lock.get_message(user) or "")}


def _asking(may):
    @wraps(may)
    def asked(self, *args, **options):
        return not is_locked_for(self.user, self.page) and may(self, *args, **options)

    return asked


def _checking(check):
    @wraps(check)
    def checked(self, skip_permission_checks=False):
        if self.user and not skip_permission_checks and (fault := lock_fault(self.user, self.instance)):
            raise RevertToPageRevisionPermissionError(fault)
        return check(self, skip_permission_checks)

    return checked
