"""The list of dates in the event's form: its lines, its warnings, its rule, and two people in it at once."""

import re
from datetime import date, time

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.urls import reverse

from events.models import EventPage
from networks.models import NetworkRelation
from tests.events.editing.form_editor import add, days_of, draft_days, edit, errors_of, rows_of, weekly
from tests.factories import make_event, make_meeting, make_network, make_regional_event
from tests.query_counts import queries_of
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 25)


@shared_fixture(at=TODAY)
def network(site):
    return make_network()


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(TODAY, tick=False):
        yield


def form_of(client, event):
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    return BeautifulSoup(client.get(address).content, "html.parser").select_one("#page-edit-form")


def lines(soup):
    return [row.select_one("[data-panel-heading-text]").get_text(strip=True).replace("\u00a0", " ") for row in soup]


def remarks_of(soup):
    return [item.get_text() for item in soup.select("[data-date-remarks] li")]


def review(client, page, form):
    response = client.post(reverse("review_dates", args=[page.pk]), form)
    assert response.status_code == 200
    return response.json()


# --- Lines and order ---


def test_the_dates_read_like_a_schedule_in_order_and_the_past_by_year(network, editor_client):
    event = make_event(
        network,
        make_meeting("2027-04-23", theme="Vision", place="Kungälv", start_time=time(9)),
        make_meeting("2027-02-05", status="tentative"),
        make_meeting("2026-11-20"),
        make_meeting("2025-02-07", timing="whole_day", status="cancelled"),
        make_meeting("2025-04-24"),
    )
    form = form_of(editor_client, event)
    assert lines(form.select("#id_occurrences-FORMS > [data-date-row]")) == [
        "fredag 5 februari 2027 kl. 08.30–11.30 · v. 5 · Preliminärt",
        "fredag 23 april 2027 kl. 09.00–11.30 · v. 16 · Bekräftat · Vision · Kungälv",
    ]
    past = form.select("details.dates__past")
    assert [item.summary.get_text(strip=True) for item in past] == [
        "2026: ett möte som har varit",
        "2025: 2 möten som har varit",
    ]
    assert lines(past[1].select("[data-date-row]")) == [
        "fredag 7 februari 2025 · v. 6 · Inställt",
        "torsdag 24 april 2025 kl. 08.30–11.30 · v. 17 · Bekräftat",
    ]
    folded = {row["data-date-row"] for row in form.select("[data-date-row]") if row.select_one("section.collapsed")}
    assert len(folded) == 5


def test_the_events_usual_time_and_place_are_suggested_and_not_typed(network, editor_client):
    event = make_event(network, "2027-02-05")
    html = str(form_of(editor_client, event))
    for prefix in ("occurrences-0", "occurrences-__prefix__"):
        names = ("start_time", "end_time", "place")
        (fields,) = zip(*(re.findall(f'<input[^>]*name="{prefix}-{name}"[^>]*>', html) for name in names), strict=True)
        suggested = [re.search('placeholder="([^"]*)"', field)[1] for field in fields]
        assert suggested == ["08:30", "11:30", "Stadshuset, Mölndal"]
        assert not any("value=" in field for field in fields)


def test_a_row_with_an_error_stays_open_and_keeps_its_place_in_the_form(network, editor_client):
    event = make_event(network, "2025-02-07", "2027-02-05")
    response = edit(editor_client, event).change("2025-02-07", end_time="07.00").send("action-publish")
    soup = BeautifulSoup(response.content, "html.parser")
    assert not soup.select("details.dates__past")
    row = soup.select_one("[data-date-row=occurrences-0]")
    assert row.select_one("section.collapsed") is None
    assert "Mötet slutar före det börjar" in row.get_text()


def test_times_are_typed_as_people_write_them(network, editor_client):
    add(editor_client, network).add("2027-02-05", start_time="9.15", end_time="12").publish()
    (row,) = rows_of(EventPage.objects.get())
    assert (row.start_time.isoformat("minutes"), row.end_time.isoformat("minutes")) == ("09:15", "12:00")


