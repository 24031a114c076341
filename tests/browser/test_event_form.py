"""The event's form in the real admin: by mouse and by keyboard."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from events.models import EventPage

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(page, pages, django_user_model):
    """The tab of a logged-in administrator."""
    client = Client()
    client.force_login(django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": pages.root}])
    page.set_viewport_size({"width": 1280, "height": 1000})
    return page


def open_form(editor, pages):
    editor.goto(f"{pages.root}/admin/pages/add/events/eventpage/{pages.network.pk}/")
    editor.wait_for_load_state("networkidle")


def publish(editor):
    editor.locator("footer .w-dropdown__toggle").click()
    editor.locator("footer [name=action-publish]").click()
    editor.wait_for_url("**/admin/pages/*/", wait_until="networkidle")


def test_a_date_is_added_and_published_and_visitors_see_it_in_swedish(editor, pages):
    open_form(editor, pages)
    editor.locator("#id_title").fill("Vårens möten")
    editor.locator("#id_start_time").fill("08:30")
    editor.locator("#id_end_time").fill("11:30")
    editor.locator("#id_occurrences-ADD").click()
    editor.locator("#id_occurrences-0-start_date").fill("2027-02-05")
    editor.keyboard.press("Escape")  # the date picker
    editor.locator("#id_occurrences-0-theme").fill("Vision")
    publish(editor)
    event = EventPage.objects.get(title="Vårens möten")
    editor.goto(pages.root + event.url)
    text = editor.locator("main").inner_text().replace("\u00ad", "").replace("\u00a0", " ")
    assert "Vision" in text
    editor.goto(pages.root + event.occurrences.get().get_absolute_url())
    text = editor.locator("main").inner_text().replace("\u00ad", "").replace("\u00a0", " ")
    assert "fredag 5 februari 2027 kl. 08.30–11.30" in text


LEAVE_AT_ONCE = """async ([field, next]) => {
    document.querySelector(field).focus();
    const opened = new Promise((resolve) => setTimeout(resolve, 100));  // after the picker's own hundred
    document.querySelector(next).focus();
    await opened;
}"""


def test_a_picker_is_open_only_at_its_own_field_and_until_escape(editor, pages):
    open_form(editor, pages)
    picker = editor.locator(".xdsoft_datetimepicker:visible")
    editor.evaluate(LEAVE_AT_ONCE, ["#id_start_time", "#id_title"])
    assert picker.count() == 0
    editor.locator("#id_start_time").focus()
    picker.wait_for()
    editor.keyboard.press("Escape")
    picker.wait_for(state="hidden")


def open_series(editor):
    section = editor.locator("section", has=editor.locator("#id_series_start")).last
    if not editor.locator("#id_series_start").is_visible():
        section.locator("button[aria-expanded='false']").first.click()
    editor.locator("#id_series_start").wait_for()


def test_every_field_of_a_rule_is_on_the_screen_of_a_telephone(editor, pages):
    open_form(editor, pages)
    editor.set_viewport_size({"width": 360, "height": 740})
    open_series(editor)
    fields = editor.locator(".rule").locator("select, input:not([type=hidden])").all()
    boxes = {field.get_attribute("id"): field.bounding_box() for field in fields}
    outside = {name: box for name, box in boxes.items() if box["x"] < 0 or box["x"] + box["width"] > 360}
    assert len(boxes) == 12
    assert outside == {}


def test_the_rule_can_be_set_by_mouse_and_fills_in_its_dates(editor, pages):
    first = timezone.localdate() + timedelta(days=30)
    open_form(editor, pages)
    editor.locator("#id_title").fill("Serien")
    open_series(editor)
    editor.locator("#id_series_start").fill(first.isoformat())
    editor.keyboard.press("Escape")
    editor.locator("[name=recurrence_frequency]").select_option("WEEKLY")
    editor.locator("input[name=recurrence_weekdays]").nth(first.weekday()).check()
    editor.locator("[name=recurrence_count]").fill("3")
    publish(editor)
    event = EventPage.objects.get(title="Serien")
    days = sorted(row.start_date for row in event.occurrences.all())
    assert days == [first + timedelta(weeks=week) for week in range(3)]


def test_every_field_of_the_rule_is_reached_by_the_tab_key_in_order(editor, pages):
    open_form(editor, pages)
    open_series(editor)
    editor.locator("[name=recurrence_interval]").focus()
    reached = ["recurrence_interval"]
    for _ in range(11):
        editor.keyboard.press("Tab")
        reached.append(editor.evaluate("document.activeElement.name"))
    assert reached == [
        "recurrence_interval",
        "recurrence_frequency",
        *["recurrence_weekdays"] * 7,
        "recurrence_position",
        "recurrence_until",
        "recurrence_count",
    ]


def test_space_ticks_a_weekday_and_enter_does_not_lose_the_form(editor, pages):
    open_form(editor, pages)
    editor.locator("#id_title").fill("Serien")
    open_series(editor)
    tuesday = editor.locator("input[name=recurrence_weekdays]").nth(1)
    tuesday.focus()
    editor.keyboard.press("Space")
    assert tuesday.is_checked()
    assert editor.locator("#id_title").input_value() == "Serien"


def test_the_form_keeps_wagtails_own_swedish_and_makes_no_errors(editor, pages):
    open_form(editor, pages)
    assert editor.evaluate("typeof window.django.gettext") == "function"
    assert editor.evaluate("typeof window.django.jQuery") == "undefined"
    assert [text for text in editor.complaints if "favicon" not in text] == []
    assert editor.hosts == {pages.root.split("/")[2]}
