"""The fields of a model and values for any of them, so that what is declared of fields is tried on one that is added
tomorrow too."""

from datetime import UTC, date, datetime, time

from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from django.db import models
from modelcluster.models import get_all_child_relations
from wagtail.documents.models import Document
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from events.models import EventCategory
from networks.models import Area, Organisation

from .factories import make_area, make_category, make_network, make_organisation

DAY = date(2026, 12, 1)  # of the rows whose fields are changed
LATER = date(2026, 12, 3)
_REGISTERS = {Area: make_area, EventCategory: make_category, Organisation: make_organisation}


def own_fields(model, parents=(Page,)):
    """The names of the fields and rows that are a page type's own, and not any page's."""
    above = {field.name for parent in parents for field in parent._meta.get_fields()}
    rows = {relation.get_accessor_name() for relation in get_all_child_relations(model)}
    concrete = {field.name for field in model._meta.concrete_fields if not field.remote_field or not field.primary_key}
    return (concrete | rows) - above - {"comments", "wagtail_admin_comments"}


def word(name, prefix="Zebra"):
    """A word that is in no other field: "Zebranote" """
    return f"{prefix}{name.replace('_', '')}"


def another_value(model, name, prefix="Zebra"):
    """A valid value of the field that no new row has. Of a text, ``word`` as the field holds it."""
    field = model._meta.get_field(name)
    if field.choices:
        return [value for value, _label in field.choices if value not in ("", field.get_default())][-1]
    for kinds, value in _VALUES:
        if isinstance(field, kinds):
            return value(field, word(name, prefix))
    raise TypeError(f"Say in tests/field_values.py what another value of {field!r} is.")


def _related(field, text):
    model = field.related_model
    if model is Document:
        return Document.objects.create(title=text, file=ContentFile(b"Text.", name=f"{text}.txt"))
    if model in _REGISTERS:
        return _REGISTERS[model](text)
    if issubclass(model, Page):
        found = make_network(text)
        return found if model is not Page else found.page_ptr
    return get_user_model().objects.create_user(text.lower(), f"{text.lower()}@example.org", "hemligt")


# The first that fits: subclasses come before what they are made of.
_VALUES = (
    (models.ForeignKey, _related),
    (models.BooleanField, lambda field, text: not field.get_default()),
    (models.URLField, lambda field, text: f"https://example.org/{text}"),
    (models.EmailField, lambda field, text: f"{text}@example.org"),
    (models.DateTimeField, lambda field, text: datetime(2026, 12, 3, 9, tzinfo=UTC)),
    (models.DateField, lambda field, text: LATER),
    (models.TimeField, lambda field, text: time(9, 15)),
    (models.PositiveSmallIntegerField, lambda field, text: 2019),
    (RichTextField, lambda field, text: f"<p>{text}</p>"),
    (StreamField, lambda field, text: [("paragraph", f"<p>{text}</p>")]),
    ((models.CharField, models.TextField), lambda field, text: text),
)