def test_each_published_meeting_leads_to_its_own_small_forms(network, editor_client):
    event = make_event(network, "2027-02-05")
    key = rows_of(event)[0].translation_key
    links = [link["href"] for link in form_of(editor_client, event).select(".dates__amend a")]
    assert links == [reverse(name, args=[key]) for name in ("move_meeting", "change_meeting_place", "cancel_meeting")]
    draft = make_event(network, "2027-02-05", title="Utkast", live=False)
    assert form_of(editor_client, draft).select(".dates__amend a") == []


# --- Warnings ---


def test_a_date_is_warned_of_before_it_is_saved_and_saved_all_the_same(network, editor_client):
    editor = add(editor_client, network).add("2027-06-25")
    found = review(editor_client, network, editor.form)
    assert found["rows"]["occurrences-0"] == {
        "summary": "fredag 25 juni 2027 kl.\u00a008.30–11.30 · v.\u00a025 · Bekräftat",
        "remarks": ["Midsommarafton, sommarlov."],
    }
    editor.publish()
    assert remarks_of(form_of(editor_client, EventPage.objects.get())) == ["Midsommarafton, sommarlov."]


def test_clashes_with_the_network_with_a_related_one_and_at_the_same_place(network, editor_client):
    related, other = make_network("Beta"), make_network("Gamma")
    NetworkRelation.objects.create(page=related, target=network, kind="reports_to")
    related.save_revision().publish()
    make_event(network, make_meeting("2027-02-05", place="Ale"), title="Egna dagar")
    make_event(related, make_meeting("2027-02-05", place="Lerum"))
    make_event(other, make_meeting("2027-02-05", theme="Planer"))
    make_event(make_network("Delta"), make_meeting("2027-02-05", place="Öckerö"), title="Rör ingen")
    make_regional_event(make_meeting("2027-02-05", place="Ale"), co_owners=[network])
    event = make_event(network, "2027-02-05")
    assert sorted(text.replace("\u00a0", " ") for text in remarks_of(form_of(editor_client, event))) == [
        "Krockar med ett närstående nätverk: Beta, Möte, kl. 08.30–11.30.",
        "Nätverket har redan ett möte då: Förskolenätverket, Egna dagar, kl. 08.30–11.30.",
        "Nätverket har redan ett möte då: Regional konferens, kl. 08.30–11.30.",
        "Samma plats, samma tid: Gamma, Planer är i Stadshuset, Mölndal, kl. 08.30–11.30.",
    ]


def test_the_forms_queries_do_not_grow_with_other_events(network, editor_client):
    event = make_event(network, "2027-02-05", "2027-04-23")
    make_event(network, "2027-02-05", title="En till")
    address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    one = queries_of(editor_client.get, address)
    pages = [EventPage(title=f"Möten {number}", start_time="08:30", place="Kungälv") for number in range(59)]
    for number, page in enumerate(pages):
        page.slug, page.live = f"m-{number}", True
        page.occurrences = [make_meeting("2027-02-05"), make_meeting("2027-04-23")]
        type(network).objects.get(pk=network.pk).add_child(instance=page)
    assert queries_of(editor_client.get, address) == one
    assert len(remarks_of(form_of(editor_client, event))) > 60


def test_a_review_of_nonsense_is_no_error(network, editor_client):
    form = {
        "occurrences-TOTAL_FORMS": "nonsens", "start_time": "25.00", "recurrence_frequency": "SECONDLY",
        "series_start": "9999-99-99", "handed_out": "{", "series_skip": "x", "co_owners-0-network": "²",
    }  # fmt: skip
    assert review(editor_client, network, form)["rows"] == {}
    form = {"occurrences-TOTAL_FORMS": "1", "occurrences-0-start_date": "9999-12-31", "occurrences-0-status": "x"}
    assert review(editor_client, network, form)["rows"] == {"occurrences-0": {"summary": "", "remarks": []}}


