"""What the preview of a series said is what is published, whatever came between, and a changed rule moves meetings."""

from datetime import timedelta

import pytest
import time_machine
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from events.models import EventPage
from tests.events.editing.form_editor import (
    TODAY,
    Editor,
    add,
    days_of,
    draft_days,
    edit,
    errors_of,
    monthly,
    rows_of,
    weekly,
)
from tests.factories import make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
ASKED = "Se efter vad som flyttas och tas bort"


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False):
        yield


@shared_fixture(at=TODAY)
def network(site):
    return make_network()


def administrator():
    """The browser of the one who made the series."""
    client = Client()
    client.force_login(get_user_model().objects.create_superuser("bo", "bo@example.org", "hemligt"))
    return client


@shared_fixture(at=TODAY)
def second_tuesdays(network):
    add(administrator(), network).fill(**monthly(2)).publish()
    return EventPage.objects.get()


@shared_fixture(at=TODAY)
def tuesdays(network):
    """A published series of eight weeks."""
    add(administrator(), network).fill(**weekly("2027-01-12", "2027-03-02")).publish()
    return EventPage.objects.get()


def keys(event):
    return [row.translation_key for row in rows_of(event)]


def states(editor):
    return {
        item.select_one(".series__day").get_text(): item["class"][1].removeprefix("series__date--")
        for item in editor.preview.select(".series__date")
    }


# --- What is shown is what is published ---


@pytest.mark.parametrize("between", ["nothing", "autosave", "autosave and reload", "second tab"])
def test_a_date_that_is_skipped_in_the_preview_is_never_published(network, editor_client, between):
    editor = add(editor_client, network).fill(**weekly("2027-01-12", "2027-02-02")).look()
    if between != "nothing":
        editor.autosave()
    if between == "second tab":
        Editor(editor_client, editor.address).autosave().look()
    editor.set(series_skip=["2027-01-19"]).look()
    assert editor.counts() == [3, 0, 0, 0]
    if between == "autosave and reload":
        editor.autosave().reload().look()
    editor.autosave().publish()
    event = EventPage.objects.get()
    assert [str(day) for day in days_of(event)] == ["2027-01-12", "2027-01-26", "2027-02-02"]
    edit(editor_client, event).publish()
    assert len(days_of(event)) == 3


def test_meetings_that_an_autosave_made_are_the_same_each_time(network, editor_client):
    editor = add(editor_client, network).fill(**weekly("2027-01-12", "2027-02-02")).autosave()
    event = EventPage.objects.get()
    drafted = {row.translation_key for row in event.get_latest_revision_as_object().occurrences.all()}
    other = Editor(editor_client, editor.address)
    editor.autosave().publish()
    assert set(keys(event)) == drafted
    other.publish()
    assert set(keys(event)) == drafted


@pytest.mark.parametrize("saves", [0, 1, 3])
def test_second_tuesdays_become_third_ones_and_no_more(second_tuesdays, editor_client, saves):
    before, old = keys(second_tuesdays), days_of(second_tuesdays)
    editor = edit(editor_client, second_tuesdays).fill(**monthly(3)).look()
    assert editor.counts() == [0, 12, 0, 0]
    for _ in range(saves):
        editor.autosave().look()
        assert editor.counts() == [0, 12, 0, 0]
    editor.publish()
    assert keys(second_tuesdays) == before
    assert [(row.start_date - row.moved_from, row.moved_from) for row in rows_of(second_tuesdays)] == [
        (timedelta(days=7), day) for day in old
    ]


def test_a_reloaded_draft_still_says_what_publishing_will_change(second_tuesdays, editor_client):
    before = keys(second_tuesdays)
    edit(editor_client, second_tuesdays).fill(**monthly(3)).look().autosave()
    editor = edit(editor_client, second_tuesdays).look()
    assert editor.counts() == [0, 12, 0, 0]
    assert set(states(editor).values()) == {"move"}
    editor.fill(**monthly(2)).look()
    assert editor.counts() == [0, 0, 12, 0]
    editor.autosave().publish()
    assert keys(second_tuesdays) == before
    assert {row.moved_from for row in rows_of(second_tuesdays)} == {None}


def test_a_rule_that_is_cut_off_in_a_draft_and_prolonged_again_gives_the_same_meetings(second_tuesdays, editor_client):
    before = keys(second_tuesdays)
    editor = edit(editor_client, second_tuesdays).fill(recurrence_until="2027-06-30").look()
    assert editor.counts() == [0, 0, 6, 6]
    editor.autosave().reload().fill(**monthly(3)).look()
    assert editor.counts() == [0, 12, 0, 0]
    editor.publish()
    assert keys(second_tuesdays) == before


def test_an_older_version_is_published_as_the_preview_says(second_tuesdays, editor_client):
    before, days = keys(second_tuesdays), days_of(second_tuesdays)
    old = EventPage.objects.get().latest_revision
    edit(editor_client, second_tuesdays).fill(**monthly(3, until="2028-03-31")).publish()
    assert len(days_of(second_tuesdays)) == 15
    editor = edit(editor_client, second_tuesdays).restore(old).look()
    assert editor.counts() == [0, 12, 0, 3]
    editor.autosave().publish()
    assert (keys(second_tuesdays), days_of(second_tuesdays)) == (before, days)


def test_a_second_tab_does_not_bring_the_old_dates_back(second_tuesdays, editor_client):
    before = keys(second_tuesdays)
    stale = edit(editor_client, second_tuesdays).look().fill(introduction="Välkommen")
    edit(editor_client, second_tuesdays).fill(**monthly(3)).publish()
    moved = days_of(second_tuesdays)
    assert "Ladda om" in stale.autosave().look().preview.get_text()
    stale.publish()
    second_tuesdays.refresh_from_db()
    assert (second_tuesdays.introduction, days_of(second_tuesdays)) == ("Välkommen", moved)
    assert keys(second_tuesdays) == before


