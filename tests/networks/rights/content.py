"""What a request to the admin could have changed, to compare before and after."""

from wagtail.admin.models import EditingSession
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page, PageViewRestriction, Revision, Task, TaskState, WorkflowState
from wagtail_localize.models import Translation

COUNTED = [
    Revision,
    PageViewRestriction,
    TaskState,
    WorkflowState,
    Translation,
    EditingSession,
    Redirect,
    Locale,
    Task,
]


def content():
    """All that a request could have changed."""
    pages = Page.objects.order_by("pk").values_list(
        "pk", "path", "title", "slug", "live", "locked", "alias_of", "latest_revision", "has_unpublished_changes"
    )
    return list(pages), [model.objects.count() for model in COUNTED]
