"""Planning a year in the admin: what is proposed, what is kept of what is typed, what is stored, and for whom."""

from datetime import UTC, date, datetime, time
from uuid import uuid4

import pytest
from django.urls import reverse

from events.models import EventPage, Occurrence
from events.models.choices import Status
from events.planning.forms import MAX_ROWS
from events.planning.year import planned_key
from networks.models import NetworkRelation
from networks.rights.groups import editors_of
from tests.factories import make_event, make_meeting, make_network, make_regional_event, publish
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

from .conftest import NOW, form_data, plan_address

pytestmark = pytest.mark.django_db


@shared_fixture(at=NOW)
def network(site):
    return make_network()


@shared_fixture(at=NOW)
def event(network):
    return make_event(network, "2026-02-06", make_meeting("2026-03-20", place="Lerum"), title="Nätverksmöten")


def show(client, *networks, **kwargs):
    return client.get(plan_address(*networks, **kwargs))


def post(client, *networks, action="publish", event=None, **changes):
    shown = show(client, *networks, event=event)
    return client.post(plan_address(*networks, event=event), form_data(shown, action=action, **changes))


def proposed(response):
    return [(row.form["start_date"].value(), row.form["place"].value()) for row in response.context["table"].rows]


def next_year(**filters):
    return Occurrence.objects.filter(start_date__year=2027, **filters).order_by("starts_at")


def test_the_table_proposes_this_years_pattern_and_stores_nothing(admin_client, network, event):
    response = show(admin_client, network)
    assert proposed(response) == [("2027-02-12", "Stadshuset, Mölndal"), ("2027-03-24", "Lerum")]
    first, second = response.context["table"].rows
    assert first.advice == []
    assert second.advice == ["Fredag 26 mars är långfredagen. Flyttat till onsdag 24 mars.", "Påsklov"]
    assert not next_year().exists()


def test_a_moved_meetings_pattern_is_the_date_it_was_planned_for(admin_client, network):
    make_event(network, make_meeting("2026-02-13", moved_from="2026-02-06"), "2026-09-11")
    response = show(admin_client, network)
    assert [day for day, _ in proposed(response)] == ["2027-02-12", "2027-09-17"]
    assert response.context["table"].rows[0].source_words.endswith("v.\u00a07, flyttat från 6 februari")


def test_published_rows_are_preliminary_have_keys_of_their_own_and_follow_the_page(admin_client, network, event):
    response = post(admin_client, network)
    assert response.status_code == 302
    rows = list(next_year())
    assert [(row.when[:23], row.status, row.place) for row in rows] == [
        ("fredag 12 februari 2027", Status.TENTATIVE, ""),
        ("onsdag 24 mars 2027 kl.", Status.TENTATIVE, "Lerum"),
    ]
    assert {row.page_id for row in rows} == {event.pk}
    assert rows[0].start_time is None
    sources = Occurrence.objects.filter(start_date__year=2026).order_by("starts_at")
    assert [row.translation_key for row in rows] == [planned_key(one.translation_key, 2027) for one in sources]
    report = admin_client.get(response.url)
    assert (report.context["added"], report.context["doubled"]) == (2, 0)
    assert admin_client.get(response.url).status_code == 200  # loaded once more


def test_nothing_is_doubled_when_it_is_done_again(admin_client, network, event):
    shown = form_data(show(admin_client, network), action="publish")
    admin_client.post(plan_address(network), shown)
    again = admin_client.post(plan_address(network), shown)  # the old table sent once more
    assert next_year().count() == 2
    assert "Allt som var ikryssat är redan sparat." in again.content.decode()
    fresh = show(admin_client, network)
    assert proposed(fresh) == []
    assert "2 möten är redan planerade" in " ".join(fresh.content.decode().split())


def test_a_planned_meeting_that_is_moved_far_is_not_proposed_again(admin_client, network, event):
    post(admin_client, network)
    event = EventPage.objects.get(pk=event.pk)
    row = event.occurrences.get(start_date=date(2027, 2, 12))
    row.start_date = date(2027, 5, 28)
    event.occurrences.add(row)
    publish(event)
    assert proposed(show(admin_client, network)) == []


def test_a_date_typed_by_hand_in_the_same_week_stands_for_its_proposal(admin_client, network):
    make_event(network, "2026-02-06", "2026-09-11", "2027-02-10")
    assert [day for day, _ in proposed(show(admin_client, network))] == ["2027-09-17"]


def test_a_draft_is_seen_by_nobody_and_is_not_planned_twice(admin_client, network, event):
    post(admin_client, network, action="draft")
    assert not next_year().exists()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert [row.status for row in draft.occurrences.all() if row.start_date.year == 2027] == ["tentative"] * 2
    assert proposed(show(admin_client, network)) == []


