"""Values of a page's fields in words, for the questions of a form."""

from datetime import date, time

from django.utils.dateparse import parse_date, parse_datetime, parse_time
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from modelcluster.models import model_from_serializable_data
from wagtail.fields import StreamField

from ..moments import moment_in_words
from ..text.tags import without_tags
from ..versions.merging import value_at
from ..versions.sameness import plain

PARSERS = {"DateField": parse_date, "DateTimeField": parse_datetime, "TimeField": parse_time}


class Words:
    """Names and values of one merge. A path leads to a field, to a row or to a field of a row."""

    def __init__(self, merge):
        self.merge, self.page = merge, merge.page

    def label(self, path):
        if len(path) == 1:
            return str(self._field(path).verbose_name)
        row = value_at(self.merge.stored, path[:2]) or value_at(self.merge.versions[1], path[:2])
        name = f"{self._rows(path[0]).related_model._meta.verbose_name} {self._row(path[0], row)}"
        return name if len(path) == 2 else f"{name}: {self._field(path).verbose_name}"

    def of(self, path, value, removed):
        if len(path) != 2:
            return in_words(self._field(path), value)
        if value is None:
            return removed
        shown = [name for name in value if name not in self.merge.rules.quiet[path[0]] | {"pk"}]
        pairs = [(self._field((*path, name)), value[name]) for name in shown if plain(value[name]) != ""]
        return "\n".join(f"{field.verbose_name}: {in_words(field, text)}" for field, text in pairs)

    def _rows(self, name):
        return self.page._meta.get_field(name)

    def _row(self, name, values):
        relation = self._rows(name)
        row = model_from_serializable_data(relation.related_model, values)
        setattr(row, relation.field.name, self.page)
        return row

    def _field(self, path):
        model = self.page if len(path) == 1 else self._rows(path[0]).related_model
        return model._meta.get_field(path[-1])


def in_words(field, value):
    """``value`` of the model's ``field``, as JSON, in words."""
    if plain(value) == "":
        return _("tomt")
    if isinstance(value, bool):
        return _("ja") if value else _("nej")
    if field.remote_field:
        keys = value if isinstance(value, list) else [value]
        return ", ".join(str(found) for found in field.related_model._default_manager.filter(pk__in=keys))
    if field.flatchoices:
        return str(dict(field.flatchoices).get(value, value))
    if parse := PARSERS.get(field.get_internal_type()):
        return _moment(parse(value))
    if isinstance(field, StreamField):
        value = str(field.to_python(value).render_as_block())
    return without_tags(str(value).replace("</p>", "</p>\n").replace("<br", "\n<br")).strip()


def _moment(value):
    if isinstance(value, time):
        return date_format(value, "H.i")
    return date_format(value, "j F Y") if type(value) is date else moment_in_words(value)
