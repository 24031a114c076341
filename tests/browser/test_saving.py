"""Saving the event's form when something is in the way: a review under way, another editor, a session that ended."""

import pytest
from django.contrib.sessions.models import Session

from events.models import EventPage
from networks.rights.groups import editors_of
from tests.browser.signing_in import sign_in
from tests.factories import make_editor, make_event

pytestmark = pytest.mark.browser


@pytest.fixture
def alva(django_user_model):
    return django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt-ord")


@pytest.fixture
def event(pages):
    return make_event(pages.network, "2027-02-05", title="Vårens möten")


@pytest.fixture
def editor(page, pages, alva):
    """The tab of a logged-in administrator."""
    sign_in(page, pages, alva)
    page.set_viewport_size({"width": 1280, "height": 1000})
    return page


def open_form(tab, pages, event):
    """Open it and wait until Wagtail watches it for changes."""
    tab.add_init_script("addEventListener('w-unsaved:watch-edits', () => { window.watching = true; })")
    tab.goto(f"{pages.root}/admin/pages/{event.pk}/edit/")
    tab.wait_for_load_state("networkidle")
    tab.wait_for_function("window.watching")


def write(tab, text):
    """Type a new title and wait until the form is autosaved."""
    tab.locator("#id_title").fill(text)
    tab.locator(".w-autosave-indicator__state--saved").wait_for()


def publish(tab):
    tab.locator("footer .w-dropdown__toggle").click()
    tab.locator("footer [name=action-publish]").click()


def live_title(event):
    return EventPage.objects.get(pk=event.pk).title


def test_a_page_under_review_is_published_anyway_by_the_dialogs_button(pages, event, editor, alva, django_user_model):
    editors = editors_of(pages.network)
    editors.reviewed = True
    editors.save()
    event = EventPage.objects.get(pk=event.pk)
    event.title = "Granskas"
    event.save_revision(user=alva)
    event.get_workflow().start(event, make_editor(pages.network))
    open_form(editor, pages, event)
    write(editor, "Nytt namn")
    saved_by_another(event, django_user_model)
    editor.evaluate("document.dispatchEvent(new Event('visibilitychange'))")  # Wagtail asks who else has saved
    editor.locator(".w-editing-sessions__session--saved").wait_for()
    publish(editor)
    with editor.expect_navigation(url="**/admin/pages/*/", wait_until="networkidle"):
        editor.locator("[data-confirm-cancellation]").click()
    event = EventPage.objects.get(pk=event.pk)
    assert (event.title, event.introduction) == ("Nytt namn", "Bos text")


def saved_by_another(event, users):
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    draft.introduction = "Bos text"
    draft.save_revision(user=users.objects.create_superuser("bo", "bo@example.org", "hemligt-ord"))


def test_a_session_that_ended_keeps_the_text_until_she_has_logged_in_again(pages, event, editor, alva):
    open_form(editor, pages, event)
    write(editor, "Skrivet först")
    Session.objects.all().delete()
    editor.locator("#id_title").fill("Skrivet utloggad")
    editor.get_by_role("alert").get_by_text("Du är utloggad.").wait_for()
    editor.locator("footer .w-dropdown__toggle").click()
    editor.locator("footer [name=action-publish]").click()  # says so once more, and sends nothing
    with editor.context.expect_page() as opened:
        editor.get_by_role("link", name="Logga in i en ny flik").click()
    tab = opened.value
    tab.fill("input[name=username]", "alva")
    tab.fill("input[name=password]", "hemligt-ord")
    tab.click("button[type=submit]")
    tab.wait_for_url("**/admin/")
    tab.close()
    assert editor.locator("#id_title").input_value() == "Skrivet utloggad"
    with editor.expect_navigation(url="**/admin/pages/*/", wait_until="networkidle"):
        publish(editor)
    assert live_title(event) == "Skrivet utloggad"


def test_the_questions_fit_a_desk_and_a_telephone(pages, event, editor, django_user_model, tmp_path):
    open_form(editor, pages, event)
    draft = EventPage.objects.get(pk=event.pk)
    draft.title = "Bos namn"
    bo = django_user_model.objects.create_superuser("bo", "bo@example.org", "hemligt-ord")
    draft.save_revision(user=bo).publish()
    editor.locator("#id_title").fill("Mitt namn")
    with editor.expect_navigation(wait_until="networkidle"):
        publish(editor)
    for width in (1280, 360):
        editor.set_viewport_size({"width": width, "height": 900})
        editor.screenshot(path=tmp_path / f"{width}.png")
        assert editor.evaluate("document.documentElement.scrollWidth <= innerWidth"), width
    editor.get_by_label("Behåll min").check()
    with editor.expect_navigation(url="**/admin/pages/*/", wait_until="networkidle"):
        editor.set_viewport_size({"width": 1280, "height": 900})
        publish(editor)
    assert live_title(event) == "Mitt namn"