def test_without_the_script_the_form_asks_once_and_loses_nothing(second_tuesdays, editor_client):
    editor = edit(editor_client, second_tuesdays).fill(**monthly(3), introduction="Det jag skrev")
    response = editor.send("action-publish")
    assert ASKED in errors_of(response)["page"]["recurrence"][0]
    editor.read(response)
    assert (editor.form["introduction"].strip(), editor.form["recurrence_position"]) == ("Det jag skrev", "3")
    assert editor.counts() == [0, 12, 0, 0]
    assert editor.send("action-publish").status_code == 302
    assert {row.start_date - row.moved_from for row in rows_of(second_tuesdays)} == {timedelta(days=7)}


# --- A changed rule moves meetings ---


def test_a_cancelled_week_stays_cancelled_a_removed_date_away_and_a_theme_with_its_meeting(tuesdays, editor_client):
    editor = edit(editor_client, tuesdays).change("2027-01-19", status="cancelled", reason="Sjukdom.")
    editor.change("2027-01-26", DELETE="1").change("2027-02-02", theme="Vision").publish()
    before = {str(row.start_date): row.translation_key for row in rows_of(tuesdays)}
    editor = edit(editor_client, tuesdays).fill(recurrence_weekdays="TH", recurrence_until="2027-03-04").look()
    assert editor.counts() == [0, 6, 1, 0]
    editor.autosave().publish()
    after = {row.translation_key: row for row in rows_of(tuesdays)}
    assert set(after) == set(before.values())
    assert [str(day) for day in days_of(tuesdays)] == [
        "2027-01-14", "2027-01-19", "2027-02-04", "2027-02-11", "2027-02-18", "2027-02-25", "2027-03-04",
    ]  # fmt: skip
    assert after[before["2027-01-19"]].status == "cancelled"
    themed = after[before["2027-02-02"]]
    assert (str(themed.start_date), themed.theme, str(themed.moved_from)) == ("2027-02-04", "Vision", "2027-02-02")
    edit(editor_client, tuesdays).fill(recurrence_weekdays="TU", recurrence_until="2027-03-02").publish()
    assert {str(row.start_date): row.translation_key for row in rows_of(tuesdays)} == before
    assert {row.moved_from for row in rows_of(tuesdays)} == {None}


def test_a_meeting_that_a_person_has_moved_is_asked_about(tuesdays, editor_client):
    edit(editor_client, tuesdays).change("2027-01-19", start_date="2027-01-20").publish()
    rule = {"recurrence_weekdays": "TH", "recurrence_until": "2027-03-04"}
    editor = edit(editor_client, tuesdays).fill(**rule).look()
    [question] = editor.preview.select("[name=series_follow]")
    assert (question["value"], question.has_attr("checked")) == ("2027-01-21", False)
    editor.autosave().publish()
    assert [str(day) for day in days_of(tuesdays)][:3] == ["2027-01-14", "2027-01-20", "2027-01-28"]
    editor = edit(editor_client, tuesdays).fill(recurrence_weekdays="FR", recurrence_until="2027-03-05").look()
    editor.set(series_follow=["2027-01-22"]).look().autosave().publish()
    rows = rows_of(tuesdays)
    assert [(str(row.start_date), str(row.moved_from)) for row in rows][1] == ("2027-01-22", "2027-01-19")
    assert len(rows) == 8


def test_from_weeks_to_months_a_person_chooses_which_meeting_it_is(tuesdays, editor_client):
    before = {str(row.start_date): row.translation_key for row in rows_of(tuesdays)}
    editor = edit(editor_client, tuesdays).fill(**monthly(3, until="2027-02-28", day="TH")).look()
    assert editor.counts() == [0, 2, 0, 6]
    first, _ = editor.preview.select("[name=series_same]")
    assert [option["value"] for option in first.select("option")] == [
        "2027-01-21=2027-01-12", "2027-01-21=2027-01-19", "2027-01-21=2027-01-26", "2027-01-21=",
    ]  # fmt: skip
    assert first.select_one("[selected]")["value"] == "2027-01-21=2027-01-19"
    editor.set(series_same=["2027-01-21=2027-01-26", "2027-02-18="]).look()
    assert editor.counts() == [1, 1, 0, 7]
    editor.autosave().publish()
    january, february = rows_of(tuesdays)
    assert (january.translation_key, str(january.moved_from)) == (before["2027-01-26"], "2027-01-26")
    assert february.translation_key not in before.values()


def test_a_meeting_over_two_days_keeps_its_length(tuesdays, editor_client):
    edit(editor_client, tuesdays).change("2027-01-19", end_date="2027-01-20").publish()
    edit(editor_client, tuesdays).fill(recurrence_weekdays="TH").publish()
    assert [str(row.end_date) for row in rows_of(tuesdays) if row.end_date] == ["2027-01-22"]


def test_only_what_the_public_has_seen_has_moved(network, editor_client):
    editor = add(editor_client, network).fill(**weekly("2027-01-12", "2027-02-02")).look().autosave()
    event = EventPage.objects.get()
    edit(editor_client, event).fill(recurrence_weekdays="TH").look().autosave()
    assert [str(day) for day in draft_days(event)][:1] == ["2027-01-14"]
    edit(editor_client, event).publish()
    assert {row.moved_from for row in rows_of(event)} == {None}
    assert editor.address == reverse("wagtailadmin_pages:edit", args=[event.pk])
