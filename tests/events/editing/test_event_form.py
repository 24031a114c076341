"""The event's edit form as editors and Wagtail's autosave really use it: through the admin's own views."""

import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import EventPage, Occurrence
from tests.events.editing.form_editor import add, days_of, draft_days, edit, errors_of, rows_of, series, weekly
from tests.factories import make_event, make_meeting, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def network(site):
    return make_network()


@pytest.fixture
def today():
    return timezone.localdate()


# --- Rows by hand ---


def test_an_editor_makes_an_event_with_rows_and_everyone_sees_it(network, editor_client, client):
    add(editor_client, network).add("2020-02-07").add("2020-04-24", theme="Vision", status="cancelled").publish()
    event = EventPage.objects.child_of(network).get()
    assert event.network == network
    assert [(row.start_date, row.theme, row.status) for row in rows_of(event)] == [
        (date(2020, 2, 7), "", "confirmed"),
        (date(2020, 4, 24), "Vision", "cancelled"),
    ]
    assert "2020-02-07" in client.get(event.url).content.decode()


@pytest.mark.parametrize(
    ("fields", "field", "words"),
    [
        ({"start_time": "13:00", "end_time": "12:00"}, "end_time", "slutar före det börjar"),
        ({"start_time": "13:00", "end_time": "13:00"}, "end_time", "slutar före det börjar"),
        ({"end_time": "08:00"}, "end_time", "slutar före det börjar"),
        ({"end_date": "2020-02-01"}, "end_date", "slutar före det börjar"),
        ({"end_date": "2021-02-07"}, "end_date", "högst en månad"),
        ({"start_date": "0020-02-07"}, "start_date", "Kontrollera året"),
        ({"start_date": "9999-12-31"}, "start_date", "Kontrollera året"),
        ({"start_date": "den 7 februari"}, "start_date", "giltigt datum"),
        ({"start_time": "25.00"}, "start_time", "giltig tid"),
        ({"online_link": "javascript:alert(1)"}, "online_link", "giltig URL"),
    ],
)
def test_what_is_wrong_with_a_row_is_told_at_its_field_and_nothing_is_lost(
    network, editor_client, fields, field, words
):
    row = {"start_date": "2020-02-07", "theme": "Det jag skrev", "note": "Viktigt"} | fields
    response = add(editor_client, network).add(row.pop("start_date"), **row).add("2020-04-24").send("action-publish")
    assert response.status_code == 200
    (first, second) = errors_of(response)["rows"]
    assert list(first) == [field]
    assert words.casefold() in first[field][0].casefold()
    assert second == {}
    html = response.content.decode()
    for kept in ("Det jag skrev", "Viktigt", "2020-04-24", *fields.values()):
        assert kept in html
    assert not EventPage.objects.exists()


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"start_time": "11:30", "end_time": "08:30"}, "end_time"),
        ({"start_time": "", "end_time": "11:30"}, "start_time"),
    ],
)
def test_usual_times_that_make_no_sense_are_told_at_their_field(network, editor_client, fields, field):
    response = add(editor_client, network).fill(**fields).send("action-publish")
    assert list(errors_of(response)["page"]) == [field]


def test_an_end_without_any_start_is_told(network, editor_client):
    editor = add(editor_client, network).fill(start_time="", end_time="").add("2020-02-07", end_time="12:00")
    assert list(errors_of(editor.send("action-publish"))["rows"][0]) == ["start_time"]


def test_a_whole_day_needs_no_times(network, editor_client):
    add(editor_client, network).add("2020-02-07", timing="whole_day").publish()
    assert rows_of(EventPage.objects.get())[0].is_whole_day


def test_the_same_network_twice_as_owner_is_told_and_not_an_error(network, editor_client):
    other = make_network("Beta")
    editor = add(editor_client, network).fill(**{"co_owners-TOTAL_FORMS": "2"})
    for index in (0, 1):
        row = {"id": "", "network": str(other.pk), "ORDER": str(index + 1), "DELETE": ""}
        editor.fill(**{f"co_owners-{index}-{name}": value for name, value in row.items()})
    response = editor.send("action-publish")
    assert response.status_code == 200
    assert response.context["form"].formsets["co_owners"].total_error_count()


