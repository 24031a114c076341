"""What is stored of each meeting when it is published, when it changes, and when it leaves nothing behind."""

import io
import re
from datetime import UTC, datetime, time, timedelta

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from icalendar import Calendar
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from events.feeds import components
from events.models import CalendarObject, CalendarStamp, EventPage, Occurrence
from networks.models import NetworkPage
from tests.factories import (
    make_area,
    make_category,
    make_event,
    make_meeting,
    make_network,
    make_regional_event,
    publish,
)
from tests.shared_fixtures import shared_fixture

START = datetime(2020, 1, 8, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    """A clock that stands still until the test moves it."""
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@shared_fixture(at=START)
def network(site):
    return make_network()


@shared_fixture(at=START)
def event(network):
    return make_event(network, "2020-02-07", "2020-04-24")


def stored(event):
    """``[(component, sequence, last_modified)]`` of the event's rows in order of time."""
    keys = event.occurrences.order_by("starts_at").values_list("translation_key", flat=True)
    objects = CalendarObject.objects.in_bulk(list(keys))
    return [(objects[key].component, objects[key].sequence, objects[key].last_modified) for key in keys]


def told(event, index=0):
    """The VEVENT of the event's row, read by the library."""
    return Calendar.from_ical(f"BEGIN:VCALENDAR\r\n{stored(event)[index][0]}END:VCALENDAR\r\n").events[0]


def rows(event):
    return list(Occurrence.objects.filter(page=event).order_by("pk").values())


def rewrite(event, index=0, **fields):
    """Change one row and publish."""
    event = EventPage.objects.get(pk=event.pk)
    rows = list(event.occurrences.all())
    for name, value in fields.items():
        setattr(rows[index], name, value)
    event.occurrences = rows
    return publish(event)


def number():
    return CalendarStamp.current()[0]


def test_publishing_stores_each_meeting(event):
    vevent = told(event)
    row = event.occurrences.first()
    assert vevent["UID"] == f"{row.translation_key}@natverk.goteborgsregionen.se"
    assert vevent["SUMMARY"] == "Förskolenätverket: möte"
    assert vevent["LOCATION"] == "Stadshuset, Mölndal"
    assert vevent["URL"] == f"http://localhost:8000/mote/{row.translation_key}/"
    assert vevent["CATEGORIES"].cats == ["Utbildning"]
    assert vevent.start == row.starts_at
    assert vevent.end == row.ends_at
    assert [(sequence, changed) for _, sequence, changed in stored(event)] == [(0, START), (0, START)]


def test_draft_is_not_stored(network):
    make_event(network, "2020-02-07", live=False)
    assert not CalendarObject.objects.exists()


def test_change_in_a_draft_waits_for_publication(event):
    before = stored(event)
    event.occurrences = [make_meeting("2021-01-01")]
    event.save_revision()
    assert stored(EventPage.objects.get()) == before


def test_publishing_again_without_a_change_touches_nothing(event, clock, monkeypatch):
    before, written = stored(event), []
    monkeypatch.setattr(components, "vevent", lambda *values: written.append(values))
    clock.shift(3600)
    publish(event)
    assert stored(event) == before
    assert written == []


def test_only_the_changed_meeting_is_written_again(event, clock, monkeypatch):
    other = make_event(event.network, "2020-05-05", title="Arbetsutskottet")
    others, untouched, written, write = stored(other), stored(event)[1], [], components.vevent
    monkeypatch.setattr(components, "vevent", lambda *values: written.append(values[0]) or write(*values))
    clock.shift(3600)
    event = rewrite(event, theme="Digitala verktyg")
    assert [meeting.summary for meeting in written] == ["Förskolenätverket: Digitala verktyg"]
    assert stored(event)[1] == untouched
    assert stored(other) == others


@pytest.mark.parametrize(
    ("change", "sequence"),
    [
        ({"theme": "Digitala verktyg"}, 0),
        ({"note": "Kom i tid."}, 0),
        ({"start_time": time(9)}, 1),
        ({"start_date": START.date()}, 1),
        ({"end_date": datetime(2020, 2, 8, tzinfo=UTC).date()}, 1),
        ({"timing": "whole_day"}, 1),
        ({"status": "cancelled"}, 1),
        ({"status": "tentative"}, 1),
        ({"place": "Kungälv"}, 1),
    ],
)
def test_sequence_rises_only_with_the_meeting_itself(event, clock, change, sequence):
    clock.shift(3600)
    event = rewrite(event, **change)
    assert stored(event)[0][1:] == (sequence, START + timedelta(hours=1))
    assert told(event)["SEQUENCE"] == sequence
    assert told(event)["DTSTAMP"].dt == told(event)["LAST-MODIFIED"].dt == START + timedelta(hours=1)


def test_sequence_rises_when_the_usual_time_is_changed(event):
    event.start_time = time(9)
    event = publish(event)
    assert [sequence for _, sequence, _ in stored(event)] == [1, 1]
    assert told(event).start == Occurrence.objects.first().starts_at


def test_removed_meeting_comes_back_as_itself(event, clock):
    before, first = stored(event), event.latest_revision
    keys = set(event.occurrences.values_list("translation_key", flat=True))
    event.occurrences = list(event.occurrences.all())[1:]
    event = publish(event)
    assert len(stored(event)) == 1
    assert sorted(CalendarObject.objects.values_list("component", flat=True))[0] == ""
    clock.shift(3600)
    first.publish()
    event = EventPage.objects.get()
    assert set(event.occurrences.values_list("translation_key", flat=True)) == keys
    # It has been told as cancelled in the meantime, with the SEQUENCE between these.
    assert stored(event)[0][1:] == (2, START + timedelta(hours=1))
    assert stored(event)[1:] == before[1:]


def test_sequence_goes_on_after_a_removal_and_an_old_revision(event, clock):
    first = event.latest_revision
    event = rewrite(event, start_time=time(9))
    event.occurrences = list(event.occurrences.all())[1:]
    publish(event)
    clock.shift(3600)
    first.publish()
    event = EventPage.objects.get()
    assert told(event).start == Occurrence.objects.earliest("starts_at").starts_at
    assert stored(event)[0][1:] == (3, START + timedelta(hours=1))


def test_cancelled_moved_and_preliminary_are_said_in_words(network):
    event = make_event(
        network,
        make_meeting("2020-02-07", status="cancelled", note="Sjukdom."),
        make_meeting("2020-04-24", moved_from=START.date()),
        make_meeting("2020-09-11", status="tentative", timing="to_be_announced"),
    )
    cancelled, moved, preliminary = (told(event, index) for index in range(3))
    assert (cancelled["STATUS"], cancelled["SUMMARY"]) == ("CANCELLED", "Inställt: Förskolenätverket: möte")
    assert "X-MICROSOFT-CDO-BUSYSTATUS" not in cancelled
    assert cancelled["DESCRIPTION"].startswith("Mötet är inställt.\nSjukdom.\n")
    assert moved["DESCRIPTION"].startswith("Flyttat från onsdag 8 januari 2020.\n")
    assert (preliminary["STATUS"], preliminary["X-MICROSOFT-CDO-BUSYSTATUS"]) == ("TENTATIVE", "TENTATIVE")
    assert preliminary["SUMMARY"] == "Preliminärt: Förskolenätverket: möte"
    assert preliminary["DESCRIPTION"].startswith("Datumet är preliminärt.\nTid meddelas senare.\n")
    assert str(preliminary.start) == "2020-09-11"
    assert str(preliminary.end) == "2020-09-12"


def test_places_and_links_of_a_meeting_that_is_online_this_once(network):
    link = "https://example.org/mote"
    row = make_meeting("2020-02-07", format="online", online_link=link)
    event = make_event(network, row, "2020-04-24", online_link="https://example.org/annat")
    assert told(event)["LOCATION"] == told(event)["CONFERENCE"] == link
    assert told(event)["CONFERENCE"].params == {"VALUE": "URI", "FEATURE": ["AUDIO", "VIDEO"], "LABEL": "Möteslänk"}
    assert told(event)["URL"].endswith(f"/mote/{event.occurrences.first().translation_key}/")
    assert f"Möteslänk: {link}" in told(event)["DESCRIPTION"]
    assert "Möteslänk" not in told(event, 1)["DESCRIPTION"]
    assert (told(event, 1)["LOCATION"], "CONFERENCE" in told(event, 1)) == ("Stadshuset, Mölndal", False)


def test_new_link_is_a_new_place_where_there_is_no_other(network, clock):
    row = make_meeting("2020-02-07", format="online", online_link="https://example.org/mote")
    event = make_event(network, row)
    clock.shift(3600)
    event = rewrite(event, online_link="https://example.org/annat")
    assert told(event)["LOCATION"] == "https://example.org/annat"
    assert stored(event)[0][1:] == (1, START + timedelta(hours=1))


def test_meeting_without_an_end_takes_an_hour_and_says_so(network, client):
    event = make_event(network, make_meeting("2020-02-07", start_time=time(9)), start_time=None, end_time=None)
    assert told(event).end - told(event).start == timedelta(hours=1)
    assert told(event)["DESCRIPTION"].startswith("Börjar kl.\xa009.00, sluttid ej angiven.\n")
    row = Occurrence.objects.get()
    assert row.ends_at == row.starts_at
    page = client.get(row.get_absolute_url()).content.decode()
    assert "10.00" not in page
    assert "endDate" not in page


def test_nobody_is_invited_so_there_is_no_organizer(site, clock):
    network = make_network("Nätverket", contact_email="natverket@example.org")
    event = make_event(network, "2020-02-07", title="Konferens", contact_email="konferens@example.org")
    assert not told(event).keys() & {"ORGANIZER", "ATTENDEE"}


def test_event_of_the_whole_region_has_no_network_in_its_name(site, clock):
    event = make_regional_event("2020-02-07", title="GR-dagen", category=make_category("Konferens"))
    assert told(event)["SUMMARY"] == "GR-dagen"
    assert told(event)["CATEGORIES"].cats == ["Konferens"]


def test_renamed_network_renames_its_meetings_and_keeps_their_sequence(event, network, clock):
    network.title, network.slug = "Nätverket för förskola", "forskola"
    publish(network)
    assert told(event)["SUMMARY"] == "Nätverket för förskola: möte"
    assert [sequence for _, sequence, _ in stored(event)] == [0, 0]


def test_renamed_area_and_category_reach_the_meetings(network):
    event = make_event(network, "2020-02-07", category=make_category("Träff"))
    for snippet in (make_area(), make_category("Träff")):
        snippet.name += " och mer"
        snippet.save()
    assert told(event)["CATEGORIES"].cats == ["Utbildning och mer", "Träff och mer"]
    make_category("Träff och mer").delete()
    assert told(event)["CATEGORIES"].cats == ["Utbildning och mer"]


def test_agenda_is_linked_and_follows_its_file(network):
    agenda = Document.objects.create(title="Dagordning", file=ContentFile(b"1", name="dagordning.txt"))
    event = make_event(network, make_meeting("2020-02-07", agenda=agenda))
    assert f"Dagordning: http://localhost:8000{agenda.url}" in told(event)["DESCRIPTION"]
    agenda.file.save("ny-dagordning.txt", ContentFile(b"2"))
    assert "/ny-dagordning" in told(event)["DESCRIPTION"]
    agenda.delete()
    assert "Dagordning" not in told(event)["DESCRIPTION"]


def test_joint_meeting_names_its_owners_but_none_that_is_hidden(network):
    other = make_network("Grundskolenätverket")
    event = make_event(network, "2020-02-07", title="Gemensam dag", co_owners=[other])
    assert told(event)["SUMMARY"] == "Förskolenätverket och Grundskolenätverket: Gemensam dag"
    restriction = PageViewRestriction.objects.create(page=other, restriction_type="login")
    assert told(event)["SUMMARY"] == "Förskolenätverket: Gemensam dag"
    restriction.delete()
    assert told(event)["SUMMARY"] == "Förskolenätverket och Grundskolenätverket: Gemensam dag"
    other.unpublish()
    assert told(event)["SUMMARY"] == "Förskolenätverket: Gemensam dag"


def test_joint_meeting_names_no_network_that_is_deleted(network):
    other = make_network("Grundskolenätverket")
    event = make_event(network, "2020-02-07", title="Gemensam dag", co_owners=[other])
    before = number()
    other.delete()
    assert told(event)["SUMMARY"] == "Förskolenätverket: Gemensam dag"
    assert number() > before


def test_event_that_moves_to_another_network_belongs_to_that_one(event, site):
    keys = set(event.occurrences.values_list("translation_key", flat=True))
    other = make_network("Grundskolenätverket")
    event.move(other, pos="last-child")
    event = EventPage.objects.get()
    assert event.network == other
    assert told(event)["SUMMARY"] == "Grundskolenätverket: möte"
    assert set(CalendarObject.objects.values_list("uid", flat=True)) == keys


def test_translation_stores_nothing_of_its_own(event, network, site):
    for page in (site.home, site.networks, network, event):
        page.copy_for_translation(site.en).save_revision().publish()
    assert CalendarObject.objects.count() == 2
    assert told(event)["SUMMARY"] == "Förskolenätverket: möte"


def test_copied_event_has_uids_of_its_own(event):
    copy = event.copy(update_attrs={"slug": "kopia"}, keep_live=True)
    assert len(stored(copy)) == 2
    assert CalendarObject.objects.count() == 4


def test_network_counts_as_updated_when_a_meeting_reads_differently(event, network, clock):
    def updated():
        return NetworkPage.objects.get(pk=network.pk).last_updated

    clock.shift(3600)
    publish(event)
    assert updated() == START
    rewrite(event, place="Kungälv")
    assert updated() == START + timedelta(hours=1)
    clock.shift(3600)
    event.unpublish()
    assert updated() == START + timedelta(hours=2)


def test_every_owner_of_a_joint_meeting_counts_as_updated(network, clock):
    other = make_network("Grundskolenätverket")
    clock.shift(3600)
    make_event(network, "2020-02-07", co_owners=[other])
    assert {page.last_updated for page in NetworkPage.objects.all()} == {START + timedelta(hours=1)}


def hide(event):
    restriction = PageViewRestriction.objects.create(page=event, restriction_type="groups")
    restriction.groups.add(Group.objects.create(name="Redaktörer"))


@pytest.mark.parametrize(
    "change",
    [
        publish,
        EventPage.unpublish,
        EventPage.delete,
        hide,
        lambda event: event.move(make_network("Andra", live=False), pos="last-child"),
        lambda event: event.network.unpublish(),
        lambda event: event.network.delete(),
        lambda event: event.network.area.save(),
        lambda event: make_network("Nytt"),
    ],
    ids=["publish", "unpublish", "delete", "hide", "move", "network off", "network gone", "area", "new network"],
)
def test_stamp_rises_with_everything_public(event, change):
    before = number()
    change(event)
    assert number() > before


def test_stamp_rests_while_drafts_are_written(event):
    before = number()
    event.title = "Utkast"
    event.save_revision()
    assert number() == before


@pytest.mark.parametrize(
    "change",
    [
        lambda event: rewrite(event, theme="Digitala verktyg"),
        lambda event: rename(event.network),
        lambda event: event.network.area.save(),
        lambda event: hide(event),
        EventPage.unpublish,
    ],
    ids=["event", "network", "area", "hide", "unpublish"],
)
def test_stamp_is_written_before_all_that_others_may_wait_for(event, change):
    """Two publications that take the same rows in different order would be a deadlock in PostgreSQL."""
    with CaptureQueriesContext(connection) as captured:
        change(event)
    shared = "events_calendarstamp|events_calendarobject|events_publicchange|networks_networkpage"
    found = [re.match(rf'(?:INSERT INTO|UPDATE) "({shared})"', query["sql"]) for query in captured]
    assert next(filter(None, found))[1] == "events_calendarstamp"


def rename(network):
    network.title = "Nätverket för förskola"
    publish(network)


def test_a_later_version_never_has_an_earlier_time(event, clock, monkeypatch):
    """Somebody publishes while the texts of an area's many meetings are written."""

    def slowly(*args):
        clock.shift(30)
        during.append(CalendarStamp.rise())
        return write(*args)

    during, write = [], components.vevent
    monkeypatch.setattr(components, "vevent", slowly)
    area = event.network.area
    area.name = "Utbildning och lärande"
    area.save()
    assert CalendarStamp.current()[1] == during[-1] == START + timedelta(seconds=60)


def test_stamp_and_rows_change_together_or_not_at_all(event, monkeypatch):
    def fail(*args):
        raise OperationalError("strömavbrott")

    before = number(), stored(event), rows(event)
    monkeypatch.setattr(components, "vevent", fail)
    with pytest.raises(OperationalError):
        rewrite(event, theme="Digitala verktyg")
    assert (number(), stored(event), rows(event)) == before
    monkeypatch.undo()
    rewrite(event, theme="Digitala verktyg")
    assert told(event)["SUMMARY"] == "Förskolenätverket: Digitala verktyg"


def test_rebuild_repairs_what_bulk_imports_leave_out(event, clock):
    days = [START.date() + timedelta(days=offset) for offset in range(5)]
    rows = [make_meeting(day, page=event, locale_id=event.locale_id) for day in days]
    for row in rows:
        row.compute()
    Occurrence.objects.bulk_create(rows)
    broken = CalendarObject.objects.filter(uid=event.occurrences.last().translation_key)
    broken.update(content_digest="", component="x")
    before, told_to = number(), io.StringIO()
    call_command("rebuild_calendar_objects", stdout=told_to)
    assert told_to.getvalue() == "6 möten skrevs om. Flödena har nu 7 möten.\n"
    assert len(stored(event)) == 7
    assert number() == before + 1
    call_command("rebuild_calendar_objects", stdout=told_to)
    assert told_to.getvalue().endswith("0 möten skrevs om. Flödena har nu 7 möten.\n")
    assert number() == before + 1


def test_rebuild_rewrites_texts_but_not_their_time(event, clock):
    before = stored(event)
    CalendarObject.objects.update(component="gammalt")
    clock.shift(3600)
    call_command("rebuild_calendar_objects", stdout=io.StringIO())
    assert stored(event) == before


def test_who_has_read_a_wrong_text_reads_the_mended_one(network, event, client):
    addresses = [reverse("feeds:region"), reverse("feeds:network", args=[network.translation_key])]
    right = [client.get(address).content for address in addresses]
    CalendarObject.objects.update(component="BEGIN:VEVENT\r\nUID:fel\r\nEND:VEVENT\r\n")
    cache.clear()  # a process that has not read the feed before
    wrong = [client.get(address) for address in addresses]
    call_command("rebuild_calendar_objects", stdout=io.StringIO())
    again = [
        client.get(address, headers={"If-None-Match": read["ETag"]})
        for address, read in zip(addresses, wrong, strict=True)
    ]
    assert [answer.status_code for answer in again] == [200, 200]
    assert [answer.content for answer in again] == right != [answer.content for answer in wrong]


@pytest.mark.parametrize("count", [1, 30])
def test_refresh_asks_as_often_for_one_event_as_for_thirty(network, django_assert_num_queries, count):
    other = make_network("Grundskolenätverket")
    for index in range(count):
        make_event(network, "2020-02-07", "2020-04-24", title=f"Serie {index}", co_owners=[other])
    with django_assert_num_queries(22):  # two of them are the savepoint's, and half of the others are for English
        components.refresh(EventPage.objects.all())
