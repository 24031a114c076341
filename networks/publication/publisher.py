"""Who publishes: whoever pressed the button, also when it was pressed for a later time.

Wagtail tells the receivers of a publication what was published and not by whom.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from functools import wraps

from django.contrib.auth.models import AnonymousUser
from wagtail.actions.publish_revision import PublishRevisionAction
from wagtail.log_actions import get_active_log_context
from wagtail.models import PageLogEntry

_user = ContextVar("user who publishes", default=None)


def publisher(revision=None):
    """The user whose publication is going on, for its receivers. None for the site itself, such as a command.

    ``revision`` is what is published. If the site publishes what was scheduled, it is whoever scheduled it, and an
    AnonymousUser if that person is gone.
    """
    user = _user.get() or get_active_log_context().user
    if user is None and revision is not None and revision.approved_go_live_at:
        return _scheduler(revision) or AnonymousUser()
    return user


def _scheduler(revision):
    entries = PageLogEntry.objects.filter(revision=revision, action="wagtail.publish.schedule")
    latest = entries.select_related("user").order_by("-timestamp", "-pk").first()
    return latest.user if latest else revision.user


@contextmanager
def published_by(user):
    """What is published within the block is published by ``user``, unless that is None."""
    token = _user.set(user or _user.get())
    try:
        yield
    finally:
        _user.reset(token)


def connect():
    """Let Wagtail's publication say whose it is. Called once."""
    PublishRevisionAction.execute = _naming_its_user(PublishRevisionAction.execute)


def _naming_its_user(execute):
    @wraps(execute)
    def execute_for(self, *args, **options):
        with published_by(self.user):
            return execute(self, *args, **options)

    return execute_for
