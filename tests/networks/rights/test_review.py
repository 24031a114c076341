"""Reviewed or not is one setting of the network: reviewed, its editors submit and a central editor approves."""

import pytest
from django.urls import reverse
from wagtail.models import Page, TaskState

from .conftest import fresh, set_review, signed_in

pytestmark = pytest.mark.django_db


def change(client, event, title, action):
    """Save the edit form as it stands with another title."""
    edit = reverse("wagtailadmin_pages:edit", args=[event.pk])
    form = client.get(edit).context["form"]
    data = {field.html_name: field.value() for field in form if field.value() not in (None, False)}
    for formset in form.formsets.values():
        data |= {field.html_name: field.value() for field in formset.management_form}
        for row in formset:
            data |= {field.html_name: field.value() for field in row if field.value() not in (None, False)}
    return client.post(edit, data | {"title": title, "body-count": 0, action: "1"})


def title(event):
    return Page.objects.get(pk=event.pk).title


def test_without_review_she_publishes(two, as_editor):
    assert two.own.event.permissions_for_user(fresh(two.editor)).can_publish()
    change(as_editor, two.own.event, "Nya möten", "action-publish")
    assert title(two.own.event) == "Nya möten"


def test_without_review_nobody_is_asked(two):
    assert not two.own.event.has_workflow


def test_with_review_she_submits_and_a_central_editor_approves(two, as_editor, as_central):
    set_review(two.own, on=True)
    assert not two.own.event.permissions_for_user(fresh(two.editor)).can_publish()
    change(as_editor, two.own.event, "Nya möten", "action-publish")
    assert title(two.own.event) == "Norra nätverkets möten"
    change(as_editor, two.own.event, "Nya möten", "action-submit")
    state = TaskState.objects.get(status="in_progress")
    address = reverse("wagtailadmin_pages:workflow_action", args=[two.own.event.pk, "approve", state.pk])
    as_editor.post(address)
    assert title(two.own.event) == "Norra nätverkets möten", "nobody approves her own"
    as_central.post(address)
    assert title(two.own.event) == "Nya möten"


def test_with_review_the_network_page_is_reviewed_too(two, as_editor):
    set_review(two.own, on=True)
    edit = as_editor.get(reverse("wagtailadmin_pages:edit", args=[two.own.page.pk])).content.decode()
    assert "action-publish" not in edit
    assert "action-submit" in edit


def test_with_review_she_neither_unpublishes_nor_deletes_what_is_public(two, as_editor):
    set_review(two.own, on=True)
    for view in ("unpublish", "delete", "set_privacy"):
        as_editor.post(reverse(f"wagtailadmin_pages:{view}", args=[two.own.event.pk]), {"restriction_type": "login"})
    event = Page.objects.get(pk=two.own.event.pk)
    assert event.live
    assert not event.view_restrictions.exists()


def test_the_other_network_is_not_touched_by_the_setting(two):
    set_review(two.own, on=True)
    assert two.other.event.permissions_for_user(fresh(two.other_editor)).can_publish()
    client = signed_in(two.other_editor)
    change(client, two.other.event, "Våra möten", "action-publish")
    assert title(two.other.event) == "Våra möten"
