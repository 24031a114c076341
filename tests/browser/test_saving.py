"""Saving the event's form when something is in the way: a review under way, another editor, a session that ended."""

import pytest
from django.contrib.sessions.models import Session

from events.models import EventPage
from networks.rights.central import central_group
from networks.rights.groups import editors_of
from tests.browser.signing_in import sign_in
from tests.browser.watching import count_watches, wait_until_watched
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
    count_watches(tab)
    tab.goto(f"{pages.root}/admin/pages/{event.pk}/edit/")
    tab.wait_for_load_state("networkidle")
    wait_until_watched(tab)


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


def approver(users):
    """GR's editor, who may publish and approve, but is no administrator."""
    user = users.objects.create_user("cecilia", "cecilia@example.org", "hemligt-ord")
    user.groups.add(central_group())
    return user


def under_review(network, page, editor):
    editors = editors_of(network)
    editors.reviewed = True
    editors.save()
    page = type(page).objects.get(pk=page.pk)
    page.title = "Granskas"
    page.save_revision(user=editor)
    page.get_workflow().start(page, editor)
    return page


@pytest.mark.parametrize(
    ("kind", "typed"),
    [
        ("event", "nothing"),
        ("event", "at once"),
        ("event", "autosaved"),
        ("network", "nothing"),
        ("network", "at once"),
    ],
)
def test_gr_publishes_a_page_under_review_anyway(page, pages, event, django_user_model, kind, typed):
    reviewed = under_review(pages.network, event if kind == "event" else pages.network, make_editor(pages.network))
    sign_in(page, pages, approver(django_user_model))
    page.set_viewport_size({"width": 1280, "height": 1000})
    open_form(page, pages, reviewed)
    if typed == "autosaved":
        write(page, "Nytt namn")
    elif typed == "at once":
        page.locator("#id_title").fill("Nytt namn")
    publish(page)
    with page.expect_navigation(url="**/admin/pages/*/", wait_until="networkidle"):
        page.locator("[data-confirm-cancellation]").click()
    reviewed = type(reviewed).objects.get(pk=reviewed.pk)
    assert (reviewed.title, reviewed.has_unpublished_changes) == (
        "Granskas" if typed == "nothing" else "Nytt namn",
        False,
    )
    assert reviewed.current_workflow_state is None


def test_who_may_not_publish_a_page_under_review_can_only_take_it_back(page, pages, event, django_user_model):
    editor = make_editor(pages.network)
    reviewed = under_review(pages.network, event, editor)
    sign_in(page, pages, editor)
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(f"{pages.root}/admin/pages/{reviewed.pk}/edit/")
    page.wait_for_load_state("networkidle")
    assert page.locator("[name=action-publish]").count() == 0
    page.locator("footer .w-dropdown__toggle").click()
    with page.expect_navigation(wait_until="networkidle"):
        page.locator("footer [name=action-cancel-workflow]").click()
    reviewed = EventPage.objects.get(pk=reviewed.pk)
    assert (reviewed.title, reviewed.current_workflow_state) == ("Vårens möten", None)


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
    tab.fill("input[name=login]", "alva")
    tab.fill("input[name=password]", "hemligt-ord")
    tab.press("input[name=password]", "Enter")
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


def test_what_is_written_while_an_autosave_is_under_way_is_saved_too(pages, event, editor):
    open_form(editor, pages, event)
    held = []

    def hold(route):
        if route.request.method == "POST" and not held:
            held.append(route)
        else:
            route.continue_()

    editor.route(f"**/admin/pages/{event.pk}/edit/", hold)
    with editor.expect_request(lambda request: request.method == "POST" and "/edit/" in request.url):
        editor.locator("#id_title").fill("Först")
    editor.locator("#id_title").fill("Först och sedan")
    with editor.expect_response(
        lambda response: "Först och sedan".encode() in (response.request.post_data_buffer or b"")
    ):
        held[0].continue_()
    stored = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert stored.title == "Först och sedan"