def test_only_who_may_edit_the_page_gets_a_review(network, client, django_user_model):
    client.force_login(django_user_model.objects.create_user("bo", "bo@example.org", "hemligt"))
    assert client.post(reverse("review_dates", args=[network.pk])).status_code == 403


# --- The rule ---


def series_dates(html):
    items = BeautifulSoup(html, "html.parser").select(".series__date")
    days = [item.select_one(".series__day").get_text().replace("\u00a0", " ") for item in items]
    return list(zip(days, states(html), strict=True))


def states(html):
    items = BeautifulSoup(html, "html.parser").select(".series__date")
    return [item["class"][1].removeprefix("series__date--") for item in items]


def test_every_date_of_a_rule_is_seen_before_it_is_saved_and_one_is_skipped(network, editor_client):
    editor = add(editor_client, network).fill(**weekly("2027-02-02", "2027-02-23"))
    html = review(editor_client, network, editor.form)["series"]
    assert series_dates(html) == [
        ("tisdag 2 februari 2027 · v. 5", "add"),
        ("tisdag 9 februari 2027 · v. 6", "add"),
        ("tisdag 16 februari 2027 · v. 7", "add"),
        ("tisdag 23 februari 2027 · v. 8", "add"),
    ]
    assert "Sportlov." in html
    days = [f"2027-02-{day:02}" for day in (2, 9, 16, 23)]
    editor.form.setlist("series_shown", days)
    editor.form.setlist("series_skip", ["2027-02-16"])
    editor.publish()
    event = EventPage.objects.get()
    assert [str(day) for day in days_of(event)] == ["2027-02-02", "2027-02-09", "2027-02-23"]
    edit(editor_client, event).publish()
    assert [str(day) for day in days_of(event)] == ["2027-02-02", "2027-02-09", "2027-02-23"]


def test_the_form_shows_what_was_skipped_and_takes_it_back(network, editor_client):
    editor = add(editor_client, network).fill(**weekly("2027-02-02", "2027-02-16"), series_skip="2027-02-09")
    editor.save_draft()
    event = EventPage.objects.get()
    edit(editor_client, event).save_draft().save_draft()
    assert [str(day) for day in draft_days(event)] == ["2027-02-02", "2027-02-16"]
    form = form_of(editor_client, event)
    assert states(str(form)) == ["there", "skip", "there"]
    editor = edit(editor_client, event)
    assert editor.form.getlist("series_skip") == ["2027-02-09"]
    editor.form.setlist("series_skip", [])
    editor.publish()
    assert [str(day) for day in days_of(event)] == ["2027-02-02", "2027-02-09", "2027-02-16"]


def test_a_date_removed_from_the_list_is_one_to_skip(network, editor_client):
    add(editor_client, network).fill(**weekly("2027-02-02", "2027-02-09")).publish()
    event = EventPage.objects.get()
    editor = edit(editor_client, event).change("2027-02-02", DELETE="1")
    assert states(review(editor_client, event, editor.form)["series"]) == [
        "skip",
        "there",
    ]
    editor.publish()
    assert [str(day) for day in days_of(event)] == ["2027-02-09"]


def test_a_moved_meeting_of_a_series_still_stands_for_its_date(network, editor_client):
    add(editor_client, network).fill(**weekly("2027-02-02", "2027-02-09")).publish()
    event = EventPage.objects.get()
    editor = edit(editor_client, event).change("2027-02-02", start_date="2027-02-03")
    assert states(review(editor_client, event, editor.form)["series"]) == ["there", "there"]


@pytest.mark.parametrize(
    ("fields", "words"),
    [({"recurrence_until": ""}, "när serien slutar"), ({"recurrence_interval": "0"}, "Mellanrummet")],
)
def test_what_is_wrong_with_a_rule_is_told_while_it_is_made(network, editor_client, fields, words):
    editor = add(editor_client, network).fill(**weekly("2027-02-02", "2027-02-09") | fields)
    assert words in review(editor_client, network, editor.form)["series"]


