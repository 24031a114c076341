"""The three most common tasks of a network's editor and of a central one, with their clicks and seconds counted."""

import time
from datetime import timedelta

import pytest
from django.utils import timezone

from events.days.date_format import format_date
from events.days.day_notes import judge_span
from events.models import EventPage, Occurrence, PublicChange
from networks.models import NetworkPage
from networks.rights.central import central_group
from networks.rights.groups import editors_of
from tests.factories import make_event, make_network

from .signing_in import sign_in
from .watching import count_watches, wait_until_watched

pytestmark = pytest.mark.browser
WHY = "Salen är upptagen."
# Who does it, and how wide her screen is.
HANDS = [("network", 1280), ("network", 360), ("central", 1280)]


@pytest.fixture
def hand(request, page, pages, django_user_model):
    """The hand of a network's editor, or of whom the test's parameter names; ``hand.network`` is one she may edit."""
    who, width = getattr(request, "param", HANDS[0])
    network = make_network("Fältnätverket")
    user = django_user_model.objects.create_user("bo", "bo@example.org", "hemligt")
    user.groups.set([editors_of(network).group if who == "network" else central_group()])
    sign_in(page, pages, user)
    page.set_viewport_size({"width": width, "height": 900})
    return Hand(page, pages.root, network, f"{who} editor at {width}")


class Hand:
    def __init__(self, page, root, network, whose):
        self.page, self.root, self.network, self.whose = page, root, network, whose
        self.clicks, self.begun = 0, time.monotonic()

    def open(self, address):
        self.page.goto(self.root + address)
        self.page.wait_for_load_state("networkidle")
        self.clicks, self.begun = 0, time.monotonic()
        return self

    def click(self, target):
        self.clicks += 1
        (self.page.locator(target).first if isinstance(target, str) else target).click()
        return self

    def settle(self):
        self.page.wait_for_load_state("networkidle")
        return self

    def report(self, task):
        print(f"{task}, {self.whose}: {self.clicks} clicks, {time.monotonic() - self.begun:.0f} s")
        return self.clicks


def edit_address(event):
    return f"/admin/pages/{event.pk}/edit/"


def shown(page):
    return page.locator("main").inner_text().replace("\u00ad", "").replace("\u00a0", " ")


def weekly(first, number):
    return [first + timedelta(weeks=week) for week in range(number)]


def monday():
    """A Monday some weeks ahead, with a week of ordinary days: a meeting that is moved to a red day is warned of."""
    today = timezone.localdate()
    day = today + timedelta(days=21 - today.weekday())
    while judge_span(day, day + timedelta(days=4)):
        day += timedelta(days=7)
    return day


def paste_eight(hand):
    """Paste eight dates on the page for it and publish them; the dates."""
    days = weekly(monday(), 8)
    text = "\n".join(f"{day.day}/{day.month} {day.year} kl. 9.00-11.30" for day in days)
    hand.page.locator("[name=text]").fill(text)
    hand.page.locator(".paste-row").nth(7).wait_for()
    hand.settle().click("button[name=action][value=publish]")
    hand.page.wait_for_url("**/edit/")
    hand.settle()
    return days


@pytest.mark.parametrize("hand", HANDS[:2], indirect=True)
def test_eight_pasted_dates_are_published_for_a_network_without_any(hand):
    days = paste_eight(hand.open(f"/admin/klistra-in-datum/{hand.network.pk}/"))
    assert hand.report("publish eight pasted dates") == 1
    event = EventPage.objects.child_of(hand.network).get()
    assert [row.start_date for row in event.occurrences.order_by("start_date")] == days
    assert event.live
    assert hand.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("hand", HANDS[2:], indirect=True)
def test_a_new_network_is_published_with_eight_pasted_dates(hand, pages):
    parent = pages.network.get_parent()
    hand.open(f"/admin/pages/add/networks/networkpage/{parent.pk}/")
    hand.page.locator("#id_title").fill("Nätverket för nya frågor")
    hand.page.locator("#id_introduction").fill("Här möts de som får nya frågor.")
    hand.settle().click("footer .w-dropdown__toggle").click("footer [name=action-publish]")
    hand.page.wait_for_url(f"**/admin/pages/{parent.pk}/")
    network = NetworkPage.objects.get(title="Nätverket för nya frågor")
    hand.settle().click(".sidebar-custom-branding").settle().click("main a[href*='/nya-motesdatum/']").settle()
    hand.click(f"main a[href*='/klistra-in-datum/{network.pk}/']")
    days = paste_eight(hand.settle())
    assert hand.report("publish a new network with eight pasted dates") == 6
    hand.page.goto(hand.root + network.url)
    words = shown(hand.page)
    assert [format_date(day) in words for day in days] == [True] * 8


