"""What a browser has sent in place of a rich text or of JSON: an error in the form, with all that was sent.

Wagtail turns the JSON into HTML while it reads the field, before there is anything that could be refused, and
Django hands JSON of any depth to Python, which fails for the deepest.
"""

import json
from functools import wraps

from django import forms
from django.core.exceptions import ValidationError
from django.forms.fields import InvalidJSONInput
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter

from .rules.draft_content import check_bounds

_MARK = "<!--unreadable-->"  # Draftail never sends a comment, and drops this one when the form is shown again


def connect():
    """Called once the apps are loaded."""
    ContentstateConverter.to_database_format = _marking(ContentstateConverter.to_database_format)
    forms.CharField.validate = _refusing(forms.CharField.validate)
    forms.JSONField.to_python = _refusing_depth(forms.JSONField.to_python)
    forms.JSONField.bound_data = _showing_depth(forms.JSONField.bound_data)


def _marking(convert):
    @wraps(convert)
    def to_database_format(self, contentstate_json):
        try:
            check_bounds(json.loads(contentstate_json))
            return convert(self, contentstate_json)
        except Exception:  # noqa: BLE001 - whatever has not Draftail's shape; the exporter has errors of its own, too
            return f"{_MARK}<p>{escape(contentstate_json)}</p>"

    return to_database_format


def _refusing(validate):
    @wraps(validate)
    def refusing(self, value):
        validate(self, value)
        if isinstance(value, str) and value.startswith(_MARK):
            raise ValidationError(_("Texten gick inte att läsa. Rätta den här och spara igen."), code="unreadable")

    return refusing


def _refusing_depth(read):
    @wraps(read)
    def to_python(self, value):
        try:
            return read(self, value)
        except RecursionError as error:
            raise ValidationError(self.error_messages["invalid"], code="invalid", params={"value": value}) from error

    return to_python


def _showing_depth(read):
    @wraps(read)
    def bound_data(self, data, initial):
        try:
            return read(self, data, initial)
        except RecursionError:
            return InvalidJSONInput(data)

    return bound_data
