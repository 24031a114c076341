"""Holds every form to the longest text that the site takes, in drafts too, since each later step costs in proportion.

One place for all: each field in which text is written is one of Django's ``CharField``s, those of Wagtail's blocks
included, and each body of blocks is in a form as Wagtail's ``BlockField``. A field with a limit of its own keeps that.
A form is held to a size as a whole, too, before any of its fields is read.
"""

from collections.abc import Iterator

from django import forms
from django.forms.utils import ErrorDict
from wagtail.blocks import BaseStreamBlock
from wagtail.blocks.base import BlockField
from wagtail.blocks.stream_block import StreamBlockValidationError

from .checks import LONGEST_TEXT, check_length, form_too_long, too_long

# Characters of all that a browser sends, with what the form was made from: what was shown is sent with what was typed.
LARGEST_FORM = 4 * LONGEST_TEXT


def connect():
    """Called once the apps are loaded."""
    forms.BaseForm.full_clean = _bounded(forms.BaseForm.full_clean)
    forms.CharField.validate = _validate
    BlockField.clean = _held(BlockField.clean)


def _bounded(full_clean):
    def bounded(self):
        # A row has a prefix: it is part of a form that has been measured.
        if self.is_bound and not self.prefix and (size := _size(self)) > LARGEST_FORM:
            self._errors, self.cleaned_data = ErrorDict(), {}
            self.add_error(None, form_too_long(size, LARGEST_FORM))
        else:
            full_clean(self)

    return bounded


def _size(form):
    """Without what is too long for a limit of its field's own, which says more than the form could."""
    data = form.data
    pairs = data.lists() if hasattr(data, "lists") else ((name, [value]) for name, value in data.items())
    refused = {name for name, field in form.fields.items() if _passes_its_own(field, data.get(name))}
    return sum(
        len(value) for name, values in pairs if name not in refused for value in values if isinstance(value, str)
    )


def _passes_its_own(field, value):
    """``longest`` is the limit of a field that has no ``max_length``, at which a browser would cut a text off."""
    limit = getattr(field, "longest", None) or getattr(field, "max_length", None)
    return limit is not None and isinstance(value, str) and len(value) > limit


def _validate(self, value):
    super(forms.CharField, self).validate(value)
    if self.max_length is None and isinstance(value, str):
        check_length(value)


def _held(clean):
    def held(self, value):
        size = sum(map(len, _texts(self.block.get_prep_value(value))))
        if size > LONGEST_TEXT:
            error = too_long(size)
            raise StreamBlockValidationError(non_block_errors=[error]) if _is_stream(self.block) else error
        return clean(self, value)

    return held


def _is_stream(block):
    return isinstance(block, BaseStreamBlock)


def _texts(value) -> Iterator[str]:
    """The strings in a block's value as it is stored, without the blocks' own types and keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in [value["value"]] if {"type", "value"} <= value.keys() else value.values():
            yield from _texts(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _texts(inner)