def test_a_list_of_skipped_dates_that_was_tampered_with_is_refused(network, editor_client):
    response = add(editor_client, network).fill(series_skip="nonsens").send("action-publish")
    assert list(errors_of(response)["page"]) == ["series_skip"]


# --- Pasting from the form, doubles ---


@pytest.mark.parametrize("new", [True, False])
def test_pasting_from_the_form_saves_what_was_typed_first(network, editor_client, new):
    editor = add(editor_client, network) if new else edit(editor_client, make_event(network, "2027-02-05"))
    response = editor.fill(title="Nyss skrivet").add("2027-04-23").send("action-paste-dates")
    event = EventPage.objects.get()
    assert response.url == reverse("paste_dates", args=[event.pk])
    assert event.get_latest_revision_as_object().title == "Nyss skrivet"
    assert date(2027, 4, 23) in draft_days(event)


def test_the_same_date_twice_is_told_at_its_field_when_published_and_kept_in_a_draft(network, editor_client):
    editor = add(editor_client, network).add("2027-02-05").add("2027-02-05")
    response = editor.send("action-publish")
    assert errors_of(response)["rows"] == [
        {},
        {"start_date": ["Samma datum står två gånger i listan. Ta bort den ena raden."]},
    ]
    editor.save_draft()
    assert len(draft_days(EventPage.objects.get())) == 2


# --- Two at once ---


def test_a_form_opened_before_a_meeting_was_cancelled_does_not_hold_it_again(network, editor_client):
    event = make_event(network, "2027-02-05", "2027-04-23")
    stale = edit(editor_client, event).change("2027-04-23", theme="Vision")
    edit(editor_client, event).change("2027-02-05", status="cancelled", reason="Snö.").publish()
    stale.publish()
    assert [(row.status, row.reason, row.theme) for row in rows_of(event)] == [
        ("cancelled", "Snö.", ""),
        ("confirmed", "", "Vision"),
    ]


def test_what_two_people_changed_is_asked_about_once(network, editor_client):
    event = make_event(network, "2027-02-05")
    stale = edit(editor_client, event).change("2027-02-05", place="Ale")
    edit(editor_client, event).change("2027-02-05", place="Kungälv").publish()
    response = stale.send("action-publish")
    (row,) = errors_of(response)["rows"]
    assert row == {"place": ["alva har ändrat detta medan du skrev. Svara på frågan överst i formuläret."]}
    assert rows_of(event)[0].place == "Kungälv"
    (question,) = response.context["questions"]
    stale.fill(seen=response.context["form"]["seen"].value(), **{question.name: "mine"}).publish()
    assert rows_of(event)[0].place == "Ale"


def test_an_old_version_can_still_be_brought_back(network, editor_client):
    event = make_event(network, "2027-02-05")
    before = event.latest_revision
    edit(editor_client, event).change("2027-02-05", theme="Vision").publish()
    old = edit(editor_client, event)
    old.address = reverse("wagtailadmin_pages:revisions_revert", args=[event.pk, before.pk])
    old.reload()
    old.address = reverse("wagtailadmin_pages:edit", args=[event.pk])
    old.publish()
    assert rows_of(event)[0].theme == ""


def test_a_forms_own_autosaves_are_nobody_elses_changes(network, editor_client):
    event = make_event(network, "2027-02-05")
    editor = edit(editor_client, event)
    for place in ("Ale", "Lerum"):
        editor.change("2027-02-05", place=place)
        saved = editor_client.post(editor.address, editor.form, headers={"Accept": "application/json"}).json()
        assert saved["success"]
        editor.fill(overwrite_revision_id=saved["revision_id"], **saved["field_updates"])
    del editor.form["overwrite_revision_id"]
    editor.publish()
    assert rows_of(event)[0].place == "Lerum"
