"""What editors do in the admin needs nothing that its content security policy forbids.

Every test here fails where the policy refuses anything at all: see the tab's fixture.
"""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.snippets.models import get_snippet_models

from networks.models import NetworkPage
from tests.browser.signing_in import sign_in
from tests.browser.watching import count_watches, wait_until_watched
from tests.networks.rights.walk import addresses
from tests.translating import locale

pytestmark = pytest.mark.browser
KINDS = [
    ("events", "eventpage"),
    ("networks", "networkpage"),
    ("gr_site", "standardpage"),
    *((model._meta.app_label, model._meta.model_name) for model in [*get_snippet_models(), *settings_registry]),
]
WORDS = {"action_name": ["delete"], "filter_spec": ["width-100"], "mode": ["x"], "uidb64": ["x"], "token": ["x"]}


@pytest.fixture
def alva(django_user_model):
    return django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt-ord")


@pytest.fixture
def editor(page, pages, alva):
    """The tab of a logged-in administrator."""
    sign_in(page, pages, alva)
    page.set_viewport_size({"width": 1280, "height": 1000})
    return page


def test_every_page_of_the_admin_opens(editor, pages):
    Image.objects.create(pk=1, title="Bild", file=get_test_image_file())
    seen = set()
    for key in (pages.network.pk, pages.event.pk, 1):
        for address in addresses(key, KINDS, WORDS | {"key": [str(pages.event.translation_key)]}):
            if address.name not in seen and "logout" not in address.name and is_page(editor, pages, address.path):
                editor.goto(pages.root + address.path, wait_until="load")
                seen.add(address.name)
    assert {"wagtailadmin_pages:edit", "wagtailadmin_reports:site_history", "import_page"} <= seen
    assert len(seen) > 100


def is_page(editor, pages, path):
    response = editor.context.request.get(pages.root + path, max_redirects=0)
    return response.status == 200 and response.text().lstrip().lower().startswith("<!doctype html")


def test_a_body_with_text_a_table_a_picture_and_a_link_is_written_and_previewed(editor, pages):
    Image.objects.create(title="Skog", file=get_test_image_file(), description="Granar")
    count_watches(editor)
    editor.goto(f"{pages.root}/admin/pages/{pages.network.pk}/edit/", wait_until="networkidle")
    wait_until_watched(editor)
    for label in ("Text", "Tabell", "Bild"):
        add_block(editor, label)
    text = editor.locator("[data-contentpath=body] .public-DraftEditor-content").first
    text.click()
    with editor.expect_response(lambda response: b"En ny mening." in (response.request.post_data_buffer or b"")):
        editor.keyboard.type("En ny mening.")
    editor.locator("[data-contentpath=body] .htCore td").first.dblclick()
    editor.keyboard.type("Ort")
    editor.locator("[data-contentpath=image] [data-chooser-action-choose]").first.click()
    editor.locator(".modal-body .image-choice, .modal-body a.image-choice").first.click()
    editor.locator(".modal-body").wait_for(state="detached")
    editor.locator("[data-side-panel-toggle=preview]").click()
    editor.frame_locator("#w-preview-iframe").locator("h1").wait_for()
    page = NetworkPage.objects.get(pk=pages.network.pk).get_latest_revision_as_object()
    assert "En ny mening." in str(page.body)


def add_block(editor, label):
    editor.locator("[data-contentpath=body] .c-sf-add-button").last.click()
    editor.locator(".w-combobox__option-text", has_text=label).get_by_text(label, exact=True).first.click()


def test_choosers_and_pickers_start_also_in_rows_that_are_added(editor, pages):
    day = (timezone.localdate() + timedelta(days=30)).isoformat()
    editor.goto(f"{pages.root}/admin/pages/{pages.event.pk}/edit/", wait_until="networkidle")
    editor.locator("#id_occurrences-ADD").click()
    row = editor.locator("[id^=id_occurrences-][id$=-start_date]:visible").last
    row.fill(day)
    row.focus()
    editor.locator(".xdsoft_datetimepicker:visible").wait_for()
    editor.keyboard.press("Escape")
    editor.locator("#tab-label-text_och_agare").click()
    for chooser in ("#id_category-chooser", "#id_co_owners-1-network-chooser"):
        if "owners" in chooser:
            editor.locator("#id_co_owners-ADD").click()
        editor.locator(f"{chooser} [data-chooser-action-choose]:visible").first.click()
        close(editor)


def close(editor):
    """Close the dialog, once it has come."""
    editor.locator(".modal-body").wait_for()
    editor.locator(".modal-dialog [data-dismiss=modal]").first.click()
    editor.locator(".modal-body").wait_for(state="detached")


def test_tasks_are_chosen_and_words_recommended(editor, pages):
    editor.goto(pages.root + reverse("wagtailadmin_workflows:add"), wait_until="networkidle")
    editor.locator("#id_workflow_tasks-ADD").click()
    editor.locator(".task-chooser button:visible").first.click()
    editor.locator(".modal-body").wait_for()
    editor.goto(pages.root + reverse("wagtailsearchpromotions:add"), wait_until="networkidle")
    editor.locator("#id_query_string-chooser").click()
    close(editor)
    rows = editor.locator("#id_editors_picks-FORMS > *")
    before = rows.count()
    editor.locator("#id_editors_picks-ADD").click()
    assert rows.count() == before + 1


def test_pictures_and_documents_are_uploaded_several_at_a_time(editor, pages, tmp_path):
    picture, paper = tmp_path / "skog.png", tmp_path / "protokoll.txt"
    picture.write_bytes(get_test_image_file(size=(900, 600)).file.getvalue())
    paper.write_text("Protokoll")
    for name, file in (("wagtailimages:add_multiple", picture), ("wagtaildocs:add_multiple", paper)):
        editor.goto(pages.root + reverse(name), wait_until="networkidle")
        editor.locator("#fileupload").set_input_files(file)
        editor.locator("#upload-list .upload-success, #upload-list .upload-complete").first.wait_for()


def test_a_translation_is_begun_for_all_languages_and_written(editor, pages):
    locale("en")
    editor.goto(f"{pages.root}/admin/localize/submit/page/{pages.network.pk}/", wait_until="networkidle")
    editor.locator("[name=locales]").check()
    editor.locator("main form [type=submit]").first.click()
    editor.wait_for_url("**/admin/pages/*/edit/", wait_until="networkidle")
    editor.locator("main li.incomplete").first.get_by_role("button", name="Översätt").click()
    editor.locator("main section textarea, main section input[type=text]").first.fill("Network")


def test_a_report_is_filtered_by_its_dates(editor, pages):
    editor.goto(pages.root + reverse("wagtailadmin_reports:site_history"), wait_until="networkidle")
    editor.get_by_role("button", name="Visa filter").click()
    editor.locator("[aria-controls=drilldown-id_timestamp]").click()
    field = editor.locator("#id_timestamp_0")
    field.fill("2026-01-01")
    field.focus()
    editor.locator(".xdsoft_datetimepicker:visible").wait_for()


def test_whoever_logs_in_meets_no_refusal(page, pages, alva):
    page.goto(f"{pages.root}/admin/", wait_until="networkidle")
    page.locator("[name=username], [name=login]").first.fill("alva")
    page.locator("[name=password]").fill("hemligt-ord")
    page.locator("[name=password]").press("Enter")
    page.locator("[name=password]").wait_for(state="detached")
