"""Everything that the database holds, so that a test can compare it before a deletion and after a restoration."""

from django.apps import apps

# What tells of the deletion itself, what counts publications, and the keys of what is made again.
_TELLS = {
    "networks.binneditem", "networks.binnedrow", "wagtailcore.pagelogentry", "wagtailcore.modellogentry",
    "events.calendarstamp", "events.feedstamp", "events.publicchange", "search.indexstate", "sessions.session",
    "modelsearch.indexentry", "events.removedmeeting", "django_tasks_database.dbtaskresult", "gr_site.accessevent",
}  # fmt: skip
_KEYS_MADE_AGAIN = {"wagtailcore.referenceindex", "search.findable"}
# A joint meeting is written again without the network, and again with it. Subscribers were told of it as cancelled.
_TIMES = {"sequence", "content_changed_at", "changed_at", "last_modified", "component", "words", "content_fingerprint"}


def everything():
    """``{model: {row as text}}``"""
    return {
        model._meta.label_lower: _rows(model)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed and model._meta.label_lower not in _TELLS and model._meta.app_label != "wagtailsearch"
    }


def _rows(model):
    left_out = _TIMES | ({"id"} if model._meta.label_lower in _KEYS_MADE_AGAIN else set())
    names = [field.attname for field in model._meta.local_concrete_fields if field.attname not in left_out]
    return {
        repr([(name, str(value)) for name, value in zip(names, values, strict=True)])
        for values in model._base_manager.values_list(*names)
    }


def differences(before, after):
    """``{model: (gone, new)}`` where they differ."""
    return {
        label: (sorted(before[label] - after[label]), sorted(after[label] - before[label]))
        for label in before
        if before[label] != after[label]
    }
