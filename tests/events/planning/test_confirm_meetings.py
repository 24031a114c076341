"""Confirming many preliminary meetings at once: what is listed, what is published with it, and what is not."""

from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from events.models import EventPage, Occurrence
from events.models.choices import Status
from tests.factories import make_event, make_meeting, make_network
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

from .conftest import NOW

pytestmark = pytest.mark.django_db


@shared_fixture(at=NOW)
def network(site):
    return make_network()


def preliminary(day, **fields):
    return make_meeting(day, status=Status.TENTATIVE, **fields)


@shared_fixture(at=NOW)
def event(network):
    return make_event(network, preliminary("2027-02-12"), preliminary("2027-09-17"), "2027-04-02")


def listed(response):
    return [(owner, [str(one.day) for one in group]) for owner, _, group in response.context["groups"]]


def show(client):
    return client.get(reverse("confirm_meetings"))


def values(response):
    return [one.value for _, _, group in response.context["groups"] for one in group]


def confirm(client, *meetings, **fields):
    return client.post(reverse("confirm_meetings"), {"meeting": meetings, **fields})


def statuses(event):
    return dict(Occurrence.objects.filter(page=event).order_by("starts_at").values_list("start_date__month", "status"))


def test_only_coming_preliminary_meetings_are_listed_by_network_and_date(admin_client, network, event):
    make_event(make_network("Barnnätverket"), preliminary("2026-11-23"), preliminary("2026-11-22"))
    response = show(admin_client)
    assert listed(response) == [("Barnnätverket", ["2026-11-23"]), ("Förskolenätverket", ["2027-02-12", "2027-09-17"])]


def test_ticked_meetings_are_confirmed_and_published_and_others_are_not(admin_client, event):
    response = confirm(admin_client, values(show(admin_client))[0])
    assert statuses(event) == {2: "confirmed", 4: "confirmed", 9: "tentative"}
    assert [result.added for result in response.context["results"]] == [
        ["fredag 12 februari 2027 kl.\u00a008.30–11.30"]
    ]
    assert listed(response) == [("Förskolenätverket", ["2027-09-17"])]


def test_one_button_confirms_all_of_a_network_and_no_other(admin_client, network, event):
    other = make_event(make_network("Barnnätverket"), preliminary("2027-02-12"))
    confirm(admin_client, all=f"n{network.pk}")
    assert statuses(event) == {2: "confirmed", 4: "confirmed", 9: "confirmed"}
    assert statuses(other) == {2: "tentative"}


def test_the_draft_gets_the_change_and_its_other_changes_stay_in_it(admin_client, event):
    event.title = "Nytt namn"
    event.save_revision()
    confirm(admin_client, *values(show(admin_client)))
    event = EventPage.objects.get(pk=event.pk)
    assert (event.title, event.has_unpublished_changes) == ("Möten", True)
    assert set(statuses(event).values()) == {"confirmed"}
    draft = event.get_latest_revision_as_object()
    assert draft.title == "Nytt namn"
    assert {row.status for row in draft.occurrences.all()} == {"confirmed"}


def test_a_meeting_that_only_the_draft_has_comes_to_the_public_with_its_key(admin_client, event):
    event.title = "Nytt namn"
    event.occurrences.add(preliminary("2027-11-12", theme="Budget", locale_id=event.locale_id))
    event.save_revision()
    drafted = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    key = next(row.translation_key for row in drafted.occurrences.all() if row.start_date.month == 11)
    shown = show(admin_client)
    assert [one.is_drafted for _, _, group in shown.context["groups"] for one in group] == [False, False, True]
    confirm(admin_client, f"{event.pk}:{key}")
    row = Occurrence.objects.get(translation_key=key)
    assert (row.status, row.theme) == ("confirmed", "Budget")
    assert EventPage.objects.get(pk=event.pk).title == "Möten"
    assert statuses(event)[2] == "tentative"


def test_a_page_that_is_a_draft_is_published_with_its_confirmed_meetings(admin_client, network):
    event = make_event(network, preliminary("2027-02-12"), live=False)
    confirm(admin_client, *values(show(admin_client)))
    assert EventPage.objects.get(pk=event.pk).live
    assert statuses(event) == {2: "confirmed"}


def test_a_draft_that_waits_for_its_time_is_not_said_to_be_public(admin_client, network):
    event = make_event(network, preliminary("2027-02-12"), live=False)
    event.go_live_at = datetime(2027, 1, 8, 7, tzinfo=UTC)
    event.save_revision()
    response = confirm(admin_client, *values(show(admin_client)))
    words = " ".join(BeautifulSoup(response.content, "html.parser").select_one(".plan-result p").text.split())
    assert words.startswith("1 möte är bekräftat, men syns först när sidan publiceras 8 januari 2027 kl. 08.00.")
    assert not EventPage.objects.get(pk=event.pk).live


def test_a_locked_page_is_told_and_stays_ticked_while_the_others_are_confirmed(admin_client, event):
    other = make_event(make_network("Barnnätverket"), preliminary("2027-02-12"))
    chosen = values(show(admin_client))
    EventPage.objects.filter(pk=other.pk).update(locked=True)
    response = confirm(admin_client, *chosen)
    assert set(statuses(event).values()) == {"confirmed"}
    assert statuses(other) == {2: "tentative"}
    assert response.context["ticked"] == {chosen[0]}
    assert "Sidan är låst." in response.content.decode()


@pytest.mark.parametrize("meetings", [[], ["x"], ["1:x", "999999:00000000-0000-0000-0000-000000000000"]])
def test_nothing_or_nonsense_ticked_is_told(admin_client, event, meetings):
    response = confirm(admin_client, *meetings)
    assert response.context["nothing_chosen"]
    assert statuses(event)[2] == "tentative"


def test_a_network_editor_sees_and_confirms_only_her_own(network_editor, network, event):
    other = make_event(make_network("Barnnätverket"), preliminary("2027-02-12"))
    client = network_editor(network, "add", "change", "publish")
    assert listed(show(client)) == [("Förskolenätverket", ["2027-02-12", "2027-09-17"])]
    row = other.occurrences.get()
    confirm(client, f"{other.pk}:{row.translation_key}", *values(show(client)))
    assert statuses(other) == {2: "tentative"}
    assert set(statuses(event).values()) == {"confirmed"}


def test_who_may_not_publish_confirms_in_the_draft(network_editor, network, event):
    client = network_editor(network, "add", "change")
    response = confirm(client, *values(show(client)))
    assert not response.context["results"][0].published
    assert statuses(event)[2] == "tentative"
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert {row.status for row in draft.occurrences.all()} == {"confirmed"}


def test_queries_do_not_grow_with_the_networks(admin_client, event):
    one = queries_of(admin_client.get, reverse("confirm_meetings"))
    for number in range(10):
        make_event(make_network(f"Nätverk {number}"), preliminary("2027-02-12"))
    assert queries_of(admin_client.get, reverse("confirm_meetings")) == one
