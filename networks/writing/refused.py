"""Lets a form that is refused anyway say why, whatever its own checks trip over besides.

The checks of some of Wagtail's forms read fields that were just refused, or that never came: every browser sends
them, but not whoever sends a form without one. Such a form is shown again with all that was sent, like any other.
"""

import logging
from functools import wraps

from django import forms

logger = logging.getLogger(__name__)


def connect():
    """Called once the apps are loaded."""
    forms.BaseForm.full_clean = _refusing(forms.BaseForm.full_clean)


def _refusing(full_clean):
    @wraps(full_clean)
    def refusing(self):
        try:
            full_clean(self)
        except (AttributeError, KeyError, TypeError) as error:
            _add_missing(self)
            if not self._errors:
                raise  # a fault of ours: nothing is wrong with what was sent
            logger.warning("A form that is refused could not be checked to its end.", exc_info=error)

    return refusing


def _add_missing(form):
    for name, field in form.fields.items():
        omitted = field.widget.value_omitted_from_data(form.data, form.files, form.add_prefix(name))
        if field.required and not field.disabled and omitted and name not in form._errors:
            form.add_error(name, forms.ValidationError(field.error_messages["required"], code="required"))