# --- Moves ---


def test_a_published_meeting_that_gets_another_date_says_where_it_was(network, editor_client):
    event = make_event(network, "2020-02-07", "2020-04-24")
    edit(editor_client, event).change("2020-02-07", start_date="2020-02-14").publish()
    assert [(row.start_date, row.moved_from) for row in rows_of(event)] == [
        (date(2020, 2, 14), date(2020, 2, 7)),
        (date(2020, 4, 24), None),
    ]


def test_moving_on_keeps_the_first_date_and_moving_back_forgets_it(network, editor_client):
    event = make_event(network, "2020-02-07")
    edit(editor_client, event).change("2020-02-07", start_date="2020-02-14").publish()
    edit(editor_client, event).change("2020-02-14", start_date="2020-02-21").publish()
    assert rows_of(event)[0].moved_from == date(2020, 2, 7)
    edit(editor_client, event).change("2020-02-21", start_date="2020-02-07").publish()
    assert rows_of(event)[0].moved_from is None


def test_a_move_that_only_corrected_an_error_can_be_cleared(network, editor_client):
    event = make_event(network, "2020-02-07")
    edit(editor_client, event).change("2020-02-07", start_date="2020-02-14").publish()
    edit(editor_client, event).change("2020-02-14", moved_from="").publish()
    assert rows_of(event)[0].moved_from is None


def test_a_draft_that_nobody_has_seen_has_not_moved(network, editor_client):
    event = make_event(network, "2020-02-07", live=False)
    edit(editor_client, event).change("2020-02-07", start_date="2020-02-14").publish()
    assert [(row.start_date, row.moved_from) for row in rows_of(event)] == [(date(2020, 2, 14), None)]


# --- Series ---


def test_a_rule_fills_in_its_dates_over_the_change_of_the_clock(network, editor_client):
    add(editor_client, network).fill(**weekly("2026-10-13", "2026-11-03")).publish()
    event = EventPage.objects.get()
    assert days_of(event) == [date(2026, 10, day) for day in (13, 20, 27)] + [date(2026, 11, 3)]
    assert [row.starts_at.hour for row in rows_of(event)] == [6, 6, 7, 7]
    assert all(row.recurrence_id == row.start_date for row in rows_of(event))


def test_saving_again_and_again_changes_nothing(network, editor_client, today):
    event = series(network, editor_client, today + timedelta(days=7), 4)
    before = [(row.start_date, row.translation_key) for row in rows_of(event)]
    for _ in range(2):
        edit(editor_client, event).save_draft().reload().publish()
    assert [(row.start_date, row.translation_key) for row in rows_of(event)] == before


def test_a_removed_date_does_not_come_back(network, editor_client, today):
    first = today + timedelta(days=7)
    event = series(network, editor_client, first, 4)
    edit(editor_client, event).change(first + timedelta(weeks=1), DELETE="1").publish()
    edit(editor_client, event).publish()
    edit(editor_client, event).save_draft().save_draft().reload().publish()
    assert days_of(event) == [first + timedelta(weeks=week) for week in (0, 2, 3)]


def test_an_autosave_that_repeats_the_same_form_adds_nothing_twice(network, editor_client, today):
    first = today + timedelta(days=7)
    editor = add(editor_client, network).fill(**weekly(first, first + timedelta(weeks=3), code_of(first)))
    editor.save_draft()
    event = EventPage.objects.child_of(network).get()
    stale = edit(editor_client, event)
    for _ in range(3):  # the browser keeps the form that it has
        stale.save_draft()
    stale.publish()
    assert days_of(event) == [first + timedelta(weeks=week) for week in range(4)]
    assert all(row.recurrence_id for row in rows_of(event))