def test_publishing_leaves_the_drafts_other_changes_in_the_draft(admin_client, network, event):
    event.title = "Nytt namn"
    event.save_revision()
    post(admin_client, network)
    assert next_year().count() == 2
    event = EventPage.objects.get(pk=event.pk)
    assert (event.title, event.has_unpublished_changes) == ("Nätverksmöten", True)
    draft = event.get_latest_revision_as_object()
    assert draft.title == "Nytt namn"
    assert sum(row.start_date.year == 2027 for row in draft.occurrences.all()) == 2


def test_checking_anew_keeps_what_is_typed_and_judges_it(admin_client, network, event):
    changes = {"rows-0-start_date": "2027-03-26", "rows-0-place": "Alingsås", "rows-1-include": None}
    response = post(admin_client, network, action="check", **changes)
    assert proposed(response) == [("2027-03-26", "Alingsås"), ("2027-03-24", "Lerum")]
    first, second = response.context["table"].rows
    assert first.advice == ["Långfredagen", "Påsklov"]
    assert (second.is_included, response.context["table"].chosen) == (False, [first])
    assert not next_year().exists()


def test_another_network_joins_without_touching_what_is_typed(admin_client, network, event):
    other = make_network("Barnnätverket")
    make_event(other, "2026-04-17")
    changes = {"natverk": [str(network.pk), str(other.pk)], "rows-0-start_date": "2027-02-19"}
    response = post(admin_client, network, action="check", **changes)
    assert [day for day, _ in proposed(response)] == ["2027-04-23", "2027-02-19", "2027-03-24"]
    without = admin_client.post(plan_address(network), form_data(response, natverk=[]))
    assert "Välj minst ett nätverk." in without.content.decode()
    assert ("2027-02-19", "Stadshuset, Mölndal") in proposed(without)


@pytest.mark.parametrize(
    ("changes", "field", "message"),
    [
        ({"rows-0-start_date": "2027-02-30"}, "start_date", "Skriv datumet som 2027-02-05."),
        ({"rows-0-start_date": "2026-02-12"}, "start_date", "Datumet ska ligga i 2027."),
        ({"rows-0-start_date": ""}, "start_date", "Skriv ett datum, eller ta bort krysset för raden."),
        ({"rows-0-start_time": "25"}, "start_time", "Skriv klockslaget som 08.30."),
        ({"rows-0-end_time": "08.30"}, "end_time", "Mötet slutar före det börjar. Kontrollera klockslagen."),
        ({"rows-0-start_time": ""}, "start_time", "Ange också när mötet börjar."),
    ],
)
def test_bad_input_is_told_at_its_field_and_nothing_is_stored(admin_client, network, event, changes, field, message):
    response = post(admin_client, network, **changes)
    assert response.status_code == 200
    assert response.context["table"].rows[0].form.errors == {field: [message]}
    ((name, typed),) = changes.items()
    assert response.context["table"].rows[0].form[name.split("-")[-1]].value() == typed
    assert not next_year().exists()
    left_out = post(admin_client, network, **changes, **{"rows-0-include": None})
    assert left_out.status_code == 302
    assert next_year().count() == 1


def test_nothing_is_stored_before_it_has_been_seen(admin_client, network, event):
    other = make_network("Barnnätverket")
    make_event(other, "2026-04-17")
    response = post(admin_client, network, natverk=[str(network.pk), str(other.pk)])
    assert response.context["has_unseen_rows"]
    assert not next_year().exists()
    both = form_data(response, action="publish")
    assert admin_client.post(plan_address(network), both).status_code == 302
    assert next_year().count() == 3


def test_no_row_ticked_is_told(admin_client, network, event):
    response = post(admin_client, network, **{"rows-0-include": None, "rows-1-include": None})
    assert "Ingen rad är ikryssad" in response.content.decode()


def test_a_row_is_added_with_the_usual_values_and_stored_once(admin_client, network, event):
    key = f"e{event.pk}"
    response = post(admin_client, network, action=None, add=key)
    added = response.context["table"].rows[-1]
    assert (added.form["start_time"].value(), added.form["place"].value()) == ("08.30", "Stadshuset, Mölndal")
    assert "Skriv ett datum, eller ta bort krysset" not in response.content.decode()
    data = form_data(response, action="publish", **{"rows-2-start_date": "2027-06-03"})
    admin_client.post(plan_address(network), data)
    admin_client.post(plan_address(network), data)
    row = next_year().get(start_date=date(2027, 6, 3))
    assert (row.start_time, row.status) == (None, Status.TENTATIVE)
    assert next_year().count() == 3


