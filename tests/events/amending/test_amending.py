"""One meeting changes: what the public sees, what the draft keeps, who may, and what two people at once do."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowPage, WorkflowTask

from events.models import CalendarObject, EventPage, Occurrence, PublicChange
from tests.factories import local_date, make_event, make_meeting, make_network
from tests.shared_fixtures import shared_fixture

NOW = "2026-11-23T08:00:00+01:00"
WHY = "Salen är upptagen."


@pytest.fixture(autouse=True)
def before_the_meetings():
    """Of a meeting that has been, nobody is warned."""
    with time_machine.travel(NOW):
        yield


@shared_fixture(at=NOW)
def network(site):
    return make_network()


@shared_fixture(at=NOW)
def event(network):
    return make_event(network, "2027-02-05", "2027-04-23")


def person(network, *permissions):
    """An editor of the network with these rights on its pages, logged in nowhere."""
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.create_user("bo", "bo@example.org", "hemligt")
    group = Group.objects.create(name="Nätverkets redaktörer")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user.groups.add(group)
    for codename in permissions:
        right = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
        GroupPagePermission.objects.create(group=group, page=network, permission=right)
    return user


def first(event):
    return Occurrence.objects.filter(page=event.pk).order_by("start_date")[0]


def address(name, row):
    return reverse(name, args=[row.translation_key])


def send(client, name, row, sure=True, **fields):
    """Open the form, change these fields and send it, and again if ``sure`` and there is something to think of. Gives
    the response."""
    form = client.get(address(name, row)).context["form"]
    data = {field.name: field.value() or "" for field in form}
    response = client.post(address(name, row), data | fields)
    if sure and response.status_code == 200 and response.context.get("remarks"):
        data |= {"noted": response.context["form"]["noted"].value()}
        return client.post(address(name, row), data | fields)
    return response


def draft_row(event, key):
    rows = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object().occurrences.all()
    return next((row for row in rows if row.translation_key == key), None)


def draft(event, **fields):
    """Save a draft with these values of the page itself."""
    page = EventPage.objects.get(pk=event.pk)
    for name, value in fields.items():
        setattr(page, name, value)
    page.save_revision()


def log(row):
    changes = PublicChange.objects.of_meeting(row.translation_key).exclude(kind="new").order_by("pk")
    return [(change.kind, change.reason) for change in changes]


@pytest.mark.parametrize(
    ("name", "fields", "values"),
    [
        ("cancel_meeting", {}, {"status": "cancelled"}),
        (
            "move_meeting",
            {"start_date": "2027-02-12", "start_time": "13.00", "end_time": "15.00"},
            {"start_date": local_date("2027-02-12"), "moved_from": local_date("2027-02-05")},
        ),
        ("change_meeting_place", {"place": "Rådhuset, Kungälv"}, {"place": "Rådhuset, Kungälv", "format": ""}),
        ("change_meeting_place", {"format": "online", "place": ""}, {"place": "", "format": "online"}),
    ],
)
def test_a_change_is_public_at_once_with_its_reason_and_touches_nothing_else(
    event, editor_client, name, fields, values
):
    row, other = event.occurrences.all()
    before = CalendarObject.objects.get(uid=row.translation_key).sequence
    assert send(editor_client, name, row, reason=WHY, **fields).status_code == 302
    changed = Occurrence.objects.get(translation_key=row.translation_key)
    assert {key: getattr(changed, key) for key in values} == values
    assert changed.reason == WHY
    untouched = Occurrence.objects.get(pk=other.pk)
    names = [field.attname for field in Occurrence._meta.concrete_fields]
    assert [getattr(untouched, key) for key in names] == [getattr(other, key) for key in names]
    assert [reason for _, reason in log(row)] == [WHY]
    assert CalendarObject.objects.get(uid=row.translation_key).sequence == before + 1
    page = EventPage.objects.get(pk=event.pk)
    assert not page.has_unpublished_changes
    assert draft_row(event, row.translation_key).reason == WHY


def test_the_meetings_page_and_its_calendar_tell_from_where_and_why(event, editor_client, client):
    row = first(event)
    send(editor_client, "move_meeting", row, start_date="2027-02-12", reason=WHY)
    html = client.get(row.get_absolute_url()).content.decode()
    assert "Flyttat från fredag 5 februari 2027 till fredag 12 februari 2027" in html
    assert '<time datetime="2027-02-05">5 februari</time>' in html
    assert html.count(WHY) == 3  # under the heading, in the log, and for search engines
    component = CalendarObject.objects.get(uid=row.translation_key).component.replace("\r\n ", "")
    assert f"Flyttat från fredag 5 februari 2027.\\n{WHY}" in component
    assert f"UID:{row.translation_key}@" in component


def test_a_preliminary_meeting_is_confirmed_and_keeps_its_own_note(network, editor_client):
    event = make_event(network, make_meeting("2027-02-05", status="tentative", note="Ta med dator."))
    assert send(editor_client, "confirm_meeting", first(event)).status_code == 302
    assert (first(event).status, first(event).note) == ("confirmed", "Ta med dator.")
    assert log(first(event)) == [("confirmed", "Ta med dator.")]


def test_a_cancelled_meeting_can_be_held_after_all(network, editor_client):
    event = make_event(network, make_meeting("2027-02-05", status="cancelled", reason="Snö."))
    response = editor_client.get(address("confirm_meeting", first(event)))
    assert "Mötet blir av ändå" in response.content.decode()
    send(editor_client, "confirm_meeting", first(event), reason="Snön är borta.")
    assert log(first(event))[-1] == ("reinstated", "Snön är borta.")


def test_moved_back_to_where_it_was_it_is_not_moved(event, editor_client):
    send(editor_client, "move_meeting", first(event), start_date="2027-02-12", reason=WHY)
    send(editor_client, "move_meeting", first(event), start_date="2027-02-19", reason=WHY)
    assert first(event).moved_from == local_date("2027-02-05")
    send(editor_client, "move_meeting", first(event), start_date="2027-02-05", reason="Salen är ledig.")
    assert first(event).moved_from is None
    assert [kind for kind, _ in log(first(event))] == ["moved"] * 3


def test_usual_times_and_place_stay_the_events_own(event, editor_client):
    send(editor_client, "move_meeting", first(event), start_date="2027-02-12", reason=WHY)
    row = first(event)
    assert (row.start_time, row.end_time, row.place, row.timing) == (None, None, "", "clock")
    send(editor_client, "change_meeting_place", row, place="Kungälv", reason=WHY)
    send(editor_client, "change_meeting_place", row, place="Stadshuset, Mölndal", reason=WHY)
    assert first(event).place == ""


def test_a_move_to_a_bad_day_is_warned_of_before_it_is_made(event, editor_client):
    row = first(event)
    response = send(editor_client, "move_meeting", row, start_date="2027-06-25", reason=WHY, sure=False)
    assert response.context["remarks"] == ["Midsommarafton, sommarlov."]
    assert "Midsommarafton, sommarlov." in response.content.decode()
    assert first(event).start_date == local_date("2027-02-05")
    typed = {field.name: field.value() or "" for field in response.context["form"]}
    # Another bad day brings other words, which she has not read.
    other = editor_client.post(address("move_meeting", row), typed | {"start_date": "2027-05-01"})
    assert other.context["remarks"] == ["Första maj, lördag."]
    assert editor_client.post(address("move_meeting", row), typed).status_code == 302
    assert Occurrence.objects.filter(page=event, moved_from="2027-02-05", start_date="2027-06-25").exists()


def test_a_clash_is_told_before_the_act_and_only_what_is_new(event, network, editor_client):
    make_event(network, "2027-02-16", "2027-02-17", title="Utbildning")
    row = first(event)
    clash = "Nätverket har redan ett möte då: Förskolenätverket, Utbildning, kl.\u00a008.30–11.30."
    response = send(editor_client, "move_meeting", row, start_date="2027-02-16", reason=WHY, sure=False)
    assert response.context["remarks"] == [clash, "Sportlov."]
    send(editor_client, "move_meeting", row, start_date="2027-02-16", reason=WHY)
    # The day has been thought of, and a new place brings nothing more.
    send(editor_client, "change_meeting_place", first(event), place="Kungälv", reason=WHY, sure=False)
    send(editor_client, "cancel_meeting", first(event), reason=WHY, sure=False)
    assert (first(event).place, first(event).status) == ("Kungälv", "cancelled")
    held = send(editor_client, "confirm_meeting", first(event), reason=WHY, sure=False)
    assert held.context["remarks"] == [clash, "Sportlov."]


# --- A draft in progress ---


def test_the_drafts_other_changes_stay_a_draft_and_the_change_reaches_both(event, editor_client):
    row = first(event)
    draft(event, title="Ny rubrik", introduction="Halvskrivet")
    send(editor_client, "cancel_meeting", row, reason=WHY)
    page = EventPage.objects.get(pk=event.pk)
    assert (page.title, page.introduction, page.has_unpublished_changes) == ("Möten", "", True)
    assert first(event).status == "cancelled"
    assert page.get_latest_revision_as_object().title == page.draft_title == "Ny rubrik"
    page.get_latest_revision().publish()
    assert EventPage.objects.get(pk=event.pk).title == "Ny rubrik"
    assert (first(event).status, first(event).reason) == ("cancelled", WHY)
    assert [kind for kind, _ in log(row)] == ["cancelled"]


def test_a_draft_that_has_dropped_the_meeting_says_so_and_keeps_it_dropped(event, editor_client):
    row, other = event.occurrences.all()
    page = EventPage.objects.get(pk=event.pk)
    page.occurrences = [other]
    page.save_revision()
    response = send(editor_client, "cancel_meeting", row, reason=WHY)
    assert first(event).status == "cancelled"
    assert draft_row(event, row.translation_key) is None
    words = [str(message) for message in response.wsgi_request._messages]
    assert any("Utkastet har inte mötet kvar" in word for word in words)


def test_a_row_that_only_the_draft_has_survives(event, editor_client):
    page = EventPage.objects.get(pk=event.pk)
    page.occurrences = [*page.occurrences.all(), make_meeting("2027-06-11", locale_id=page.locale_id)]
    page.save_revision()
    send(editor_client, "cancel_meeting", first(event), reason=WHY)
    assert Occurrence.objects.filter(page=event.pk).count() == 2
    days = [str(row.start_date) for row in EventPage.objects.get().get_latest_revision_as_object().occurrences.all()]
    assert sorted(days) == ["2027-02-05", "2027-04-23", "2027-06-11"]


# --- Rights, review, locks ---


def give_workflow(network):
    """A review of all of the network's pages; gives the reviewers' group."""
    reviewers = Group.objects.create(name="Granskare")
    task = GroupApprovalTask.objects.create(name="Granskning")
    task.groups.add(reviewers)
    workflow = Workflow.objects.create(name="Granskning")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=network)
    return reviewers


def test_who_may_not_publish_sends_the_change_to_review(event, network, client, django_user_model):
    give_workflow(network)
    client.force_login(person(network, "change_page"))
    row = first(event)
    assert "skickas till granskning" in client.get(address("cancel_meeting", row)).content.decode()
    send(client, "cancel_meeting", row, reason=WHY)
    page = EventPage.objects.get(pk=event.pk)
    assert first(event).status == "confirmed"
    assert page.workflow_in_progress
    admin = django_user_model.objects.create_superuser("alva", "alva@example.org", "hemligt")
    page.current_workflow_task_state.specific.approve(user=admin)
    assert (first(event).status, first(event).reason) == ("cancelled", WHY)


def test_without_a_workflow_the_change_waits_in_the_draft(event, network, client):
    WorkflowPage.objects.all().delete()
    client.force_login(person(network, "change_page"))
    response = send(client, "cancel_meeting", first(event), reason=WHY)
    assert first(event).status == "confirmed"
    assert draft_row(event, first(event).translation_key).status == "cancelled"
    assert "Be någon som får publicera" in str(*response.wsgi_request._messages)


def test_a_review_of_the_draft_goes_on_when_one_meeting_is_changed(event, network, editor_client):
    give_workflow(network)
    draft(event, title="Ny rubrik")
    page = EventPage.objects.get(pk=event.pk)
    page.get_workflow().start(page, person(network, "change_page"))
    send(editor_client, "cancel_meeting", first(event), reason=WHY)
    page = EventPage.objects.get(pk=event.pk)
    assert (page.title, first(event).status, page.workflow_in_progress) == ("Möten", "cancelled", True)
    assert page.current_workflow_state.requested_by.username == "bo"


@pytest.mark.parametrize("name", ["cancel_meeting", "move_meeting", "change_meeting_place", "confirm_meeting"])
def test_another_networks_editor_may_not(event, client, name):
    client.force_login(person(make_network("Beta"), "change_page", "publish_page"))
    row = first(event)
    for response in (client.get(address(name, row)), client.post(address(name, row), {"reason": WHY})):
        assert (response.status_code, response.url) == (302, reverse("wagtailadmin_home"))
    assert first(event).reason == ""


def test_a_locked_page_says_why_and_nothing_is_changed(event, editor_client, django_user_model):
    owner = django_user_model.objects.create_user("cia", first_name="Cia", last_name="Ek")
    EventPage.objects.filter(pk=event.pk).update(locked=True, locked_by=owner)
    response = editor_client.post(address("cancel_meeting", first(event)), {"reason": WHY}, follow=True)
    assert "sidan är låst" in response.content.decode()
    assert first(event).status == "confirmed"


def test_a_page_that_is_not_published_is_edited_in_its_form(network, editor_client):
    event = make_event(network, "2027-02-05", live=False)
    response = editor_client.get(address("cancel_meeting", first(event)), follow=True)
    assert response.redirect_chain == [(reverse("wagtailadmin_pages:edit", args=[event.pk]), 302)]
    assert "ingen har sett mötet än" in response.content.decode()


def test_an_unknown_meeting_is_not_found(event, editor_client):
    assert editor_client.get(reverse("cancel_meeting", args=[event.translation_key])).status_code == 404


# --- Two at once, and bad input ---


def test_a_stale_form_says_so_keeps_what_was_typed_and_can_be_sent_again(event, editor_client):
    row = first(event)
    form = editor_client.get(address("move_meeting", row)).context["form"]
    data = {field.name: field.value() or "" for field in form} | {"start_date": "2027-02-12", "reason": "Mitt skäl."}
    send(editor_client, "cancel_meeting", row, reason="Annat skäl.")
    response = editor_client.post(address("move_meeting", row), data)
    html = response.content.decode()
    assert "Någon annan har ändrat mötet" in html
    assert "Annat skäl." in html and "Mitt skäl." in html and "2027-02-12" in html
    assert first(event).start_date == local_date("2027-02-05")
    data = {field.name: field.value() or "" for field in response.context["form"]}
    assert editor_client.post(address("move_meeting", row), data).status_code == 302
    assert (first(event).start_date, first(event).status) == (local_date("2027-02-12"), "cancelled")


def test_a_meeting_removed_meanwhile_is_not_an_error_page(event, editor_client):
    row, other = event.occurrences.all()
    form = editor_client.get(address("cancel_meeting", row)).context["form"]
    page = EventPage.objects.get(pk=event.pk)
    page.occurrences = [other]
    page.save_revision().publish()
    assert (
        editor_client.post(address("cancel_meeting", row), {"seen": form["seen"].value(), "reason": WHY}).status_code
        == 404
    )


@pytest.mark.parametrize(
    ("name", "fields", "field", "words"),
    [
        ("cancel_meeting", {"reason": ""}, "reason", "Skriv varför"),
        ("cancel_meeting", {"reason": "x" * 301}, "reason", "300"),
        ("move_meeting", {}, "start_date", "redan då"),
        ("move_meeting", {"start_date": "den 12 februari"}, "start_date", "giltigt datum"),
        ("move_meeting", {"start_date": "0027-02-12"}, "start_date", "Kontrollera året"),
        ("move_meeting", {"end_time": "08:00"}, "end_time", "slutar före det börjar"),
        ("move_meeting", {"start_time": ""}, "start_time", "när mötet börjar"),
        (
            "move_meeting",
            {"start_date": "2027-03-28", "start_time": "02.30", "end_time": "04"},
            "start_time",
            "ställs fram",
        ),
        ("change_meeting_place", {"online_link": f"https://example.org/{'a' * 2000}"}, "online_link", "2000"),
        ("change_meeting_place", {}, "place", "redan där"),
        ("change_meeting_place", {"place": ""}, "place", "var mötet hålls"),
        ("change_meeting_place", {"online_link": "javascript:alert(1)"}, "online_link", "giltig URL"),
    ],
)
def test_what_is_wrong_is_told_at_the_field_and_kept(event, editor_client, name, fields, field, words):
    response = send(editor_client, name, first(event), **{"reason": "Det jag skrev.", **fields})
    assert response.status_code == 200
    errors = response.context["form"].errors
    assert list(errors) == [field]
    assert words.casefold() in errors[field][0].casefold()
    assert first(event).reason == ""


def test_a_coming_meeting_is_not_moved_to_a_day_that_has_been(network, editor_client):
    today = timezone.localdate()
    row = first(make_event(network, today + timedelta(days=30)))
    response = send(editor_client, "move_meeting", row, start_date=today - timedelta(days=335), reason=WHY)
    assert response.context["form"].errors == {"start_date": ["Den dagen har redan varit. Kontrollera året."]}
    assert not PublicChange.objects.filter(uid=row.translation_key, kind="moved").exists()


def test_the_day_of_a_meeting_that_was_can_be_set_right(network, editor_client):
    day = timezone.localdate() - timedelta(days=30)
    event = make_event(network, day)
    send(editor_client, "move_meeting", first(event), start_date=day + timedelta(days=1), reason=WHY)
    assert first(event).start_date == day + timedelta(days=1)


def test_no_address_outside_the_site_is_followed_afterwards(event, editor_client):
    there = address("cancel_meeting", first(event)) + "?next=https://ond.example/"
    form = editor_client.get(there).context["form"]
    response = editor_client.post(there, {"seen": form["seen"].value(), "reason": WHY})
    assert response.url == reverse("wagtailadmin_pages:edit", args=[event.pk])
