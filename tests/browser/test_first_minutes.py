"""On a phone, a network's editor reaches each of the three errands within three clicks from the dashboard."""

from datetime import timedelta

import pytest
from django.utils import timezone

from networks.rights.groups import editors_of
from tests.factories import make_event, make_meeting

from .signing_in import sign_in

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def editor(page, pages, django_user_model):
    make_event(
        pages.network, make_meeting(timezone.localdate() + timedelta(days=9), theme="Budget"), title="Fler möten"
    )
    user = django_user_model.objects.create_user("elin", "elin@example.org", "hemligt")
    user.groups.add(editors_of(pages.network).group)
    sign_in(page, pages, user)
    page.set_viewport_size(PHONE)
    page.goto(f"{pages.root}/admin/")
    page.clicks = 0
    return page


def click(page, locator):
    locator.click()
    page.clicks += 1
    page.wait_for_load_state("networkidle")


def fits(page):
    return page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_new_meeting_dates(editor, pages):
    assert fits(editor)
    click(editor, editor.get_by_role("link", name="Nya mötesdatum"))
    assert editor.locator("textarea[name=text]").is_visible()
    assert editor.clicks <= 3
    assert fits(editor)


def test_change_a_meeting(editor, pages):
    click(editor, editor.get_by_role("link", name="Ändra ett möte"))
    assert fits(editor)
    row = editor.locator(".choose__meeting", has_text="Budget")
    editor.get_by_role("searchbox").fill("budget")
    assert editor.locator(".choose__meeting:visible").count() == 1
    click(editor, row.get_by_role("link", name="Ställ in"))
    assert editor.get_by_label("Anledning").is_visible()
    assert editor.clicks <= 3
    assert fits(editor)


def test_update_the_networks_page(editor, pages):
    click(editor, editor.get_by_role("link", name="Uppdatera ett nätverks sida"))
    assert editor.locator("[name=title]").input_value() == pages.network.title
    assert editor.clicks <= 3
    # What the form still asks of the server must be answered before the database is emptied.
    editor.goto(f"{pages.root}/admin/kom-igang/", wait_until="networkidle")
