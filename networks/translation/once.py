"""What may stand once in each language is checked before it is stored."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class OncePerLanguage:
    """For models with constraints of ``locale`` and another field, which forms without a field for the language skip:
    what was there already failed with 500 when it was stored."""

    def validate_constraints(self, exclude=None):
        super().validate_constraints(exclude=exclude)
        wrong = {name: _says_so(self, name) for name in _once(self) if name not in (exclude or ())}
        if errors := {name: error for name, error in wrong.items() if error}:
            raise ValidationError(errors)


def _once(row):
    sets = [set(unique.fields) for unique in row._meta.total_unique_constraints]
    return [name for names in sets if "locale" in names and len(names) == 2 for name in names - {"locale"}]


def _says_so(row, name):
    value = getattr(row, name)
    others = type(row)._default_manager.filter(locale=row.locale_id, **{name: value}).exclude(pk=row.pk)
    if row.locale_id and others.exists():
        return _("”%(value)s” finns redan i registret. Skriv något annat.") % {"value": value}
    return None
