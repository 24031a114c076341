"""A rich text that a browser has sent as what is no content of Draftail's: an error in the form, with all its words.

Wagtail turns the JSON into HTML while it reads the field, before there is anything that could be refused.
"""

from functools import wraps

from django import forms
from django.core.exceptions import ValidationError
from django.utils.html import escape
from django.utils.translation import gettext as _
from draftjs_exporter.error import ExporterException
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

_MARK = "<!--unreadable-->"  # Draftail never sends a comment, and drops this one when the form is shown again
_FAULTS = (ArithmeticError, AttributeError, ExporterException, LookupError, RecursionError, TypeError, ValueError)


def connect():
    """Called once the apps are loaded."""
    ContentstateConverter.to_database_format = _marking(ContentstateConverter.to_database_format)
    forms.CharField.validate = _refusing(forms.CharField.validate)


def _marking(convert):
    @wraps(convert)
    def to_database_format(self, contentstate_json):
        try:
            return convert(self, contentstate_json)
        except _FAULTS:
            return f"{_MARK}<p>{escape(contentstate_json)}</p>"

    return to_database_format


def _refusing(validate):
    @wraps(validate)
    def refusing(self, value):
        validate(self, value)
        if isinstance(value, str) and value.startswith(_MARK):
            raise ValidationError(_("Texten gick inte att läsa. Rätta den här och spara igen."), code="unreadable")

    return refusing
