"""Blocks that are checked when their page is published. Migrations name Wagtail's blocks, which store the same."""

import json

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.table_block.blocks import TableBlock
from wagtail.images.blocks import ImageBlock

from ..text.tags import indexed
from .checks import check_alt_text, check_prose, check_table, check_table_size
from .rules.table_shape import shaped


class ProseBlock(blocks.RichTextBlock):
    """Rich text whose links must say where they lead. The order of headings is checked for the whole body."""

    def clean(self, value):
        value = super().clean(value)
        if not self.is_deferred_validation:
            check_prose(value.source)
        return value

    def get_searchable_content(self, value):
        return [indexed(value.source)] if self.search_index else []

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.blocks.RichTextBlock", args, kwargs


class HeaderTableBlock(TableBlock):
    """A table that must have headers. What is no table in the JSON of a form or a database is left out."""

    def value_from_form(self, value):
        try:
            return self._shaped(json.loads(value or "null"))
        except (ValueError, RecursionError):
            return {}

    def to_python(self, value):
        return super().to_python(self._shaped(value))

    def _shaped(self, value):
        return None if value is None else shaped(value)

    def clean(self, value):
        check_table_size(value or {})
        value = super().clean(value)
        if value and not self.is_deferred_validation:
            check_table(value)
        return value

    def deconstruct(self):
        _, args, kwargs = super().deconstruct()
        return "wagtail.contrib.table_block.blocks.TableBlock", args, kwargs


class DescribedImageBlock(ImageBlock):
    """A picture with an alternative text that describes it, or without one because it is only decoration."""

    def clean(self, value):
        if value and not self.is_deferred_validation and not value.decorative:
            try:
                check_alt_text(value.contextual_alt_text or "")
            except ValidationError as error:
                raise StructBlockValidationError(block_errors={"alt_text": error}) from error
        return super().clean(value)
