"""Importing an old page in the real admin, with scripts and without, on a wide and a narrow screen."""

import pytest
from django.conf import settings
from django.test import Client

from events.models import Occurrence
from networks.models import NetworkPage
from tests.gr_site.importing.old_pages.reading_pages import PAGES

pytestmark = pytest.mark.browser

PLANNING, NEWS = PAGES / "physical_planning_two_tables.txt", PAGES / "news_without_address.txt"


@pytest.fixture(params=[True, False], ids=["scripts", "no-scripts"])
def editor(request, browser, pages, django_user_model):
    """The tab of a logged-in administrator, with and without scripts."""
    client = Client()
    client.force_login(django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    context = browser.new_context(locale="sv-SE", java_script_enabled=request.param)
    context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": pages.root}])
    tab = context.new_page()
    tab.set_default_timeout(30_000)
    tab.set_viewport_size({"width": 1280, "height": 1000})
    yield tab
    context.close()


def test_a_file_is_refused_another_is_read_corrected_and_made_a_draft(editor, pages):
    editor.goto(f"{pages.root}/admin/importera-sida/")
    editor.get_by_label("Eller en fil").set_input_files(NEWS)
    editor.get_by_role("button", name="Läs sidan").click()
    assert editor.locator("#id_file_error").inner_text().strip()
    editor.get_by_label("Eller en fil").set_input_files(PLANNING)
    editor.get_by_role("button", name="Läs sidan").click()
    first = editor.get_by_role("group", name="Rad 1")
    first.locator("summary").click()
    first.get_by_label("Tema").fill("Skugga")
    editor.get_by_role("group", name="Rad 2").get_by_role("checkbox", name="Ta med").uncheck()
    assert NetworkPage.objects.filter(title__contains="landskap").count() == 0
    editor.get_by_role("button", name="Gör ett utkast").click()
    editor.wait_for_url("**/edit/")
    made = NetworkPage.objects.get(title="Nätverket för landskapsplanering")
    assert f"/pages/{made.pk}/edit/" in editor.url
    assert list(Occurrence.objects.filter(page__title="Möten", theme="Skugga").values_list("place")) != []
    assert Occurrence.objects.filter(starts_at__year=2025).count() == 1


@pytest.mark.parametrize("editor", [True], indirect=True)  # without scripts, Wagtail's menu covers a narrow screen
@pytest.mark.parametrize("width", [360, 1280])
def test_neither_step_scrolls_sideways(editor, pages, width):
    editor.set_viewport_size({"width": width, "height": 900})
    editor.goto(f"{pages.root}/admin/importera-sida/")
    editor.get_by_label("Sidans text").fill(PLANNING.read_text(encoding="utf-8"))
    form = editor.locator("form.import")
    assert form.evaluate("form => form.scrollWidth <= form.clientWidth")
    editor.get_by_role("button", name="Läs sidan").click()
    editor.get_by_role("heading", name="Uppgifter").wait_for()
    assert form.evaluate("form => form.scrollWidth <= form.clientWidth")
    assert form.bounding_box()["width"] <= width