def test_a_row_whose_meeting_is_removed_meanwhile_stays_as_typed(admin_client, network, event):
    shown = form_data(show(admin_client, network), action="check", **{"rows-0-place": "Alingsås"})
    event.occurrences.remove(event.occurrences.get(start_date=date(2026, 2, 6)))
    publish(event)
    response = admin_client.post(plan_address(network), shown)
    assert proposed(response) == [("2027-03-24", "Lerum"), ("2027-02-12", "Alingsås")]


def test_a_page_named_after_its_year_gets_a_sibling_for_the_next_with_owners_and_no_rule(admin_client, network):
    joint = make_network("Barnnätverket")
    event = make_event(network, "2026-02-06", title="Möten 2026", slug="moten-2026", co_owners=[joint])
    EventPage.objects.update(go_live_at=datetime(2027, 1, 8, tzinfo=UTC), expire_at=datetime(2027, 1, 31, tzinfo=UTC))
    response = post(admin_client, network)
    made = EventPage.objects.get(title="Möten 2027")
    assert (made.slug, made.live, made.start_time) == ("moten-2027", True, time(8, 30))
    assert (made.go_live_at, made.expire_at) == (None, None)
    assert [owner.network_id for owner in made.co_owners.all()] == [joint.pk]
    assert [row.start_date.isoformat() for row in made.occurrences.all()] == ["2027-02-12"]
    assert made.translation_key != event.translation_key
    assert EventPage.objects.get(pk=event.pk).occurrences.count() == 1
    assert response.status_code == 302
    assert proposed(show(admin_client, network)) == []
    post(admin_client, network)
    assert EventPage.objects.count() == 2


def test_a_network_without_meetings_gets_a_page_for_the_rows_that_are_added(admin_client, network):
    response = post(admin_client, network, action=None, add=f"n{network.pk}")
    changes = {"rows-0-start_date": "2027-02-12", "rows-0-start_time": "9", "rows-0-place": "Teams"}
    admin_client.post(plan_address(network), form_data(response, action="publish", **changes))
    made = EventPage.objects.child_of(network).get()
    assert (made.title, made.start_time, made.place, made.live) == ("Möten", time(9), "Teams", True)
    assert next_year().get().page_id == made.pk


def test_one_event_is_copied_to_next_year_from_its_own_button(admin_client, network, event):
    make_event(network, "2026-05-05", title="Annat")
    edit = admin_client.get(reverse("wagtailadmin_pages:edit", args=[event.pk])).content.decode()
    assert f"/admin/planera/?ar=2027&amp;moten={event.pk}" in edit
    assert post(admin_client, event=event).status_code == 302
    assert {row.page_id for row in next_year()} == {event.pk}
    regional = make_regional_event("2026-10-14")
    post(admin_client, event=regional)
    assert next_year(page=regional).get().start_date == date(2027, 10, 20)


def test_days_of_a_long_meeting_and_a_whole_day_come_along(admin_client, network):
    long = make_meeting("2026-09-10", end_date="2026-09-11", timing="whole_day")
    make_event(network, long, make_meeting("2026-10-08", timing="to_be_announced"))
    post(admin_client, network)
    assert [(str(row.start_date), str(row.final_date), row.timing) for row in next_year()] == [
        ("2027-09-16", "2027-09-17", "whole_day"),
        ("2027-10-14", "2027-10-14", "to_be_announced"),
    ]


def test_clashes_are_told_within_the_table_and_with_what_is_published(admin_client, network, event):
    related, other = make_network("Barnnätverket"), make_network("Skolnätverket")
    NetworkRelation.objects.create(page=network, kind="cooperates_with", target=related)
    make_event(related, "2026-02-06", place="Teams")
    make_event(other, "2027-02-12", place="Stadshuset, Mölndal")
    rows = show(admin_client, network, related).context["table"]
    rows.find_clashes()
    advice = {row.series.owner_title: row.advice for row in rows.rows[:2]}
    assert [words.replace("\u00a0", " ") for words in advice["Förskolenätverket"]] == [
        "Samma plats samtidigt: Skolnätverket kl. 08.30–11.30.",
        "Närstående nätverk samtidigt: Barnnätverket kl. 08.30–11.30.",
    ]
    week = next(week for week in rows.weeks if week.number == 6)
    assert (week.total, week.planned) == (3, 2)


def test_the_number_of_rows_to_look_at_counts_clashes(admin_client, network):
    """The words above the table are made before the table's rows."""
    other = make_network("Gymnasienätverket")
    for one in (network, other):
        make_event(one, "2026-02-06", "2026-09-11")
    text = show(admin_client, network, other).content.decode()
    assert text.count("Samma plats samtidigt") == 4
    assert "<strong>4</strong> rader har något att tänka på." in text