def is_autosave(request):
    return request.method == "POST" and "application/json" in request.headers.get("accept", "")


def fill_in_a_network(page, pages, parent):
    count_watches(page)
    page.goto(f"{pages.root}/admin/pages/add/networks/networkpage/{parent.pk}/")
    wait_until_watched(page)
    page.locator("#id_title").fill("Nätverket för nya frågor")
    page.locator("#id_introduction").fill("Här möts de som får nya frågor.")


def press_publish(page):
    page.locator("footer .w-dropdown__toggle").click()
    page.locator("footer [name=action-publish]").click(no_wait_after=True)


def test_publishing_while_wagtail_autosaves_waits_for_it_and_makes_one_page(page, pages, admin_user):
    parent = pages.network.get_parent()
    sign_in(page, pages, admin_user)
    saved = []

    def keep_the_answer_back(route):
        if is_autosave(route.request):
            saved.append((route, route.fetch()))
        else:
            route.continue_()

    page.route(f"**/admin/pages/add/networks/networkpage/{parent.pk}/", keep_the_answer_back)
    fill_in_a_network(page, pages, parent)
    while not saved:
        page.wait_for_timeout(50)
    press_publish(page)
    route, answer = saved[0]
    route.fulfill(response=answer)
    page.wait_for_url(f"**/admin/pages/{parent.pk}/")
    made = NetworkPage.objects.get(title="Nätverket för nya frågor")
    assert (made.live, made.has_unpublished_changes) == (True, False)


def test_a_page_that_is_being_published_is_not_autosaved_beside_it(page, pages, admin_user):
    """A slow server leaves Wagtail time to autosave the form that it is publishing."""
    parent = pages.network.get_parent()
    sign_in(page, pages, admin_user)
    autosaves, published = [], []

    def keep_publishing_back(route):
        if is_autosave(route.request):
            autosaves.append(route.request)
        if route.request.method == "POST" and not is_autosave(route.request):
            published.append(route)
        else:
            route.continue_()

    page.route(f"**/admin/pages/add/networks/networkpage/{parent.pk}/", keep_publishing_back)
    fill_in_a_network(page, pages, parent)
    press_publish(page)
    page.wait_for_timeout(2500)
    published[0].continue_()
    page.wait_for_url(f"**/admin/pages/{parent.pk}/")
    assert autosaves == []
    assert NetworkPage.objects.get(title="Nätverket för nya frågor").live


def open_meeting(hand, event):
    """From the event's form to the row of its first meeting."""
    hand.open(edit_address(event)).settle()
    row = hand.page.locator("[data-date-row=occurrences-0]")
    hand.click(row.locator("[data-panel-toggle]").first).settle()
    return row


@pytest.mark.parametrize("hand", HANDS, indirect=True)
def test_one_meeting_is_cancelled_and_everybody_sees_why(hand):
    first, second = weekly(monday(), 2)
    event = make_event(hand.network, str(first), str(second))
    row = open_meeting(hand, event)
    hand.click(row.locator("a", has_text="Ställ in")).settle()
    hand.page.locator("[name=reason]").fill(WHY)
    hand.click("main button[type=submit]")
    hand.page.wait_for_url(f"**{edit_address(event)}")
    hand.settle()
    assert hand.report("cancel one meeting") == 3
    meeting, other = event.occurrences.order_by("start_date")
    hand.page.goto(hand.root + meeting.get_absolute_url())
    hand.settle()
    assert "Inställt" in shown(hand.page) and WHY in shown(hand.page)
    assert (meeting.status, other.status) == ("cancelled", "confirmed")


