"""How Wagtail's comparison of two versions shows values that are not texts: as people write them, and nothing for
nothing."""

from django.db import models
from django.utils.formats import localize
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.admin.compare import FieldComparison, TextDiff, register_comparison_class


class ValueComparison(FieldComparison):
    def htmldiff(self):
        before, after = self.in_words(self.val_a), self.in_words(self.val_b)
        if before == after:
            return escape(after)
        return TextDiff([part for part in (("deletion", before), ("addition", after)) if part[1]]).to_html()

    def in_words(self, value):
        if value is None:
            return ""
        if isinstance(value, bool):
            return _("Ja") if value else _("Nej")
        return str(localize(value))


def connect():
    """Called once the apps are loaded."""
    for field in (models.DateField, models.TimeField, models.BooleanField, models.IntegerField):
        register_comparison_class(field, comparison_class=ValueComparison)
