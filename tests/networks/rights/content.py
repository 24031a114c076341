"""What a request to the admin could have changed, to compare before and after."""

from django.apps import apps
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


# To which a request may add a row about whoever sends it, or a picture in one more size.
HERS = {
    "sessions.Session", "usersessions.UserSession", "wagtailadmin.EditingSession", "wagtailusers.UserProfile",
    "wagtailcore.PageSubscription", "gr_site.AccessEvent", "wagtailimages.Rendition",
}  # fmt: skip
# What a visitor may leave.
PUBLIC_WRITES = {"gr_site.Refusal", "gr_site.Attempts", "sessions.Session", "search.MissedQuery", "events.FeedFetch"}
NO_TABLES = {"wagtailsearch.SQLiteFTSIndexEntry"}


def rows():
    """All rows of all models, ``{label: {key: values}}``."""
    models = [model for model in apps.get_models() if model._meta.managed and model._meta.label not in NO_TABLES]
    return {model._meta.label: _rows(model) for model in models}


def changes(before, after):
    """What was changed, removed and added from ``before`` to ``after`` (both from ``rows``), but what is HERS.

    ``{(label, key): (values, values)}``, None for a row that there is not.
    """
    keys = {(label, key) for all_rows in (before, after) for label in all_rows for key in all_rows[label]}
    pairs = {each: tuple(all_rows[each[0]].get(each[1]) for all_rows in (before, after)) for each in keys}
    return {
        (label, key): (old, new)
        for (label, key), (old, new) in pairs.items()
        if old != new and not (old is None and label in HERS)
    }


def _rows(model):
    names = [field.attname for field in model._meta.concrete_fields if field.attname != "last_login"]
    return {pk: list(map(str, values)) for pk, *values in model._base_manager.values_list("pk", *names)}


def content():
    """All that a request could have changed."""
    pages = Page.objects.order_by("pk").values_list(
        "pk", "path", "title", "slug", "live", "locked", "alias_of", "latest_revision", "has_unpublished_changes"
    )
    return list(pages), [model.objects.count() for model in COUNTED]
