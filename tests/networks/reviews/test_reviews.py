"""The yearly review: one click, logged, and nothing that a visitor would notice."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry, PageLogEntry

from networks.models import NetworkPage
from networks.reviews.queries import due_for_review
from tests.factories import make_editor, make_network, publish
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network()


def post(client, network, **data):
    return client.post(reverse("review_network", args=[network.pk]), data)


def test_one_click_notes_the_review_and_who_made_it(site, editor_client, network):
    response = post(editor_client, network, next=reverse("network_listing"))
    assert (response.status_code, response.url) == (302, reverse("network_listing"))
    network.refresh_from_db()
    assert network.reviewed_on == timezone.localdate()
    entry = PageLogEntry.objects.get(action="networks.review")
    assert (entry.page_id, entry.user.username) == (network.pk, "alva")
    history = editor_client.get(reverse("wagtailadmin_pages:history", args=[network.pk])).content.decode()
    assert "Sidan granskad: stämmer fortfarande" in history
    assert ModelLogEntry.objects.count() == 0


def test_visitors_notice_nothing(site, editor_client):
    network, visitor = make_network(), Client()
    before = visitor.get(network.url).content
    stamps = NetworkPage.objects.values("last_published_at", "content_changed_at", "latest_revision", "live_revision")
    untouched = stamps.get(pk=network.pk)
    post(editor_client, network)
    assert stamps.get(pk=network.pk) == untouched
    assert visitor.get(network.url).content == before


def test_a_later_publication_keeps_the_review_and_its_own_date_of_change(site, editor_client, network):
    draft = NetworkPage.objects.get(pk=network.pk)
    draft.save_revision()
    post(editor_client, network)
    NetworkPage.objects.get(pk=network.pk).get_latest_revision().publish()
    network.refresh_from_db()
    assert network.reviewed_on == timezone.localdate()


def test_who_keeps_the_page_is_no_change_to_a_reader(site, django_user_model, network):
    changed = network.content_changed_at
    network.keeper = django_user_model.objects.create_user("kim")
    network.publishes_minutes = False
    assert publish(network).content_changed_at == changed


def test_only_those_who_may_edit_the_page_may_say_that_it_is_true(site, client, network):
    own, other = network, make_network("Gymnasienätverket")
    client.force_login(make_editor(own))
    assert post(client, own).status_code == 302
    assert post(client, other).status_code == 302  # sent to the dashboard with a message, as Wagtail does
    assert set(NetworkPage.objects.exclude(reviewed_on=None)) == {own}


def test_without_scripts_the_link_asks_first(site, editor_client, network):
    html = editor_client.get(reverse("review_network", args=[network.pk])).content.decode()
    assert "Stämmer fortfarande</button>" in html
    network.refresh_from_db()
    assert network.reviewed_on is None
    assert editor_client.get(reverse("review_network", args=[0])).status_code == 404


def test_a_foreign_address_to_return_to_is_not_followed(site, editor_client, network):
    response = post(editor_client, network, next="https://example.org/")
    assert response.url == reverse("wagtailadmin_pages:edit", args=[network.pk])


def test_the_edit_form_has_the_button(site, editor_client, network):
    html = editor_client.get(reverse("wagtailadmin_pages:edit", args=[network.pk])).content.decode()
    assert reverse("review_network", args=[network.pk]) in html


def test_the_form_asks_for_the_review_first_when_it_is_due(site, editor_client, network):
    address = reverse("wagtailadmin_pages:edit", args=[network.pk])
    assert "Ingen har granskat sidan på ett år." not in editor_client.get(address).content.decode()
    NetworkPage.objects.filter(pk=network.pk).update(reviewed_on=timezone.localdate() - timedelta(days=366))
    html = editor_client.get(address).content.decode()
    assert html.count("Ingen har granskat sidan på ett år.") == 2  # first in the form, and under the page's care


def test_due_are_public_open_pages_only(site):
    today = date(2026, 11, 25)
    NetworkPage.objects.update(first_published_at=timezone.now())
    for title, fields in {
        "A": {"reviewed_on": today - timedelta(days=365)},
        "B": {"reviewed_on": today - timedelta(days=364)},
        "C": {"reviewed_on": None, "first_published_at": timezone.make_aware(timezone.datetime(2025, 11, 25))},
        "D": {"reviewed_on": None, "live": False},
        "E": {"reviewed_on": date(2020, 1, 1), "status": "closed"},
        "F": {"reviewed_on": date(2020, 1, 1), "status": "paused"},
    }.items():
        page = make_network(title)
        old = timezone.make_aware(timezone.datetime(2019, 1, 1))
        NetworkPage.objects.filter(pk=page.pk).update(**{"first_published_at": old} | fields)
    due = due_for_review(NetworkPage.objects.all(), today)
    assert set(due.values_list("title", flat=True)) == {"A", "C", "F"}