def test_a_date_removed_in_a_form_that_autosave_has_sent_before_stays_away(network, editor_client, today):
    first = today + timedelta(days=7)
    event = series(network, editor_client, first, 4)
    editor = edit(editor_client, event).change(first, DELETE="1")
    editor.save_draft().save_draft()
    assert draft_days(event) == [first + timedelta(weeks=week) for week in (1, 2, 3)]
    editor.publish()
    edit(editor_client, event).publish()
    assert days_of(event) == [first + timedelta(weeks=week) for week in (1, 2, 3)]


def test_rows_of_a_draft_series_still_follow_the_rule(network, editor_client, today):
    first = today + timedelta(days=7)
    add(editor_client, network).fill(**weekly(first, first + timedelta(weeks=3), code_of(first))).save_draft()
    event = EventPage.objects.child_of(network).get()
    edit(editor_client, event).save_draft()
    edit(editor_client, event).fill(recurrence_until=str(first + timedelta(weeks=1))).publish()
    assert days_of(event) == [first, first + timedelta(weeks=1)]


def test_past_rows_stay_and_a_touched_one_moves_with_what_it_has_when_the_rule_changes(network, editor_client, today):
    first = today - timedelta(days=12)  # none is held today, whose week may have its new day behind it
    event = series(network, editor_client, first, 6)
    touched = first + timedelta(weeks=4)
    edit(editor_client, event).change(touched, theme="Vision").publish()
    before = {row.start_date: row.translation_key for row in rows_of(event)}
    step = timedelta(days=1 if first.weekday() < 6 else -1)  # to another day of the same week
    last = str(first + timedelta(weeks=5) + step)
    edit(editor_client, event).fill(recurrence_weekdays=code_of(first + step), recurrence_until=last).publish()
    moved = {day: day if day < today else day + step for day in before}
    assert {row.translation_key: row.start_date for row in rows_of(event)} == {
        before[day]: now for day, now in moved.items()
    }
    assert [row.start_date for row in rows_of(event) if row.theme == "Vision"] == [touched + step]


def test_a_moved_row_of_a_series_leaves_no_twin_on_its_old_date(network, editor_client, today):
    first = today + timedelta(days=7)
    event = series(network, editor_client, first, 3)
    edit(editor_client, event).change(first, start_date=first + timedelta(days=1)).publish()
    edit(editor_client, event).publish()
    assert days_of(event) == [first + timedelta(days=1), first + timedelta(weeks=1), first + timedelta(weeks=2)]


def test_a_rule_taken_away_takes_its_coming_untouched_rows_and_no_others(network, editor_client, today):
    first = today - timedelta(weeks=1)
    event = series(network, editor_client, first, 4)
    own = today + timedelta(days=3)
    edit(editor_client, event).add(own).publish()
    edit(editor_client, event).fill(recurrence_frequency="", series_start="").publish()
    days = days_of(event)
    assert first in days
    assert own in days
    assert [day for day in days if day > today] == [own]


def test_an_own_row_on_a_date_of_the_rule_is_not_doubled(network, editor_client, today):
    first = today + timedelta(days=7)
    editor = add(editor_client, network).add(first, theme="Min egen")
    editor.fill(**weekly(first, first + timedelta(weeks=1), code_of(first))).publish()
    event = EventPage.objects.get()
    assert [(row.start_date, row.theme) for row in rows_of(event)] == [
        (first, "Min egen"),
        (first + timedelta(weeks=1), ""),
    ]


