"""Holds every list of rows in a form to a number of rows, which honest use never meets, before any row is made.

One place for all: each list is one of Django's formsets, or a stream or list of Wagtail's blocks. A list that is
refused keeps the first rows that were sent, as they were typed, and says in words how many there may be.
"""

import re
from collections import ChainMap

from django.core.exceptions import ValidationError
from django.forms import BaseFormSet
from django.forms.formsets import INITIAL_FORM_COUNT, TOTAL_FORM_COUNT
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from wagtail.blocks import BaseStreamBlock, ListBlock
from wagtail.blocks.list_block import ListBlockValidationError
from wagtail.blocks.stream_block import StreamBlockValidationError

MOST_ROWS = 300  # a formset whose lists are longer by nature says so: ``most_rows``
MOST_NESTED = 1_000  # rows of a list together with the rows of its rows
MOST_BLOCKS = 500


def connect():
    """Called once the apps are loaded."""
    BaseFormSet.most_rows, BaseFormSet.refused = MOST_ROWS, None
    BaseFormSet.__init__ = _bounded(BaseFormSet.__init__)
    BaseFormSet.full_clean = _refusing(BaseFormSet.full_clean)
    BaseFormSet.is_valid = _never_valid(BaseFormSet.is_valid)
    for block, error in ((BaseStreamBlock, StreamBlockValidationError), (ListBlock, ListBlockValidationError)):
        block.value_from_datadict = _first_blocks(block.value_from_datadict)
        block.clean = _all_blocks(block.clean, error)


def too_many(number, most):
    return ValidationError(
        _(
            "Listan har %(number)d rader, men högst %(most)d får plats. De första raderna står kvar. "
            "Inget är sparat än."
        )
        % {"number": number, "most": most},
        code="too_many_forms",
    )


def _bounded(init):
    def bounded(self, *args, **kwargs):
        init(self, *args, **kwargs)
        self.max_num = min(self.max_num, self.most_rows)  # where a form's script stops offering a new row
        if self.is_bound:
            _refuse(self)

    return bounded


def _refuse(formset):
    """Leave the first rows of a list that is too long, so that what follows deals with no more."""
    sent, nested = formset.management_form.cleaned_data[TOTAL_FORM_COUNT], _nested(formset)
    if nested and sent + nested > MOST_NESTED:
        formset.refused = too_many(sent + nested, MOST_NESTED)
        _shorten(formset, 0)
    elif sent > formset.most_rows and sent > (most := _most(formset)):
        formset.refused = too_many(sent, most)
        _shorten(formset, min(most, _filled(formset)))


def _most(formset):
    """Rows that are stored are never too many, and for each that the form takes away there may be another."""
    stored = len(formset.get_queryset()) if hasattr(formset, "get_queryset") else 0
    return max(formset.most_rows, stored) + min(_taken_away(formset), formset.most_rows)


def _shorten(formset, number):
    counts = {name: min(formset.management_form.cleaned_data[name], number) for name in _COUNTS}
    formset.data = formset.data.copy()
    for name, count in counts.items():
        formset.data[f"{formset.prefix}-{name}"] = str(count)
    del formset.management_form  # Django makes it again, of the new data


_COUNTS = (TOTAL_FORM_COUNT, INITIAL_FORM_COUNT)


def _filled(formset):
    """How many rows have come with the form, whatever it says that it holds."""
    row = re.compile(rf"{re.escape(formset.prefix)}-([0-9]{{1,6}})-")
    return max((int(found[1]) + 1 for found in map(row.match, formset.data) if found), default=0)


def _taken_away(formset):
    row = re.compile(rf"{re.escape(formset.prefix)}-[0-9]+-DELETE")
    return sum(1 for name, value in formset.data.items() if value and row.fullmatch(name))


def _nested(formset):
    """The number of rows that the list's rows say that they hold."""
    if not getattr(formset.form, "formsets", None):
        return 0
    count = re.compile(rf"{re.escape(formset.prefix)}-[0-9]+-.+-{TOTAL_FORM_COUNT}")
    numbers = (value for name, value in formset.data.items() if count.fullmatch(name))
    return sum(min(int(number), MOST_NESTED) for number in numbers if re.fullmatch("[0-9]{1,9}", str(number)))


def _refusing(full_clean):
    def refusing(self):
        if self.refused is None:
            full_clean(self)
            return
        self._errors = []
        self._non_form_errors = self.error_class(self.refused.messages, error_class="nonform", renderer=self.renderer)

    return refusing


def _never_valid(is_valid):
    def valid(self):
        return self.refused is None and is_valid(self)

    return valid


class _Counted(ChainMap):
    """What was sent, with another number of blocks."""

    def __missing__(self, key):
        raise MultiValueDictKeyError(key)  # a field that every browser sends, as Django says it


def _first_blocks(value_from_datadict):
    def first(self, data, files, prefix):
        sent = int(data[f"{prefix}-count"])
        if sent <= MOST_BLOCKS:
            return value_from_datadict(self, data, files, prefix)
        value = value_from_datadict(self, _Counted({f"{prefix}-count": MOST_BLOCKS}, data), files, prefix)
        value.sent = sent
        return value

    return first


def _all_blocks(clean, error):
    def all_(self, value):
        if sent := getattr(value, "sent", 0):
            raise error(non_block_errors=[too_many(sent, MOST_BLOCKS)])
        return clean(self, value)

    return all_