@pytest.mark.parametrize("hand", HANDS, indirect=True)
def test_one_meeting_is_moved_and_says_from_where(hand):
    first, second = weekly(monday(), 2)
    event = make_event(hand.network, str(first), str(second))
    row = open_meeting(hand, event)
    hand.click(row.locator("a", has_text="Flytta")).settle()
    hand.page.locator("[name=start_date]").fill(str(first + timedelta(days=1)))
    hand.page.keyboard.press("Escape")  # the date picker
    hand.page.locator("[name=reason]").fill(WHY)
    hand.click("main button[type=submit]")
    hand.page.wait_for_url(f"**{edit_address(event)}")
    hand.settle()
    assert hand.report("move one meeting") == 3
    meeting = Occurrence.objects.get(page=event, moved_from=first)
    hand.page.goto(hand.root + meeting.get_absolute_url())
    hand.settle()
    words = shown(hand.page)
    assert f"Flyttat från {format_date(first)} till {format_date(first + timedelta(days=1))}" in words
    assert WHY in words
    assert PublicChange.objects.get(uid=meeting.translation_key, kind="moved").reason == WHY


def test_the_line_and_its_warnings_follow_what_is_typed(hand):
    event = make_event(hand.network, str(monday()))
    make_event(hand.network, str(monday() + timedelta(days=1)), title="Andra möten")
    hand.open(edit_address(event)).click("#id_occurrences-ADD")
    row = hand.page.locator("[data-date-row=occurrences-1]")
    hand.page.locator("#id_occurrences-1-start_date").fill(str(monday() + timedelta(days=1)))
    hand.page.keyboard.press("Escape")
    row.locator("[data-date-remarks] li", has_text="Nätverket har redan ett möte då").wait_for()
    words = row.locator("[data-panel-heading-text]").inner_text().replace("\u00a0", " ")
    assert words.startswith(f"{format_date(monday() + timedelta(days=1))} kl. 08.30–11.30 · v. ")
    hand.page.locator("#id_start_time").fill("09:00")
    hand.page.keyboard.press("Escape")
    row.locator("[data-panel-heading-text]", has_text="09.00–11.30").wait_for()
    assert hand.page.locator("#id_occurrences-1-start_time").get_attribute("placeholder") == "09:00"


def test_a_date_of_a_rule_is_skipped_with_one_click_before_anything_is_saved(hand):
    hand.open(f"/admin/pages/add/events/eventpage/{hand.network.pk}/")
    hand.page.locator("#id_title").fill("Serien")
    section = hand.page.locator("section", has=hand.page.locator("#id_series_start")).last
    section.locator("button[aria-expanded='false']").first.click()
    hand.page.locator("#id_series_start").fill(str(monday()))
    hand.page.keyboard.press("Escape")
    hand.page.locator("[name=recurrence_frequency]").select_option("WEEKLY")
    hand.page.locator("[name=recurrence_count]").fill("3")
    hand.page.locator(".series__date").nth(2).wait_for()
    hand.settle()
    hand.page.locator("[name=series_skip]").nth(1).check()
    hand.page.locator("footer .w-dropdown__toggle").click()
    hand.page.locator("footer [name=action-publish]").click()
    hand.page.wait_for_url("**/admin/pages/*/", wait_until="networkidle")
    event = EventPage.objects.get(title="Serien")
    first, _, third = weekly(monday(), 3)
    assert [row.start_date for row in event.occurrences.order_by("start_date")] == [first, third]
    hand.page.goto(hand.root + event.url)
    assert "varje vecka 3 gånger" in shown(hand.page)


def test_nothing_is_lost_when_the_line_is_down(hand):
    event = make_event(hand.network, str(monday()))
    count_watches(hand.page)
    hand.open(edit_address(event))
    wait_until_watched(hand.page)
    hand.page.context.set_offline(True)
    hand.page.locator("#id_introduction").click()
    hand.page.keyboard.type("Skrivet utan nät.")
    hand.page.locator("form[data-w-unsaved-has-edits-value=true]").wait_for()
    asked = []
    hand.page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    with hand.page.expect_event("dialog"):
        hand.page.evaluate("setTimeout(() => location.reload())")
    assert asked == ["beforeunload"]
    assert hand.page.locator("#id_introduction").input_value() == "Skrivet utan nät."
    hand.page.context.set_offline(False)
    with hand.page.expect_navigation(wait_until="networkidle"):  # the form waits for an autosave that is under way
        hand.page.locator("footer button[type=submit]").first.click()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert draft.introduction == "Skrivet utan nät."
