"""What a value refers to, and that value without references: of a field, a row of blocks or a text with links.

A reference is the base model of what is referred to and its key as text: ``(Page, "7")``.
"""

from collections import defaultdict

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.blocks import BaseStreamBlock, ListBlock, StructValue
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock
from wagtail.models import COMMENTS_RELATION_NAME, Page
from wagtail.rich_text import RichText

from .choosing import choosable


def references_in(value, holder=None):
    """All that ``value`` refers to. ``holder`` is the model's field or the block that it is a value of."""
    if hasattr(holder, "extract_references"):
        found = holder.extract_references(value) if value is not None else ()
        return {reference(model, key) for model, key, *_path in found}
    rows = [value] if isinstance(value, models.Model) else value
    if not isinstance(rows, list | tuple | set | models.QuerySet):
        return set()
    return {reference(type(row), row.pk) for row in rows if isinstance(row, models.Model)}


def references_of(instance):
    """All that somebody has chosen for an object and its rows in memory: not who owns it, locked it or wrote on it."""
    found = set()
    for field in instance._meta.get_fields():
        if not getattr(field, "editable", True):
            continue
        if hasattr(field, "extract_references") or (field.many_to_many and field.concrete):
            found |= references_in(field.value_from_object(instance), field)
        elif field.is_relation and field.concrete and (key := field.value_from_object(instance)) is not None:
            found.add(reference(field.related_model, key))
    if isinstance(instance, ClusterableModel):
        for relation in get_all_child_relations(instance):
            if relation.get_accessor_name() == COMMENTS_RELATION_NAME:
                continue
            for row in getattr(instance, relation.get_accessor_name()).all():
                found |= references_of(row)
    return found


def public_references_of(page):
    """All that visitors meet by the page today, in any language."""
    public = type(page)._base_manager.filter(translation_key=page.translation_key, live=True)
    return set().union(*(references_of(each) for each in public))


def refused(user, references):
    """Those of ``references`` that ``user`` may not choose, or that lead nowhere. One query for each model."""
    by_model = defaultdict(set)
    for model, key in references:
        by_model[model].add(key)
    return {(model, key) for model, keys in by_model.items() for key in keys - _allowed(user, model, keys)}


def _allowed(user, model, keys):
    rows = choosable(user, model)
    if rows is None:
        return keys
    known = [key for key in keys if _is_key(model, key)]
    return {str(key) for key in rows.filter(pk__in=known).values_list("pk", flat=True)}


def _is_key(model, key):
    """Whether the database can hold it: PostgreSQL refuses a NUL, and SQLite an integer of more than 64 bits."""
    try:
        return "\0" not in key and str(model._meta.pk.clean(key, None)) == key
    except ValidationError:
        return False


def reference(model, key):
    """The reference to the row of ``model`` with that key."""
    model = model._meta.concrete_model
    return (model._meta.get_parent_list() or [model])[-1], str(key)


def children_of(block, value):
    """``{name or index: (block, value)}`` of a block that is made of others; None for a single one."""
    if isinstance(block, BaseStreamBlock):
        return {index: (child.block, child.value) for index, child in enumerate(value)}
    if isinstance(block, ListBlock):
        return {index: (child.block, child.value) for index, child in enumerate(value.bound_blocks)}
    if isinstance(value, StructValue):  # not that of an ImageBlock, which is a picture
        return {name: (child, value.get(name)) for name, child in block.child_blocks.items()}
    return None


def without(block, value, bad):
    """The block's value without the references ``bad``; all that was typed stays. Changes ``value`` in place."""
    children = children_of(block, value)
    if children is not None:
        for name, (child, inner) in children.items():
            _put(value, name, without(child, inner, bad))
        return value
    if not references_in(value, block) & bad:
        return value
    if isinstance(value, RichText):
        return RichText(without_links(value.source, bad))
    return _TakenAway(value) if isinstance(block, ImageBlock) else None


class _TakenAway(int):
    """In place of a picture: the key of none, with the words that were typed about it, which its block reads here."""

    def __new__(cls, image):
        taken = super().__new__(cls, -1)
        taken.contextual_alt_text, taken.decorative = image.contextual_alt_text, image.decorative
        return taken


def without_links(html, bad):
    """A stored rich text whose links to ``bad`` are plain text, and whose pictures of it are gone."""
    soup = BeautifulSoup(html, "html.parser")
    kinds = {"page": Page, "document": get_document_model(), "image": get_image_model()}
    for tag in soup.select("a[linktype], embed[embedtype]"):
        kind = kinds.get(tag.get("linktype") or tag.get("embedtype"))
        if kind and (kind, tag.get("id", "")) in bad:
            tag.unwrap() if tag.name == "a" else tag.decompose()
    return str(soup)


def _put(value, name, inner):
    if isinstance(value, StructValue):
        value[name] = inner
    elif hasattr(value, "bound_blocks"):
        value.bound_blocks[name].value = inner
    else:
        value[name].value = inner
