"""Signed in as one network's editor: what the menus show, and that another network's event cannot be touched."""

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse

from events.models import EventPage
from networks.rights.groups import editors_of
from tests.factories import make_event, make_network

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(pages, page):
    """The tab, signed in as the editor of ``pages.network``."""
    user = get_user_model().objects.create_user("norra", "norra@example.org", "hemligt-ord")
    user.groups.add(editors_of(pages.network).group)
    page.goto(pages.root + reverse("account_login"))
    page.fill("input[name=login]", "norra")
    page.fill("input[name=password]", "hemligt-ord")
    page.get_by_role("button", name="Logga in", exact=True).click()
    page.wait_for_url("**/admin/")
    return page


def test_anothers_event_is_out_of_reach_and_her_own_is_not(pages, editor):
    other = make_event(make_network("Södra nätverket"), "2020-02-07", title="Södra möten")
    key = other.occurrences.get().translation_key
    steps = [
        *(
            reverse(f"wagtailadmin_pages:{view}", args=[other.pk])
            for view in ("edit", "delete", "move", "copy", "history")
        ),
        reverse("paste_dates", args=[other.pk]),
        reverse("wagtail_localize:submit_page_translation", args=[other.pk]),
        reverse("cancel_meeting", args=[key]),
    ]
    for address in steps:
        editor.goto(pages.root + address)
        assert editor.url == pages.root + reverse("wagtailadmin_home"), address
        assert editor.get_by_text("Södra möten").count() == 0
    assert EventPage.objects.get(pk=other.pk).latest_revision_id == other.latest_revision_id

    assert editor.get_by_role("link", name="Importera sida").count() == 0
    editor.goto(pages.root + reverse("wagtailadmin_pages:edit", args=[pages.event.pk]))
    assert editor.locator("[name=action-publish]").count() == 1


@pytest.mark.parametrize("width", [1280, 360])
def test_what_only_gr_changes_is_text_in_her_form(pages, editor, width):
    editor.set_viewport_size({"width": width, "height": 900})
    editor.goto(pages.root + reverse("wagtailadmin_pages:edit", args=[pages.network.pk]))
    area = editor.get_by_role("textbox", name="Område", exact=True)
    assert area.get_attribute("aria-readonly") == "true"
    assert area.inner_text() == str(pages.network.area)
    assert editor.evaluate("document.documentElement.scrollWidth") <= width
    assert editor.complaints == []
