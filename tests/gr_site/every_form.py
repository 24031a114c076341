"""The edit forms of the admin, with the lists of rows in them, found by introspection."""

from wagtail.admin.panels import get_edit_handler
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Page, get_page_models
from wagtail.snippets.models import get_snippet_models

MODELS = [
    *(model for model in get_page_models() if model is not Page),
    *get_snippet_models(),
    *settings_registry,
]


def edit_forms():
    """``(name, form class)`` of each page type, register and setting, with their rows."""
    for model in MODELS:
        handler = model.get_edit_handler() if hasattr(model, "get_edit_handler") else get_edit_handler(model)
        yield from _with_rows(model.__name__, handler.bind_to_model(model).get_form_class())


def _with_rows(name, form):
    yield name, form
    for relation, formset in getattr(form, "formsets", {}).items():
        yield from _with_rows(f"{name}.{relation}", formset.form)


def formsets():
    """``{name: (class, model whose rows' list it is)}`` of every list of rows in an edit form, at any depth."""
    return {
        f"{name}.{relation}": (formset, form._meta.model)
        for name, form in edit_forms()
        for relation, formset in getattr(form, "formsets", {}).items()
    }
