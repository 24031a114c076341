"""Every form that is sent empty, or without any of its fields, says what is missing: nothing fails."""

from sys import modules

import pytest
from django import forms
from django.urls import get_resolver
from wagtail.admin.forms.choosers import ExternalLinkChooserForm
from wagtail.contrib.redirects.forms import ConfirmImportManagementForm

from tests.networks.rights.walk import patterns


def below(base):
    for kind in base.__subclasses__():
        yield kind
        yield from below(kind)


def every_form():
    """Those that a module holds and that can be made of what was sent alone. All views are imported for it."""
    list(patterns(get_resolver()))
    held = {kind for kind in below(forms.BaseForm) if getattr(modules[kind.__module__], kind.__name__, None) is kind}
    for kind in sorted(held, key=str):
        try:
            names = [kind({}).add_prefix(name) for name in kind({}).fields]
        except Exception:  # noqa: BLE001, S112 - it needs more than what was sent
            continue
        yield kind, names


@pytest.mark.django_db
def test_no_form_fails_without_its_fields_or_their_values():
    checked = 0
    for kind, names in every_form():
        kind({}).full_clean()
        kind(dict.fromkeys(names, "")).full_clean()
        checked += 1
    assert checked > 80


@pytest.mark.parametrize("form", [ExternalLinkChooserForm, ConfirmImportManagementForm])
def test_what_is_missing_is_said_beside_its_field(form):
    required = {name for name, field in form({}).fields.items() if field.required}
    assert form({}).errors.keys() == required


def test_what_was_sent_stays_in_a_form_that_is_refused():
    form = ExternalLinkChooserForm({"link_text": "Läs mer"})
    assert (form.is_valid(), form["link_text"].value()) == (False, "Läs mer")


def test_a_fault_of_the_forms_own_is_not_hidden():
    class Faulty(forms.Form):
        title = forms.CharField()

        def clean(self):
            return {}["x"]

    assert not Faulty({"title": ""}).is_valid()
    with pytest.raises(KeyError):
        Faulty({"title": "Ale"}).is_valid()