def test_one_network_that_fails_leaves_the_others_stored_and_its_rows_as_typed(admin_client, network, event):
    other = make_network("Barnnätverket")
    locked = make_event(other, "2026-04-17", title="Låst")
    shown = show(admin_client, network, other)
    EventPage.objects.filter(pk=locked.pk).update(locked=True)
    data = form_data(shown, action="publish", **{"rows-0-place": "Partille"})
    response = admin_client.post(plan_address(network, other), data)
    assert next_year().count() == 2
    failed = [result for result in response.context["results"] if result.failed]
    assert [(result.network, result.failed[:15]) for result in failed] == [("Barnnätverket", "Sidan är låst. ")]
    assert proposed(response) == [("2027-04-23", "Partille")]


def test_a_network_editor_plans_her_own_network_and_no_other(network_editor, network, event):
    other = make_network("Barnnätverket")
    theirs = make_event(other, "2026-04-17")
    client = network_editor(network, "add", "change")
    assert [own for own, _ in client.get(reverse("plan_year")).context["networks"]] == [network]
    for address in (plan_address(other), plan_address(event=theirs)):
        refused = client.get(address)
        assert "table" not in refused.context
        assert client.post(address, {"action": "publish", "rows-TOTAL": "1"}).status_code == 200
    forged = {"rows-0-series": f"e{theirs.pk}", "rows-1-series": f"n{other.pk}"}
    response = post(client, network, **forged)
    assert response.status_code in {200, 302}
    assert not next_year(page=theirs).exists()


def test_who_may_not_publish_plans_a_draft(network_editor, network, event):
    response = post(network_editor(network, "add", "change"), network)
    assert response.status_code == 302
    assert not next_year().exists()
    draft = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    assert sum(row.start_date.year == 2027 for row in draft.occurrences.all()) == 2


@pytest.fixture
def reviewed_editor(client, django_user_model, network):
    """The network's own editor, whose changes GR's editors review."""
    editors = editors_of(network)
    editors.reviewed = True
    editors.save()
    user = django_user_model.objects.create_user("elin", "elin@example.org", "hemligt")
    user.groups.add(editors.group)
    client.force_login(user)
    return client


def test_the_plan_of_a_reviewed_network_goes_to_review(reviewed_editor, network, event):
    assert "Skicka till granskning" in show(reviewed_editor, network).content.decode()
    post(reviewed_editor, network)
    (result,) = reviewed_editor.session["planning_report"]["results"]
    assert (result["submitted"], result["published"], len(result["added"])) == (True, False, 2)
    assert EventPage.objects.get(pk=event.pk).workflow_in_progress
    assert not next_year().exists()


def test_a_page_made_for_a_reviewed_network_goes_to_review_too(reviewed_editor, network):
    response = post(reviewed_editor, network, action=None, add=f"n{network.pk}")
    data = form_data(response, action="publish", **{"rows-0-start_date": "2027-02-12"})
    reviewed_editor.post(plan_address(network), data)
    (result,) = reviewed_editor.session["planning_report"]["results"]
    assert (result["submitted"], result["published"], len(result["added"])) == (True, False, 1)
    made = EventPage.objects.child_of(network).get()
    assert (made.live, made.workflow_in_progress) == (False, True)


@pytest.mark.parametrize(
    "data",
    [
        {"rows-TOTAL": "x"},
        {"rows-TOTAL": str(MAX_ROWS * 50), "rows-0-series": "e1", "rows-0-source": "x"},
        {"rows-TOTAL": "1", "rows-0-series": "e0", "rows-0-source": str(uuid4()), "action": "publish"},
        {"add": "n0"},
        {},
    ],
)
def test_forged_tables_store_nothing_and_are_no_error(admin_client, network, event, data):
    assert admin_client.post(plan_address(network), data).status_code == 200
    assert not next_year().exists()


@pytest.mark.parametrize(
    "query", ["natverk=x", "natverk=999999", "ar=1999&natverk=1", "moten=x", "moten=99999", "ar="]
)
def test_a_bad_address_gives_the_choice_with_words(admin_client, network, query):
    response = admin_client.get(f"{reverse('plan_year')}?{query}")
    assert response.status_code == 200
    assert 'class="error-message"' in response.content.decode()


def test_the_report_without_a_plan_leads_to_planning(admin_client, site):
    assert admin_client.get(reverse("plan_year_report")).url == reverse("plan_year")


def test_queries_do_not_grow_with_the_networks(admin_client, site):
    networks = [make_network(f"Nätverk {number}") for number in range(10)]
    for number, network in enumerate(networks):
        make_event(network, "2026-02-06", "2026-09-11", co_owners=[networks[number - 1]])
    one = queries_of(admin_client.get, plan_address(networks[0]))
    ten = queries_of(admin_client.get, plan_address(*networks))
    assert one == ten
    assert ten < 30
