"""The admin opens for an editor, in Swedish, on every sort of page and register that the site has."""

import pytest
from django.urls import reverse

from gr_site.models import StandardPage
from tests.factories import add_page, make_area, make_category, make_event, make_network, make_organisation

pytestmark = pytest.mark.django_db


def test_every_sort_of_page_can_be_opened_for_editing(site, editor_client):
    network = make_network()
    text = add_page(site.home, StandardPage(title="Om webbplatsen"))
    for page in (site.home, site.networks, site.calendar, network, make_event(network, "2020-02-07"), text):
        assert editor_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_every_sort_of_page_can_be_begun(site, editor_client):
    network = make_network()
    for parent, app, model in [
        (site.home, "gr_site", "standardpage"),
        (site.networks, "networks", "networkpage"),
        (network, "networks", "networkpage"),
        (network, "events", "eventpage"),
        (site.calendar, "events", "eventpage"),
    ]:
        assert editor_client.get(reverse("wagtailadmin_pages:add", args=[app, model, parent.pk])).status_code == 200


def test_every_register_can_be_listed_opened_and_searched(site, editor_client):
    for row in (make_area(), make_category(), make_organisation()):
        name = f"wagtailsnippets_{row._meta.app_label}_{row._meta.model_name}"
        assert editor_client.get(reverse(f"{name}:list"), {"q": "utbild"}).status_code == 200
        assert editor_client.get(reverse(f"{name}:edit", args=[row.pk])).status_code == 200
        assert editor_client.get(reverse(f"{name}:add")).status_code == 200


def test_what_is_in_use_is_not_deleted_and_no_error(site, editor_client):
    area = make_area()
    make_network(area=area)
    address = reverse("wagtailsnippets_networks_area:delete", args=[area.pk])
    assert editor_client.get(address).status_code == 200
    assert editor_client.post(address).status_code < 500
    area.refresh_from_db()


def test_drafts_can_be_previewed_with_their_meetings_network_unpublished(site, editor_client):
    network = make_network(live=False)
    event = make_event(network, "2020-02-07", live=False)
    for page in (network, event):
        response = editor_client.get(reverse("wagtailadmin_pages:view_draft", args=[page.pk]))
        assert response.status_code == 200


def test_visitors_are_asked_to_log_in(site, client):
    response = client.get(reverse("wagtailadmin_home"))
    assert response.status_code == 302
    assert "login" in response.url


def test_the_admin_speaks_swedish_and_calls_no_other_host(site, editor_client):
    html = editor_client.get(reverse("wagtailadmin_home")).content.decode()
    assert 'lang="sv"' in html
    for host in ("gravatar.com", "releases.wagtail"):
        assert host not in html
