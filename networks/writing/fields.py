"""A rich text field that is checked when its page is published."""

from django import forms
from wagtail.fields import RichTextField

from .checks import check_prose

SECTION = 2  # the pages show each such text under a heading of the second level, or before the first one


class ProseFormField(forms.CharField):
    def validate(self, value):
        super().validate(value)
        if not getattr(self, "is_deferred_validation", False):  # set by Wagtail while a draft is saved
            check_prose(value, above=SECTION)


class ProseField(RichTextField):
    """Stored as Wagtail's own field, so migrations name that."""

    def formfield(self, **kwargs):
        return super().formfield(**{"form_class": ProseFormField, **kwargs})

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs
