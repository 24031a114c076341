"""Holds every form of the admin to what its user may refer to: pages', snippets' and settings', with rows and blocks.

What the object already refers to stays. What is new is refused beside its field, in a draft and an autosave too, and
the form comes back with all that was typed but without the reference, whose title may be another's.
"""

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import CharField, ModelChoiceField, ModelMultipleChoiceField
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import BaseStreamBlock, ListBlock
from wagtail.blocks.base import BlockField
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageBlock
from wagtail.log_actions import get_active_log_context
from wagtail.models import Page
from wagtail.rich_text import RichText

from .access import is_central
from .choosing import choosable
from .references import (
    children_of,
    public_references_of,
    reference,
    references_in,
    references_of,
    refused,
    without,
    without_links,
)

REFUSED = _("Det du valde tillhör ett annat nätverk, eller så finns det inte längre. Välj något annat.")
REFUSED_IN_TEXT = _(
    "Texten hade en länk till något som tillhör ett annat nätverk eller inte finns längre. Länken är borttagen men "
    "orden står kvar."
)


def connect():
    """Called once the apps are loaded."""
    WagtailAdminModelForm.__init__ = _with_own_choices(WagtailAdminModelForm.__init__)
    WagtailAdminModelForm.is_valid = _is_valid


def _with_own_choices(make):
    """Lists of people, and others that are no choosers, show what may be chosen and what already is."""

    def __init__(self, *args, **kwargs):
        make(self, *args, **kwargs)
        user = user_of(self)
        if user is None or is_central(user):
            return
        for name, field in self.fields.items():
            if isinstance(field, ModelChoiceField) and not isinstance(field.widget, BaseChooser):
                narrow(field, user, self.get_initial_for_field(field, name))

    return __init__


def narrow(field, user, stored):
    """Let the list ``field`` offer and take what ``user`` may choose and what is ``stored`` (rows or keys, or one)."""
    rows = choosable(user, field.queryset.model)
    if rows is not None:
        keys = [getattr(each, "pk", each) for each in (stored if isinstance(stored, list) else [stored])]
        field.queryset = field.queryset.filter(Q(pk__in=rows.values("pk")) | Q(pk__in=[key for key in keys if key]))
        field.error_messages = {**field.error_messages, "invalid_choice": REFUSED}


def _is_valid(self):
    if getattr(self, "references_held", False):  # before, or as a row of a form that is held as a whole
        return super(WagtailAdminModelForm, self).is_valid()
    stored = _stored(self)
    for form in forms_of(self):
        form.references_held = True
    valid = super(WagtailAdminModelForm, self).is_valid()
    return hold(self, stored) and valid


def _stored(form):
    """What the form may refer to whoever chose it: what is stored or, where the form publishes, what is public."""
    # A form that has been read before this knows no longer what was stored: all of it counts as new.
    if not form.is_bound or not form.instance.pk or hasattr(form, "cleaned_data"):
        return set()
    return public_references_of(form.instance) if publishes(form) else references_of(form.instance)


def publishes(form):
    """Whether the form was sent to be published, by somebody whom the table binds."""
    user = user_of(form)
    asked = isinstance(form.instance, Page) and form.is_bound and "action-publish" in form.data
    return bool(asked and user and not is_central(user))


def hold(form, stored):
    """Whether all that the form newly refers to may be chosen. Adds an error to each field that refers to more."""
    user = user_of(form)
    if not form.is_bound or user is None or is_central(user):
        return True
    found = [(each, name, _references(each, name)) for each in forms_of(form) for name in each.fields]
    bad = refused(user, set().union(*(references for *_, references in found)) - stored)
    for each, name, references in found:
        if references & bad:
            _refuse(each, name, bad)
    return not bad


def user_of(form):
    """Whose form it is: the user that Wagtail gave it, or whoever is at work in the admin. None for a script's."""
    return getattr(form, "for_user", None) or get_active_log_context().user


def forms_of(form):
    """The form and those of all its rows, at any depth."""
    yield form
    for formset in getattr(form, "formsets", {}).values():
        for row in formset.forms:
            yield from forms_of(row)


def _references(form, name):
    return references_in(_value(form, name), _holder(form, name))


def _value(form, name):
    """The field's value. Of a field that is refused for another reason, what it would show again."""
    errors = form.errors  # also of rows that Django has not looked at, since rows before them have errors
    if name in form.cleaned_data:
        return form.cleaned_data[name]
    field = form.fields[name]
    if not errors.get(name) or not isinstance(field, BlockField | ModelChoiceField | CharField):
        return None
    sent = form[name].data
    if not isinstance(field, ModelChoiceField):
        return sent
    return [field.queryset.model(pk=key) for key in (sent if isinstance(sent, list) else [sent]) if key]


def _holder(form, name):
    """What knows the references in the field's value: its block, or the model's field where that is a rich text."""
    field = form.fields.get(name)
    if isinstance(field, BlockField):
        return field.block
    columns = {column.name: column for column in form._meta.model._meta.get_fields()}
    return columns.get(name)


def _refuse(form, name, bad):
    field, value = form.fields[name], _value(form, name)
    shown = _shown(form, name, bad)
    if name in form.cleaned_data or not isinstance(field, BlockField):  # a row of blocks shows one error at a time
        form.add_error(name, _fault(field.block, value, bad) if isinstance(field, BlockField) else _plain_fault(value))
    field.bound_data = lambda data, initial: shown


def _plain_fault(value):
    return ValidationError(REFUSED_IN_TEXT if isinstance(value, str | RichText) else REFUSED)


def _fault(block, value, bad):
    """The error at the block that refers to ``bad``, inside those of the blocks around it; None if none does."""
    children = children_of(block, value)
    if children is None:
        fault = _plain_fault(value) if references_in(value, block) & bad else None
        return StructBlockValidationError({"image": fault}) if fault and isinstance(block, ImageBlock) else fault
    faults = {name: fault for name, (child, inner) in children.items() if (fault := _fault(child, inner, bad))}
    if not faults:
        return None
    if isinstance(block, BaseStreamBlock):
        return StreamBlockValidationError(block_errors=faults)
    return (ListBlockValidationError if isinstance(block, ListBlock) else StructBlockValidationError)(faults)


def _shown(form, name, bad):
    """What the refused form shows in the field: what was sent without ``bad``, or what was stored before."""
    field, bound = form.fields[name], form[name]
    if isinstance(field, BlockField):
        return without(field.block, bound.data, bad)
    if isinstance(field, ModelMultipleChoiceField):
        return [key for key in bound.data if reference(field.queryset.model, key) not in bad]
    return bound.initial if isinstance(field, ModelChoiceField) else without_links(bound.data, bad)
