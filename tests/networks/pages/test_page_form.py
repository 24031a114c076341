"""The form of every page type: nobody is asked for the page's address, and the last tabs are the same."""

import pytest
from django.apps import apps
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import nested_form_data

from networks.models import NetworkIndexPage, NetworkPage
from networks.pages.page_form import PageForm
from tests.factories import make_network

OURS = [model for model in apps.get_models() if issubclass(model, Page) and model is not Page]


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_page_type_of_ours_does_without_an_address(model):
    form = model.get_edit_handler().get_form_class()
    assert issubclass(form, PageForm)


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_page_type_of_ours_ends_its_form_with_the_same_tabs(model):
    tabs = [str(tab.heading) for tab in model.get_edit_handler().children]
    assert tabs[-2:] == ["Dela och hitta", "Inställningar"]


def add_to(parent):
    return reverse("wagtailadmin_pages:add", args=["networks", "networkpage", parent.pk])


def form_data(**fields):
    empty = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 1000}
    form = NetworkPage.get_edit_handler().get_form_class()
    data = dict.fromkeys(form.formsets, empty) | {"comments": empty}
    return nested_form_data(
        data
        | {"title": "Nätverket för nya frågor", "slug": "", "kind": "network", "status": "active", "body-count": 0}
        | {"purpose": "null", "vision": "null", "start_precision": "", "action-publish": "1", **fields}
    )


def test_a_new_page_published_without_an_address_gets_one_from_its_title(site, admin_client):
    parent = NetworkIndexPage.objects.get(locale__language_code="sv")
    answer = admin_client.post(add_to(parent), form_data())
    assert answer.status_code == 302, answer.context["form"].errors
    made = NetworkPage.objects.get(title="Nätverket för nya frågor")
    assert (made.live, made.slug) == (True, "natverket-for-nya-fragor")


@pytest.mark.parametrize("filled_in", ["", "natverket-for-nya-fragor"], ids=["nothing", "by script"])
def test_two_pages_of_one_name_get_an_address_each(site, admin_client, filled_in):
    parent = make_network("Nätverket för nya frågor").get_parent()
    admin_client.post(add_to(parent), form_data(slug=filled_in))
    slugs = NetworkPage.objects.filter(title="Nätverket för nya frågor").values_list("slug", flat=True)
    assert sorted(slugs) == ["natverket-for-nya-fragor", "natverket-for-nya-fragor-2"]


def test_a_page_that_was_autosaved_under_a_name_that_another_has_is_saved_on(site, admin_client):
    """The script's address stays in the form after the page has got another, and follows the title as it is typed."""
    parent = make_network("Nätverket för nya frågor").get_parent()
    autosave = {"title": "Nätverket för nya", "slug": "natverket-for-nya", "action-publish": ""}
    answer = admin_client.post(add_to(parent), form_data(**autosave), headers={"accept": "application/json"})
    edit, updates = answer.json()["url"], answer.json()["field_updates"]
    autosave = {"slug": "natverket-for-nya-fragor", "action-publish": "", "seen": updates["seen"]}
    answer = admin_client.post(edit, form_data(**autosave), headers={"accept": "application/json"})
    assert answer.json()["success"]
    seen = answer.json()["field_updates"]["seen"]
    answer = admin_client.post(edit, form_data(slug="natverket-for-nya-fragor", seen=seen))
    assert answer.status_code == 302, answer.context["form"].errors
    made = NetworkPage.objects.get(pk=int(edit.split("/")[-3]))
    assert (made.live, made.slug) == (True, "natverket-for-nya-fragor-2")


def test_a_page_whose_address_is_wiped_keeps_it_under_a_new_name(site, admin_client):
    network = make_network("Fältnätverket")
    edit = reverse("wagtailadmin_pages:edit", args=[network.pk])
    seen = admin_client.get(edit).context["form"]["seen"].value()
    answer = admin_client.post(edit, form_data(seen=seen))
    assert answer.status_code == 302, answer.context["form"].errors
    network.refresh_from_db()
    assert (network.title, network.slug) == ("Nätverket för nya frågor", "faltnatverket")


def test_an_address_that_another_page_has_is_still_refused(site, admin_client):
    parent = make_network("Fältnätverket").get_parent()
    answer = admin_client.post(add_to(parent), form_data(slug="faltnatverket"))
    assert list(answer.context["form"].errors) == ["slug"]
