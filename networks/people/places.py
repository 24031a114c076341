"""Finds which pages show a text and where an editor changes it."""

from modelcluster.fields import ParentalKey
from wagtail.admin.admin_url_finder import AdminURLFinder
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page
from wagtail.snippets.models import get_snippet_models

from ..models import SharedStatement


def is_content(model):
    """Whether editors write the content of ``model``. The site itself fills other tables."""
    files = (get_document_model(), get_image_model())
    named = (Page, *files, Collection)
    parts = is_tag(model) or _parent(model) is not None
    return issubclass(model, named) or parts or model in get_snippet_models()


def is_tag(model):
    return model is get_image_model()._meta.get_field("tags").related_model


def pages_of(model, pk):
    """Primary keys of the pages that show the row."""
    if issubclass(model, Page):
        return {pk}
    if parent := _parent(model):
        return set(model._base_manager.filter(pk=pk).values_list(parent.attname, flat=True))
    if model is SharedStatement:
        return set(model._base_manager.get(pk=pk).networks().values_list("pk", flat=True))
    return set()


def edit_address(model, pk, user):
    """``(title, address)`` of the view in which ``user`` changes the row. The address is None where there is none."""
    row = model._base_manager.filter(pk=pk).first()
    parent = _parent(model)
    if row is not None and parent is not None:
        row = getattr(row, parent.name)
    row = row.specific if isinstance(row, Page) else row
    return (str(row), AdminURLFinder(user).get_edit_url(row)) if row is not None else ("", None)


def _parent(model):
    return next((field for field in model._meta.local_fields if isinstance(field, ParentalKey)), None)