def code_of(day):
    return ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][day.weekday()]


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"recurrence_interval": "0"}, "Mellanrummet"),
        ({"recurrence_interval": "-1"}, "Mellanrummet"),
        ({"recurrence_interval": "1;BYMONTHDAY=30;BYMONTH=2"}, "inte kan läsa"),
        ({"recurrence_frequency": "SECONDLY"}, "Välj varje dag"),
        ({"recurrence_until": "99999999T000000Z"}, "inte att läsa"),
        ({"recurrence_until": "31 december"}, "inte att läsa"),
        ({"recurrence_until": ""}, "när serien slutar"),
        ({"recurrence_until": "2099-01-01"}, "högst 5 år"),
        ({"recurrence_until": "2026-01-01"}, "slutar innan den börjar"),
        ({"recurrence_until": "", "recurrence_count": "100000000"}, "Antalet möten"),
        ({"recurrence_until": "", "recurrence_count": "5\nRDATE:20260320T080000Z"}, "en enda regel"),
        ({"recurrence_until": "", "recurrence_count": "5\nRRULE:FREQ=DAILY"}, "en enda regel"),
        ({"recurrence_count": "5"}, "inte båda"),
        ({"series_start": ""}, "första dag"),
        ({"series_start": "9999-12-31", "recurrence_until": "", "recurrence_count": "5"}, "mellan år 2000 och 2099"),
    ],
)
def test_a_hostile_rule_is_refused_in_swedish_at_its_field_and_kept_in_the_form(network, editor_client, fields, words):
    editor = add(editor_client, network).add("2020-02-07", theme="Det jag skrev")
    editor.fill(**weekly("2026-10-13", "2026-11-03") | fields)
    for response in (editor.send(), editor.send("action-publish")):
        assert response.status_code == 200
        assert words in response.context["form"].errors["recurrence"][0]
        assert "Det jag skrev" in response.content.decode()
        assert not EventPage.objects.exists()


def test_a_list_of_dates_that_was_tampered_with_is_refused(network, editor_client):
    editor = add(editor_client, network)
    for text in ("nonsens", '["nonsens"]', '{"a": 1}', "[1]", '["2026-02-30"]', "[null]"):
        response = editor.fill(handed_out=text).send("action-publish")
        assert response.status_code == 200, text
        assert "handed_out" in response.context["form"].errors, text


# --- The form itself ---


def test_the_forms_rule_is_in_swedish_and_loads_no_script_of_djangos_admin(network, editor_client):
    html = editor_client.get(
        reverse("wagtailadmin_pages:add", args=["events", "eventpage", network.pk])
    ).content.decode()
    for words in ("Regel för serien", "Till och med", "tisdag"):
        assert words in html
    for script in ("jquery.init.js", "recurrence-widget", "recurrence/js", "jsi18n/recurrence"):
        assert script not in html


def test_every_field_of_the_rule_has_a_label(network, editor_client):
    html = editor_client.get(
        reverse("wagtailadmin_pages:add", args=["events", "eventpage", network.pk])
    ).content.decode()
    for name in ("interval", "frequency", "position", "until", "count"):
        (key,) = re.findall(rf'name="recurrence_{name}"[^>]*\bid="([^"]+)"', html)
        assert f'<label for="{key}"' in html


def test_a_stored_rule_is_shown_again(network, editor_client, today):
    event = series(network, editor_client, today + timedelta(days=7), 3)
    form = edit(editor_client, event).form
    assert (form["recurrence_frequency"], form["recurrence_interval"]) == ("WEEKLY", "1")
    assert form["recurrence_until"] == str(today + timedelta(days=21))
    assert form.getlist("recurrence_weekdays") == [code_of(today + timedelta(days=7))]


def test_a_draft_of_an_event_may_be_half_filled(network, editor_client):
    add(editor_client, network).fill(start_time="", end_time="", place="").save_draft()
    assert EventPage.objects.get().live is False


def test_moving_an_event_gives_it_to_the_other_network(network):
    event = make_event(network, make_meeting("2020-02-07"))
    other = make_network("Beta")
    event.move(other, pos="last-child")
    assert EventPage.objects.get(pk=event.pk).network == other
    assert Occurrence.objects.public().for_networks([other.pk]).count() == 1
    assert not Occurrence.objects.public().for_networks([network.pk]).exists()
