"""Shared by planning and confirming: whether a page may be changed, how it is published and what the result was."""

from dataclasses import dataclass, field
from datetime import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError
from django.utils.translation import gettext as _

from networks.publication.going_live import publish_draft
from networks.rights.locks import locked_words

from ..amending.versions import Outcome
from ..models import Occurrence


class Refused(Exception):
    """Raised when the page cannot be changed now. ``str()`` says why, in Swedish."""


@dataclass
class Result:
    """The result for a series: ``added`` meetings in words, ``doubled`` ones already there, or the failure."""

    title: str
    network: str = ""
    page_id: int | None = None
    added: list[str] = field(default_factory=list)
    doubled: int = 0
    published: bool = False
    submitted: bool = False
    kept_draft: bool = False
    goes_live: datetime | None = None
    failed: str = ""

    def end_as(self, outcome):
        """Take over what ``outcome`` says of the page."""
        self.published, self.submitted = outcome.published, outcome.submitted
        self.kept_draft, self.goes_live = outcome.kept_draft, outcome.goes_live


# Errors that may stop a change without anything being wrong with the site.
FAULTS = (Refused, PermissionDenied, ValidationError, DatabaseError)


def words_of(fault):
    """Why the page was not changed, in Swedish, for an error in ``FAULTS``."""
    if isinstance(fault, ValidationError):
        return _("Sidan går inte att spara: %(why)s") % {"why": " ".join(fault.messages)}
    if isinstance(fault, DatabaseError):
        return _("Någon annan sparade samtidigt. Försök igen.")
    return str(fault) or _("Du får inte ändra sidan.")


def check_unlocked(page, user):
    """Raise PermissionDenied or Refused unless ``user`` may change the page now."""
    if not page.permissions_for_user(user).can_edit():
        raise PermissionDenied(_("Du får inte ändra sidan."))
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        raise Refused(locked_words(lock, user))


def publish_or_submit(page, revision, user):
    """Publish a page that is not public yet, or send it to review if ``user`` may not. Gives an ``Outcome``."""
    permissions = page.permissions_for_user(user)
    if permissions.can_publish():
        later = publish_draft(revision, user)
        return Outcome(published=later is None, goes_live=later)
    may_submit = page.has_workflow and permissions.can_submit_for_moderation()
    if may_submit and not page.workflow_in_progress:
        page.get_workflow().start(page, user)
    return Outcome(submitted=may_submit or page.workflow_in_progress)


def copy_of(occurrence, **changes):
    """A new row for the same meeting, for another version of its page."""
    names = [each.attname for each in Occurrence._meta.concrete_fields if each.name not in {"id", "page"}]
    return Occurrence(**{name: getattr(occurrence, name) for name in names} | changes)
