"""Makes one change in both the public version of an event and its draft, and publishes nothing else of the draft."""

from dataclasses import dataclass
from datetime import datetime

from networks.publication.whole import publication

from ..models import EventPage


class PageLocked(Exception):
    """Raised when a person, a review or a scheduled publication has locked the page. ``lock`` is Wagtail's lock."""

    def __init__(self, lock):
        super().__init__(str(lock))
        self.lock = lock


@dataclass(frozen=True)
class Outcome:
    """The result of a change. ``kept_draft``: the page has a draft with other changes, which stay unpublished.
    ``not_in_draft``: the draft lacks what was changed, so publishing the draft will undo the change. ``goes_live``:
    when the published draft will be public (aware), if later."""

    published: bool = False
    submitted: bool = False
    kept_draft: bool = False
    not_in_draft: bool = False
    goes_live: datetime | None = None


@publication()
def change_public_and_draft(event, change, user):
    """Make one change to a live event on behalf of ``user``. Gives an ``Outcome``.

    ``change`` is called with the live page and, if there is a draft, again with the latest draft. It changes the page
    in memory and returns False if the page lacks what it should change. Rows are matched by translation key. A user
    who may publish changes both, and only the live page is published. Others change the draft, which goes to review.
    Raises PageLocked, and whatever ``change`` raises.
    """
    page = EventPage.objects.select_for_update().get(pk=event.pk)
    lock = page.get_lock()
    if lock is not None and lock.for_user(user):
        raise PageLocked(lock)
    publish = page.permissions_for_user(user).can_publish()
    return _publish(page, change, user) if publish else _submit(page, change, user)


def _publish(page, change, user):
    draft = page.latest_revision if page.has_unpublished_changes else None
    review = page.current_workflow_state
    change(page)
    _save(page, user).publish(user=user)
    if draft is None:
        return Outcome(published=True)
    draft.refresh_from_db()
    content = draft.as_object()
    found = change(content)
    _save(content, user)
    if review:  # publishing cancelled the review, but the draft still has to be reviewed
        review.workflow.start(content, review.requested_by or user)
    return Outcome(published=True, kept_draft=True, not_in_draft=found is False)


def _submit(page, change, user):
    others, under_review = page.has_unpublished_changes, page.workflow_in_progress
    content = page.get_latest_revision_as_object() if others else page
    found = change(content)
    _save(content, user)
    may_submit = page.has_workflow and page.permissions_for_user(user).can_submit_for_moderation()
    if may_submit and not under_review:
        page.get_workflow().start(content, user)
    return Outcome(submitted=may_submit or under_review, kept_draft=others, not_in_draft=found is False)


def _save(page, user):
    return page.save_revision(user=user, log_action=True, clean=False)
