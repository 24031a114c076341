"""A form that comes without what every browser sends with it gets 400, not an error of the site's."""

import pytest
from django.urls import reverse
from wagtail.models import Workflow

from networks.models import NetworkPage
from tests.factories import make_event, make_network
from tests.networks.rights.forms import Form

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("view", ["edit", "copy"])
def test_an_empty_form_of_a_page_is_a_bad_request(view, site, editor_client):
    page = make_network("Förskolenätverket")
    response = editor_client.post(reverse(f"wagtailadmin_pages:{view}", args=[page.pk]), {"title": "Nytt"})
    assert response.status_code == 400
    assert NetworkPage.objects.get().title == "Förskolenätverket"


def test_a_chooser_without_a_form_makes_no_rows(site, editor_client):
    response = editor_client.post(reverse("wagtailsnippetchoosers_networks_area:create"))
    assert (response.status_code, response["Location"]) == (302, reverse("wagtailadmin_home"))


def test_a_key_that_no_row_can_have_is_a_bad_request(site, editor_client):
    address = reverse("wagtailsnippetchoosers_networks_area:chosen_multiple")
    assert editor_client.get(address, {"id": "x"}).status_code == 400
    # PostgreSQL compares its keys with a number of any size; SQLite does not.
    assert editor_client.get(address, {"id": "9" * 40}).status_code in {200, 400}


def test_a_key_in_an_address_that_no_row_can_have_is_not_found(site, editor_client):
    assert editor_client.get(f"/admin/stammer-fortfarande/{'9' * 19}/").status_code == 404


def test_a_number_of_blocks_that_is_none_is_a_bad_request(site, editor_client):
    form = Form(editor_client, reverse("wagtailadmin_pages:edit", args=[make_network("Förskolenätverket").pk]))
    assert form.post({}, **{"body-count": "x"}).status_code == 400


def test_more_blocks_than_were_sent_are_a_bad_request(site, editor_client):
    form = Form(editor_client, reverse("wagtailadmin_pages:edit", args=[make_network("Förskolenätverket").pk]))
    for number in ("3", "1000000"):
        assert form.post({}, **{"body-count": number}).status_code == 400


def test_a_number_too_long_to_be_read_is_a_bad_request(site, editor_client):
    form = Form(editor_client, reverse("wagtailadmin_pages:edit", args=[make_network("Förskolenätverket").pk]))
    assert form.post({}, **{"body-count": "9" * 5_000}).status_code == 400


def test_a_way_on_that_leads_nowhere_is_refused_before_anything_is_done(site, editor_client):
    page = make_network("Förskolenätverket")
    unpublish = reverse("wagtailadmin_pages:unpublish", args=[page.pk])
    assert editor_client.post(unpublish, {"next": "x"}).status_code == 400
    assert NetworkPage.objects.get().live
    assert editor_client.post(unpublish, {"next": reverse("wagtailadmin_home")}).status_code == 302
    assert not NetworkPage.objects.get().live


def test_a_key_that_a_page_links_to_and_is_none_is_a_bad_request(site, editor_client):
    address = reverse("wagtailadmin_choose_page_external_link")
    assert editor_client.get(address, {"parent_page_id": "NaN"}).status_code == 400


@pytest.mark.parametrize("days", ["[" * 100_000, "x"], ids=["deep", "no JSON"])
def test_days_that_are_none_are_no_error_of_the_sites(days, site, editor_client):
    event = make_event(make_network("Förskolenätverket"), "2020-02-07")
    form = Form(editor_client, reverse("wagtailadmin_pages:edit", args=[event.pk]))
    assert form.post({}, handed_out=days).status_code in {200, 302}


@pytest.mark.parametrize("page", ["0", "-1", "2", "9" * 30])
def test_a_page_of_a_list_that_there_is_not(site, admin_client, page):
    """Wagtail's list of the pages of a workflow asks for it as it is."""
    workflow = Workflow.objects.create(name="Granskning")
    address = reverse("wagtailadmin_workflows:edit", args=[workflow.pk])
    assert admin_client.get(address, {"p": page}).status_code == 400
    assert admin_client.get(address, {"p": "1"}).status_code == 200
