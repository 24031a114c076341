"""An editor translates a network and its meetings; from then on the English site follows the Swedish one by itself."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import PageViewRestriction

from events.days.date_format import format_date
from tests.factories import make_event, make_meeting, make_network, publish
from tests.translating import locale

pytestmark = pytest.mark.browser


@pytest.fixture
def editor(page, pages, django_user_model):
    """The tab of a logged-in administrator."""
    locale("en")
    client = Client()
    client.force_login(django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": pages.root}])
    page.set_viewport_size({"width": 1280, "height": 1000})
    return page


@pytest.fixture
def visitor(browser):
    context = browser.new_context(locale="en-GB", timezone_id="Europe/Stockholm")
    yield context.new_page()
    context.close()


def submit(editor, root, source):
    editor.goto(f"{root}/admin/localize/submit/page/{source.pk}/")
    editor.locator("[name=locales]").check()
    editor.locator("[name=include_subtree]").check()
    editor.locator("main form [type=submit]").first.click()
    editor.wait_for_url("**/admin/pages/*/edit/", wait_until="networkidle")


def write_and_publish(editor, texts):
    for swedish, english in texts.items():
        segment = editor.locator("main li.incomplete").filter(has=editor.locator("p", has_text=swedish)).first
        segment.get_by_role("button", name="Översätt").click()
        field = editor.locator(
            "main section textarea, main section input[type=text], main section [contenteditable=true]"
        )
        field.first.fill(english)
        with editor.expect_response("**/strings/*/edit/"):  # the list shows what is written before it is saved
            editor.locator("main section").get_by_role("button", name="Spara").first.click()
        editor.locator("main li").filter(has_text=english).first.wait_for()
    editor.locator("[name=action][value=publish]").click()
    editor.locator(".messages").get_by_text("på English").first.wait_for()


def seen(visitor, address):
    visitor.goto(address)
    return visitor.locator("body").inner_text().replace("\u00ad", "")


def test_from_translation_to_withdrawal(editor, visitor, pages):
    day = timezone.localdate() + timedelta(days=40)
    with translation.override("en"):
        found = f"{pages.root}{reverse('search:results')}?q=night"
    network = make_network("Nattugglenätverket", introduction="Vi möts sent.")
    event = make_event(network, make_meeting(day, theme="Mörker"), make_meeting(day + timedelta(7), theme="Gryning"))

    submit(editor, pages.root, network)
    assert "Night Owl" not in seen(visitor, f"{pages.root}/en/kalender/")
    write_and_publish(editor, {"Nattugglenätverket": "Night Owl Network", "Vi möts sent.": "We meet late."})
    english = event.get_translation(locale("en"))
    editor.goto(f"{pages.root}/admin/pages/{english.pk}/edit/", wait_until="networkidle")
    write_and_publish(editor, {"Mörker": "Darkness", "Gryning": "Dawn"})

    translated = type(network).objects.get(pk=network.get_translation(locale("en")).pk)
    views = [f"{pages.root}{translated.url}", f"{pages.root}/en/kalender/"]
    for address in views:
        text = seen(visitor, address)
        assert "Night Owl Network" in text
        assert "Darkness" in text

    first, second = event.occurrences.all()
    later = day + timedelta(days=1)
    first.start_date, second.status = later, "cancelled"
    event.occurrences = [first, second]
    publish(event)
    for address in views:
        text = seen(visitor, address)
        assert str(later.day) in text
    text = seen(visitor, views[0])
    assert format_date(later, language="en") in text
    assert format_date(day, language="en") not in text
    assert visitor.locator("s", has_text="Dawn").count() == 1
    feed = visitor.request.get(f"{pages.root}/ics/natverk/{network.translation_key}.ics?sprak=en").text()
    assert f"{later:%Y%m%d}T" in feed
    assert "STATUS:CANCELLED" in feed
    assert "Night Owl Network" in seen(visitor, found)

    restriction = PageViewRestriction.objects.create(page=network, restriction_type="login")
    for address in [*views, found]:
        assert "Darkness" not in seen(visitor, address)
    restriction.delete()
    assert "Darkness" in seen(visitor, views[0])

    type(network).objects.get(pk=network.pk).unpublish()
    assert visitor.goto(views[0]).status == 404
    for address in [views[1], found]:
        text = seen(visitor, address)
        assert "Darkness" not in text
        assert "Night Owl" not in text.replace("night", "")
