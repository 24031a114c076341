"""A field of a form that an address may name several times: ``omrade=skola&omrade=miljo``."""

from django import forms
from django.utils.translation import gettext as _

# How many values of one field are read.
MOST = 50


class SeveralField(forms.Field):
    """A list of what ``field`` makes of each value, without empty ones and repetitions."""

    widget = forms.SelectMultiple

    def __init__(self, field, **kwargs):
        super().__init__(required=False, **kwargs)
        self.field = field

    def clean(self, value):
        """Raises ValidationError if there is a bad value, whatever is wrong with it: people do not write them, and
        what they followed was an old link."""
        try:
            return self._cleaned(_listed(value))
        except forms.ValidationError as fault:
            text = _("%(field)s: det du valde finns inte. Sökningen bortser från det.")
            raise forms.ValidationError(text, params={"field": self.label}) from fault

    def good(self, value):
        """What is left of ``value`` without its bad ones."""
        return self._cleaned(each for each in _listed(value) if self._is_good(each))

    def _cleaned(self, values):
        return list(dict.fromkeys(cleaned for each in values if (cleaned := self.field.clean(each))))

    def _is_good(self, value):
        try:
            self.field.clean(value)
        except forms.ValidationError:
            return False
        return True


def _listed(value):
    return ([value] if isinstance(value, str) else list(value or ()))[:MOST]
