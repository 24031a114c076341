"""Writes down every row that a deletion takes, so that the same rows can be put back.

Django sends ``pre_delete`` for each row that goes, by cascade or because a receiver deletes something of its own (the
network's group, a page's translated texts). Rows that many-to-many fields keep send nothing and are read here.
"""

from contextlib import contextmanager

from django.db.models import SET_NULL, ForeignObjectRel
from django.db.models.signals import pre_delete
from treebeard.mp_tree import MP_Node
from wagtail import hooks
from wagtail.models import Page

from ..models import BinnedRow

# Made again from the restored rows, or of no use any more.
_MADE_AGAIN = {"modelsearch", "wagtailsearch"}
_NOT_KEPT = {"wagtailcore.referenceindex", "wagtailadmin.editingsession", "wagtailimages.rendition"}


@contextmanager
def recorded():
    """Gives a ``Record`` of what is deleted within the block."""
    record = Record()
    pre_delete.connect(record.note)
    try:
        yield record
    finally:
        pre_delete.disconnect(record.note)


class Record:
    """``rows`` are unsaved ``BinnedRow``s by model and key, in the order in which they went."""

    def __init__(self):
        self.rows = {}
        self._left_out = _MADE_AGAIN.union(*(apps() for apps in hooks.get_hooks("made_again_after_restore")))

    def note(self, sender, instance, **kwargs):
        label = sender._meta.label_lower
        if sender._meta.app_label in self._left_out:
            return
        if label == "wagtailcore.referenceindex":
            self._note_source(instance)
        if label not in _NOT_KEPT and (label, str(instance.pk)) not in self.rows:
            self.rows[label, str(instance.pk)] = self._row(sender, instance)
            self._note_links(sender, instance)
            self._note_references(sender, instance)

    def store(self, item):
        for row in self.rows.values():
            row.item = item
        BinnedRow.objects.bulk_create(self.rows.values(), batch_size=100)

    def _row(self, model, instance):
        if issubclass(model, Page):  # Wagtail has already set the one in memory to unpublished
            instance = model._base_manager.get(pk=instance.pk)
        parent = _parent(instance) if _is_tree(model) else None
        return BinnedRow(
            model=model._meta.label_lower, key=str(instance.pk), parent_key=parent, values=_values(model, instance)
        )

    def _note_links(self, model, instance):
        """Note the rows of many-to-many tables that Django makes: it deletes them without a signal."""
        forward = [
            (field.remote_field.through, field.m2m_field_name())
            for field in model._meta.many_to_many
            if field.remote_field.through._meta.auto_created  # tags' fields lack the method
        ]
        backward = [
            (relation.through, relation.field.m2m_reverse_field_name())
            for relation in _relations(model)
            if relation.many_to_many and relation.through._meta.auto_created
        ]
        for through, name in [*forward, *backward]:
            for link in through._base_manager.filter(**{name: instance.pk}):
                self.rows.setdefault((through._meta.label_lower, str(link.pk)), self._row(through, link))

    def _note_references(self, model, instance):
        """Note which rows refer to ``instance`` with a field that Django empties."""
        for relation in _relations(model):
            if relation.on_delete is SET_NULL:
                name, source = relation.field.name, relation.related_model
                if keys := list(source._base_manager.filter(**{name: instance}).values_list("pk", flat=True)):
                    values = {"field": name, "rows": [str(key) for key in keys], "value": str(instance.pk)}
                    self._note_reference(source._meta.label_lower, f"{name} {instance.pk}", values)

    def _note_source(self, index_row):
        """Note whose text refers to what goes, for Wagtail's index of references."""
        model = index_row.content_type.model_class()
        if model is not None:
            values = {"field": "", "rows": [index_row.object_id], "value": ""}
            self._note_reference(model._meta.label_lower, f"text {index_row.object_id}", values)

    def _note_reference(self, label, key, values):
        self.rows[label, key] = BinnedRow(model=label, key=key[:64], is_reference=True, values=values)


def _relations(model):
    """Also those without a name of their own (``related_name="+"``)."""
    return [field for field in model._meta.get_fields(include_hidden=True) if isinstance(field, ForeignObjectRel)]


def _is_tree(model):
    return issubclass(model, MP_Node) and not any(issubclass(base, MP_Node) for base in model._meta.parents)


def _parent(node):
    above = node.path[: -node.steplen]
    return type(node)._base_manager.filter(path=above).values_list("pk", flat=True).first() if above else None


def _values(model, instance):
    """``{column: text}`` of the model's own columns, without those of the models that it inherits from."""
    fields = model._meta.local_concrete_fields
    return {
        field.attname: None if field.value_from_object(instance) is None else field.value_to_string(instance)
        for field in fields
    }
