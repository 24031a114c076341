"""Finds what a row belongs to, so that a person can say of a page, with all that is stored about it: this is not her.

An owner is written as a text: the translation key of a page or snippet, which is the same in every language, and
``app.model:key`` for anything else.
"""

from functools import cached_property
from uuid import UUID

from django.contrib.contenttypes.models import ContentType
from django.db.models import CASCADE
from modelcluster.fields import ParentalKey
from wagtail.models import Collection, Page, TranslatableMixin
from wagtail_localize.models import String, StringSegment, TranslatableObject

_DEEPEST = 4
_NO_OWNERS = (ContentType, Collection)


class Owners:
    """Remembers what it has read. Make a new one for each run."""

    def __init__(self):
        self._known = {}

    @cached_property
    def _pages(self):
        return {pk: str(key) for pk, key in Page.objects.values_list("pk", "translation_key")}

    @cached_property
    def _keys(self):
        return frozenset(self._pages.values())

    def of(self, model, pk, depth=0):
        """``(owner, model, key)``: the row that the row belongs to, and itself if that is none."""
        if (model, pk) not in self._known:
            self._known[model, pk] = self._found(model, pk, depth)
        return self._known[model, pk]

    def _found(self, model, pk, depth):
        if issubclass(model, Page):
            return self._pages.get(pk, f"wagtailcore.page:{pk}"), Page, pk
        if model is TranslatableObject:
            return str(UUID(str(pk))), model, pk
        if depth < _DEEPEST:
            for above, key in self._above(model, pk):
                if above is UUID:
                    return key, Page, self._page_of(key)
                return self.of(above, key, depth + 1)
        return f"{model._meta.label_lower}:{pk}", model, pk

    def _above(self, model, pk):
        """``(model, key)`` of what the row belongs to, the surest first; ``(UUID, translation key)`` for a page."""
        links = _links(model)
        row = model._base_manager.filter(pk=pk).values(*(field.attname for field in links)).first() or {}
        for field in links:
            value = row.get(field.attname)
            if value is None or field.name == "content_type":
                continue
            if field.name == "object_id":
                yield from _generic(row, value)
            elif field.is_relation:
                yield field.related_model, value
            elif str(value) in self._keys or (
                field.name == "translation_key" and issubclass(model, TranslatableMixin)
            ):
                yield UUID, str(value)
        if model is String:
            yield from (
                (StringSegment, key)
                for key in StringSegment.objects.filter(string=pk).values_list("pk", flat=True)[:1]
            )

    def _page_of(self, key):
        return next((pk for pk, of_page in self._pages.items() if of_page == key), None)


def _links(model):
    """The columns that say what a row belongs to: what it would be deleted with, and keys of pages."""
    fields = model._meta.local_concrete_fields
    return sorted((field for field in fields if _rank(field) is not None), key=_rank)


def _rank(field):
    if isinstance(field, ParentalKey):
        return 0
    if field.name in ("object_id", "content_type"):
        return 1
    if field.get_internal_type() == "UUIDField":
        return 2
    if not field.is_relation or field.remote_field.on_delete is not CASCADE or field.related_model in _NO_OWNERS:
        return None
    return (3 if field.name == "page" else 4) if issubclass(field.related_model, Page) else 5


def _generic(row, value):
    kind = ContentType.objects.filter(pk=row.get("content_type_id")).first()
    model = kind and kind.model_class()
    if model is not None and str(value).isdigit():
        yield model, int(value)
