"""A rich text field that is checked when its page is published."""

from django import forms
from wagtail.fields import RichTextField

from ..text.tags import indexed
from .checks import check_prose

SECTION = 2  # pages show each such text under a second-level heading, or before the first one


class ProseFormField(forms.CharField):
    def validate(self, value):
        super().validate(value)
        if not getattr(self, "is_deferred_validation", False):  # Wagtail sets it while it saves a draft
            check_prose(value, above=SECTION)


class ProseField(RichTextField):
    """Migrations name Wagtail's own field, since both are stored alike."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ProseFormField, **kwargs})

    def get_searchable_content(self, value):
        return [indexed(value or "")]

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs
