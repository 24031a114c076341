"""What ``events.editing.occurrence_forms`` needs of modelcluster's and Django's formsets."""

from django import forms
from django.forms.formsets import BaseFormSet
from django.forms.models import BaseModelFormSet
from modelcluster.forms import BaseChildFormSet, BaseTransientModelFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from events.editing.occurrence_forms import OccurrenceFormSet


class NameForm(forms.Form):
    name = forms.CharField()

    def __init__(self, *args, instance=None, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance = instance


def test_the_formset_makes_each_form_by_construct_form_and_hands_on_the_row():
    """Django's own method takes what a subclass adds, and gives it to the form."""
    row = object()
    formset = forms.formset_factory(NameForm, extra=1)()
    assert BaseFormSet._construct_form(formset, 0, instance=row).instance is row


def test_the_classes_between_are_those_that_we_step_over():
    names = [each for each in OccurrenceFormSet.__mro__ if "_construct_form" in vars(each)]
    assert names == [OccurrenceFormSet, BaseTransientModelFormSet, BaseModelFormSet, BaseFormSet]
    assert BaseChildFormSet in OccurrenceFormSet.__mro__


def test_autosave_asks_the_form_what_a_new_row_has_become():
    """Wagtail answers an autosave with what this method returns: ``{field name: value}``."""
    assert callable(WagtailAdminModelForm.get_field_updates_for_resave)
