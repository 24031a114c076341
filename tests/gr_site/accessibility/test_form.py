"""The editor's form: what is missing or contradicts itself is refused in plain words, when it is published."""

import pytest
from django.core.exceptions import ValidationError
from django.forms.models import model_to_dict
from django.urls import reverse
from time_machine import travel

from gr_site.accessibility.panels import reminders
from gr_site.models import AccessibilityStatementPage, Shortcoming
from tests.factories import make_editor, make_network

from .conftest import FIELDS

pytestmark = pytest.mark.django_db


def form_of(page, **changes):
    """The form as it comes back from the editor, with the page's own shortcomings; ``rows`` replaces them."""
    rows = changes.pop("rows", None)
    if rows is None:
        rows = [model_to_dict(row) for row in page.shortcomings.all()]
    data = {**FIELDS, "answer_days": 5, "comments-TOTAL_FORMS": 0, "comments-INITIAL_FORMS": 0, **changes}
    data |= {"shortcomings-TOTAL_FORMS": len(rows), "shortcomings-INITIAL_FORMS": 0}
    for number, row in enumerate(rows):
        for name in ("what", "affects", "criterion", "reason", "motivation", "fixed_by"):
            data[f"shortcomings-{number}-{name}"] = row.get(name) or ""
        data[f"shortcomings-{number}-ORDER"] = number
    data["method_description"] = data["work"] = "null"
    form_class = page.get_edit_handler().get_form_class()
    return form_class(data, instance=page, parent_page=page.get_parent())


def errors_of(form):
    form.is_valid()
    return {name: list(errors) for name, errors in form.errors.items()}


def test_a_whole_statement_is_taken(statement):
    assert errors_of(form_of(statement)) == {}


@pytest.mark.parametrize(
    "name", ["actor", "service_name", "addresses", "conformance", "assessed_on", "method", "email", "phone"]
)
def test_what_digg_asks_for_is_required(statement, name):
    assert list(errors_of(form_of(statement, **{name: ""}))) == [name]


@pytest.mark.parametrize(
    ("changes", "field", "begins"),
    [
        ({"conformance": "full"}, "conformance", "Välj ”delvis förenlig”"),
        ({"rows": []}, "conformance", "Lägg till minst en brist"),
        ({"method": "external"}, "assessor", "Skriv vem"),
        ({"method": "both", "assessor": "  "}, "assessor", "Skriv vem"),
        ({"assessed_on": "2099-01-01"}, "assessed_on", "Dagen har inte varit än."),
        ({"addresses": "https://gr.example\nnatverk"}, "addresses", "Skriv en hel adress"),
        ({"addresses": "javascript:alert(1)"}, "addresses", "Skriv en hel adress"),
    ],
)
def test_what_does_not_hold_is_refused(statement, changes, field, begins):
    errors = errors_of(form_of(statement, **changes))
    assert list(errors) == [field]
    assert errors[field][0].startswith(begins)


def test_what_the_law_does_not_ask_for_leaves_it_fully_conformant(statement):
    outside = {"what": "Gammalt", "affects": "alla", "reason": "outside"}
    assert errors_of(form_of(statement, conformance="full", rows=[outside])) == {}


def test_a_draft_may_be_unfinished(statement):
    form = form_of(statement, conformance="full", method="external", actor="")
    form.defer_required_fields()
    assert errors_of(form) == {}


def test_the_burden_has_to_be_explained():
    row = Shortcoming(what="Kartan", affects="alla", reason="burden", motivation=" ")
    with pytest.raises(ValidationError) as refused:
        row.clean()
    assert list(refused.value.message_dict) == ["motivation"]


@pytest.mark.parametrize(("number", "is_one"), [("1.4.3", True), ("2.5.8", True), ("1.4", False), ("5.1.1", False)])
def test_a_criterion_is_a_number_of_wcag(number, is_one):
    row = Shortcoming(what="Kartan", affects="alla", criterion=number)
    try:
        row.clean_fields(exclude=["page", "locale"])
        assert is_one
    except ValidationError as refused:
        assert list(refused.message_dict) == ["criterion"]
        assert not is_one


def test_an_old_assessment_and_a_day_that_has_passed_are_told_to_the_editor(statement, editor_client):
    assert reminders(statement, FIELDS["assessed_on"]) == []
    statement.documents_fixed_by = FIELDS["assessed_on"]
    statement.save()
    with travel("2026-09-02T10:00:00+02:00", tick=False):
        html = editor_client.get(reverse("wagtailadmin_pages:edit", args=[statement.pk])).content.decode()
    assert "Granskningen är mer än ett år gammal." in html
    assert "En dag då något skulle vara åtgärdat har passerat." in html


def test_a_networks_editor_may_not_touch_it(site, statement, client):
    client.force_login(make_editor(make_network()))
    edit = reverse("wagtailadmin_pages:edit", args=[statement.pk])
    add = reverse(
        "wagtailadmin_pages:add", args=["gr_site", AccessibilityStatementPage._meta.model_name, site.home.pk]
    )
    assert [client.get(address).status_code for address in (edit, add)] == [302, 302]
