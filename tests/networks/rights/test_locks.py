"""A page that GR has locked stays as it is, whatever way a network's editor takes."""

import pytest
from django.urls import reverse
from wagtail.models import Page, PageViewRestriction

from networks.models import NetworkPage
from tests.factories import publish

from .conftest import THUMBNAIL

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings(THUMBNAIL)]
DAY = "2090-02-07"


def admin(name, *arguments):
    return reverse(f"wagtailadmin_pages:{name}", args=arguments)


def api(client, page, action, **data):
    return client.post(reverse("wagtailadmin_api:pages:action", args=[page.pk, action]), data)


def lock(page, user):
    Page.objects.filter(pk=page.pk).update(locked=True, locked_by=user)


def state(page):
    """All that a visitor can see of it."""
    row = type(page).objects.filter(pk=page.pk).first()
    closed = PageViewRestriction.objects.filter(page=page.pk).exists()
    return row and (row.live, row.path, row.title, row.introduction, row.live_revision_id, closed)


def bulk(action, page):
    return reverse("wagtail_bulk_action", args=["wagtailcore", "page", action]) + f"?id={page.pk}&next=/admin/"


def ways(client, page, target, first):
    """``{name: one way to change a page}``"""
    return {
        "the view that deletes": lambda: client.post(admin("delete", page.pk)),
        "a bulk deletion": lambda: client.post(bulk("delete", page)),
        "the API's deletion": lambda: api(client, page, "delete"),
        "the view that moves": lambda: client.post(admin("move_confirm", page.pk, target.pk)),
        "the view that closes": lambda: client.post(admin("set_privacy", page.pk), {"restriction_type": "login"}),
        "the view that withdraws": lambda: client.post(admin("unpublish", page.pk)),
        "the API's withdrawal": lambda: api(client, page, "unpublish"),
        "a bulk withdrawal": lambda: client.post(bulk("unpublish", page)),
        "the API's way back and publication": lambda: [
            api(client, page, "revert_to_page_revision", revision_id=first.pk),
            api(client, page, "publish"),
        ],
        "the API's publication": lambda: api(client, page, "publish"),
        "a bulk publication": lambda: client.post(bulk("publish", page)),
    }


@pytest.fixture(params=["event", "network"])
def page(two, request):
    """Hers, with an older version, a public one and GR's draft."""
    found = {"event": two.own.event, "network": two.own.page}[request.param]
    found = type(found).objects.get(pk=found.pk)
    found.introduction = "Rättat av GR"
    found = publish(found)
    found.introduction = "GR:s utkast"
    found.save_revision(user=two.central)
    return found


def first_of(page):
    return page.revisions.order_by("pk").first()


@pytest.mark.parametrize("way", ways(None, None, None, None))
def test_no_way_changes_what_is_locked(two, page, as_editor, way):
    target = two.site.networks if isinstance(page, NetworkPage) else two.own.page
    lock(page, two.central)
    before, draft = state(page), page.latest_revision_id
    ways(as_editor, page, target, first_of(page))[way]()
    assert state(page) == before
    assert type(page).objects.get(pk=page.pk).latest_revision_id == draft


def test_every_way_is_one_where_nothing_is_locked(two, as_central):
    """Or the test above would say nothing. GR may do it all, with an event."""
    for way in ways(None, None, None, None):
        made = type(two.own.event)(title=way, introduction="Nu")
        event = publish(two.own.page.add_child(instance=made))
        event.introduction = "Utkast"
        event.save_revision(user=two.central)
        before = state(event)
        ways(as_central, event, two.other.page, first_of(event))[way]()
        assert state(event) != before, way


def test_whoever_locked_it_is_not_held_up_and_others_unlock_first(two, page, as_central, as_editor):
    lock(page, two.central)
    assert api(as_central, page, "publish").status_code == 200
    lock(page, two.editor)
    before = state(page)
    assert api(as_central, page, "delete").status_code == 403
    assert state(page) == before
    as_central.post(admin("unlock", page.pk))
    assert api(as_central, page, "delete").status_code == 204


def test_what_is_refused_is_said_in_words(two, page, as_editor):
    lock(page, two.central)
    shown = as_editor.post(bulk("publish", page), follow=True).content.decode()
    assert "låst" in shown


def test_a_locked_page_is_not_said_to_be_true_still(two, as_editor):
    lock(two.own.page, two.central)
    as_editor.post(reverse("review_network", args=[two.own.page.pk]))
    assert NetworkPage.objects.get(pk=two.own.page.pk).reviewed_on is None
    Page.objects.filter(pk=two.own.page.pk).update(locked=False)
    as_editor.post(reverse("review_network", args=[two.own.page.pk]))
    assert NetworkPage.objects.get(pk=two.own.page.pk).reviewed_on
