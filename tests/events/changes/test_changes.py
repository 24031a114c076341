"""The public log: what is written when something public changes, in what words, and that it stays as it is."""

from datetime import UTC, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile
from django.db import OperationalError
from django.db.models import QuerySet
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.documents.models import Document
from wagtail.models import PageViewRestriction

from events.changes.folding import Corrected, folded
from events.changes.text import describe
from events.feeds import components
from events.models import CalendarObject, EventPage, PublicChange
from networks.models import NetworkDocument, NetworkStatement, SharedStatement
from tests.factories import local_date, make_event, make_meeting, make_network, publish, source
from tests.shared_fixtures import shared_fixture

START = datetime(2020, 1, 8, 9, 30, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(START, tick=False) as traveller:
        yield traveller


@shared_fixture(at=START)
def network(site):
    return make_network()


@shared_fixture(at=START)
def event(network):
    return make_event(network, "2020-02-07", "2020-04-24")


def change(event, index=0, **fields):
    """Change one row, publish an hour later."""
    event = EventPage.objects.get(pk=event.pk)
    rows = list(event.occurrences.all())
    for name, value in fields.items():
        setattr(rows[index], name, value)
    event.occurrences = rows
    return publish(event)


def log(event):
    """``[(kind, words, reason)]`` of what has happened since the event was new, the oldest first."""
    changes = PublicChange.objects.filter(event_key=event.translation_key).exclude(kind="new").order_by("pk")
    return [(row.kind, describe(row), row.reason) for row in changes]


def test_first_publication_is_one_group_of_new_meetings(event):
    changes = PublicChange.objects.filter(event_key=event.translation_key)
    assert [(row.kind, row.after["first"]) for row in changes.order_by("pk")] == [
        ("new", "2020-02-07"),
        ("new", "2020-04-24"),
    ]
    assert {(row.network_key, row.changed_at) for row in changes} == {(event.network.translation_key, START)}
    assert len({row.group for row in changes}) == 1
    assert describe(changes.last()) == "Nytt möte: fredag 7 februari 2020 kl.\u00a008.30–11.30"


@pytest.mark.parametrize(
    ("fields", "kind", "words"),
    [
        (
            {"start_date": local_date("2020-02-14")},
            "moved",
            "Flyttat från fredag 7 februari 2020 till fredag 14 februari 2020",
        ),
        (
            {"start_date": local_date("2020-02-14"), "start_time": time(9)},
            "moved",
            "Flyttat från fredag 7 februari 2020 kl.\u00a008.30–11.30 "
            "till fredag 14 februari 2020 kl.\u00a009.00–11.30",
        ),
        (
            {"end_date": local_date("2020-02-08")},
            "moved",
            "Flyttat från fredag 7 februari 2020 till 7–8 februari 2020",
        ),
        ({"start_time": time(9)}, "new_time", "Ny tid: kl.\u00a009.00–11.30 i stället för kl.\u00a008.30–11.30"),
        ({"timing": "whole_day"}, "new_time", "Ny tid: heldag i stället för kl.\u00a008.30–11.30"),
        (
            {"timing": "to_be_announced"},
            "new_time",
            "Ny tid: tid meddelas senare i stället för kl.\u00a008.30–11.30",
        ),
        ({"place": "Kungälv"}, "new_place", "Ny plats: Kungälv i stället för Stadshuset, Mölndal"),
        ({"format": "online"}, "new_place", "Ny plats: Digitalt i stället för Stadshuset, Mölndal"),
        ({"status": "cancelled"}, "cancelled", "Inställt"),
        ({"status": "tentative"}, "tentative", "Åter preliminärt"),
    ],
)
def test_a_change_is_told_with_its_reason(event, clock, fields, kind, words):
    clock.shift(3600)
    event = change(event, **fields, note="Salen är upptagen.")
    assert log(event) == [(kind, words, "Salen är upptagen.")]
    assert PublicChange.objects.latest("pk").changed_at == START + timedelta(hours=1)


def test_theme_is_told_without_a_reason(event):
    event = change(event, theme="Digitala verktyg", note="Ta med dator.")
    assert log(change(event, theme="")) == [
        ("theme", "Nytt tema: Digitala verktyg", ""),
        ("theme", "Temat är borttaget", ""),
    ]


def test_new_documents_are_told_and_removed_ones_are_not(event):
    files = [Document.objects.create(title=name, file=ContentFile(b"1", name=f"{name}.txt")) for name in ("a", "b")]
    event = change(event, agenda=files[0])
    event = change(event, agenda=None, minutes=files[1])
    assert log(event) == [("agenda", "Dagordning finns", ""), ("minutes", "Anteckningar finns", "")]


def test_status_back_and_forth(event):
    for status in ("tentative", "confirmed", "cancelled", "confirmed"):
        event = change(event, status=status)
    assert [kind for kind, *_ in log(event)] == ["tentative", "confirmed", "cancelled", "reinstated"]


def test_several_changes_at_once_are_each_told(event):
    event = change(event, start_date=local_date("2020-02-14"), place="Kungälv", status="tentative")
    assert [kind for kind, *_ in log(event)] == ["tentative", "moved", "new_place"]


def test_a_reason_that_comes_afterwards_is_told_too(event):
    event = change(event, status="cancelled")
    assert log(change(event, note="Sjukdom."))[1:] == [("note", "Ny anmärkning", "Sjukdom.")]


def test_the_usual_place_changes_for_every_meeting(event):
    event.place = "Kungälv"
    assert [kind for kind, *_ in log(publish(event))] == ["new_place", "new_place"]


def test_publishing_without_a_change_and_drafts_write_nothing(event):
    number = PublicChange.objects.count()
    publish(event)
    event.place = "Kungälv"
    event.save_revision()
    event.unpublish()
    assert PublicChange.objects.count() == number


def test_removed_meeting_is_told_and_is_new_when_it_comes_back(event):
    first = event.latest_revision
    event.occurrences = list(event.occurrences.all())[1:]
    event = publish(event)
    assert log(event) == [("removed", "Borttaget ur kalendern: fredag 7 februari 2020 kl.\u00a008.30–11.30", "")]
    first.publish()
    assert PublicChange.objects.filter(event_key=event.translation_key, kind="new").count() == 3


def test_first_publication_tells_what_was_moved_or_cancelled_already(network):
    rows = [
        make_meeting("2020-02-14", moved_from=local_date("2020-02-07"), note="Konferens."),
        make_meeting("2020-04-24", status="cancelled", note="Sjukdom."),
    ]
    assert log(make_event(network, *rows)) == [
        ("moved", "Flyttat från fredag 7 februari 2020 till fredag 14 februari 2020", "Konferens."),
        ("cancelled", "Inställt", "Sjukdom."),
    ]


def test_what_happens_while_a_page_is_hidden_is_told_as_one_step_afterwards(event):
    restriction = PageViewRestriction.objects.create(page=event, restriction_type="login")
    event = change(event, place="Hemlig plats", note="Hemligt skäl.")
    event = change(event, place="Kungälv", note="")
    assert log(event) == []
    restriction.delete()
    assert log(event) == [("new_place", "Ny plats: Kungälv i stället för Stadshuset, Mölndal", "")]


def test_event_published_behind_a_restriction_is_new_when_it_opens(network):
    restriction = PageViewRestriction.objects.create(page=network, restriction_type="login")
    event = make_event(network, "2020-02-07")
    assert not PublicChange.objects.filter(event_key=event.translation_key).exists()
    restriction.delete()
    assert [row.kind for row in PublicChange.objects.filter(event_key=event.translation_key)] == ["new"]


def test_meetings_from_before_the_log_start_it_silently(event):
    QuerySet(PublicChange).delete()  # the log's own refuses
    CalendarObject.objects.update(state={})
    components.refresh(EventPage.objects.all())
    assert not PublicChange.objects.exists()
    assert [kind for kind, *_ in log(change(event, place="Kungälv"))] == ["new_place"]


def test_log_is_written_with_the_publication_or_not_at_all(event, monkeypatch):
    def fail(*args):
        raise OperationalError("strömavbrott")

    number = PublicChange.objects.count()
    monkeypatch.setattr(components, "_store", fail)
    with pytest.raises(OperationalError):
        change(event, place="Kungälv")
    assert PublicChange.objects.count() == number
    assert {row.place for row in EventPage.objects.get(pk=event.pk).occurrences.all()} == {""}
    monkeypatch.undo()
    assert [kind for kind, *_ in log(change(event, place="Kungälv"))] == ["new_place"]


def test_log_outlives_its_pages_and_is_never_rewritten(event):
    number = PublicChange.objects.count()
    event.network.delete()
    assert PublicChange.objects.count() == number
    row = PublicChange.objects.first()
    row.reason = "Något annat"
    rows = PublicChange.objects.all()
    updates = (lambda: rows.update(reason="Något annat"), lambda: rows.bulk_update([row], ["reason"]))
    for rewrite in (row.save, row.delete, rows.delete, *updates):
        with pytest.raises(TypeError):
            rewrite()


def test_later_edits_leave_what_was_told_as_it_was(event):
    event = change(event, start_date=local_date("2020-02-14"), reason="Salen är upptagen.")
    told = list(PublicChange.objects.order_by("pk").values())
    event = change(event, start_date=local_date("2020-02-21"), reason="Ett annat skäl.", note="Något annat.")
    event = change(event, reason="", note="", moved_from=None)
    event.title = "Nytt namn"
    event.occurrences = list(event.occurrences.all())[1:]
    publish(event)
    event.delete()
    assert list(PublicChange.objects.order_by("pk").values())[: len(told)] == told


def test_a_persons_name_can_be_taken_out_of_the_reasons(event):
    change(event, status="cancelled", reason="Bo Ek är sjuk.")
    cancelled = PublicChange.objects.filter(kind="cancelled")
    assert cancelled.forget_reasons() == 1
    assert (cancelled.get().reason, cancelled.get().after) == ("", {"status": "cancelled"})


def test_translations_write_nothing(event, network, site):
    number = PublicChange.objects.count()
    for page in (site.home, site.networks, network, event):
        page.copy_for_translation(site.en).save_revision().publish()
    assert PublicChange.objects.count() == number


# --- A network's page ---


def page_log(network):
    changes = PublicChange.objects.filter(event_key=None, network_key=network.translation_key).order_by("pk")
    return [describe(row) for row in changes]


def test_network_page_is_new_then_updated(network):
    publish(network)
    network.purpose = "<p>Nytt syfte.</p>"
    publish(network)
    assert page_log(network) == ["Ny sida", "Sidan är uppdaterad"]


def test_new_documents_of_a_network_are_named_once_and_only_open_ones(network):
    files = [Document.objects.create(title=name, file=ContentFile(b"1", name=f"{name}.txt")) for name in "ab"]
    network.documents = [
        NetworkDocument(title="Uppdrag", document=files[0]),
        NetworkDocument(title="Känsligt", document=files[1], access="registered"),
    ]
    network = publish(network)
    network.introduction = "Ny ingress."
    publish(network)
    assert page_log(network) == ["Ny sida", "Nya dokument: Uppdrag", "Sidan är uppdaterad"]


def test_shared_text_updates_every_open_page_that_shows_it(network):
    statement = SharedStatement.objects.create(title="Vision", text="<p>Alla barn.</p>", locale=source())
    network.statements = [NetworkStatement(statement=statement)]
    publish(network)
    other = make_network("Utan texten")
    statement.text = "<p>Alla barn och unga.</p>"
    statement.save()
    assert page_log(network) == ["Ny sida", "Sidan är uppdaterad", "Sidan är uppdaterad"]
    assert page_log(other) == ["Ny sida"]


# --- On the meeting's page ---


def test_meeting_page_shows_what_changed_and_why(event, client, clock):
    address = reverse("events:occurrence", args=[event.occurrences.first().translation_key])
    assert 'id="andringar"' not in client.get(address).content.decode()
    clock.shift(timedelta(days=2))
    change(event, start_date=local_date("2020-02-14"), note="Skolverket har konferens.")
    html = client.get(address).content.decode()
    assert "<dd>Flyttat från fredag 7 februari 2020 till fredag 14 februari 2020</dd>" in html
    assert "<dd>Skolverket har konferens.</dd>" in html
    assert ">10 januari 2020</time>" in html
    change(event, note="")
    assert "<dd>Skolverket har konferens.</dd>" in client.get(address).content.decode()


# --- What was undone at once ---


def told(event, client):
    """``(times, lines)`` of the log on the page of the event's first meeting, the latest first."""
    row = event.occurrences.order_by("start_date")[0]
    page = BeautifulSoup(client.get(row.get_absolute_url()).content, "html.parser").select_one("#andringar")
    section = page.find_parent("section")
    return [each.get_text(strip=True) for each in section.select("dd")]


def test_a_change_undone_at_once_is_told_as_one_correction(event, clock, client):
    change(event, status="cancelled", reason="Fel möte")
    clock.shift(timedelta(minutes=10))
    event = change(event, status="confirmed", reason="")
    assert told(event, client)[0] == "Rättat: inställt, därefter blir av ändå"
    assert len(told(event, client)) == 2  # and that it is new
    assert [kind for kind, *_ in log(event)] == ["cancelled", "reinstated"]  # nothing is removed
    feed = client.get(reverse("atom:region")).content.decode()
    assert feed.count("<entry>") == 3  # of the network, its meetings and the correction
    assert "Rättat: Förskolenätverket, fredag 7 februari 2020" in feed


def test_a_change_undone_later_is_told_as_two(event, clock, client):
    change(event, status="cancelled")
    clock.shift(timedelta(minutes=10, seconds=1))
    event = change(event, status="confirmed")
    assert told(event, client)[:2] == ["Blir av ändå", "Inställt"]


def test_a_move_to_and_fro_leaves_other_changes_alone(event, clock, client):
    change(event, start_date=local_date("2020-02-14"))
    change(event, place="Stora salen")
    change(event, start_date=local_date("2020-02-21"))
    event = change(event, start_date=local_date("2020-02-07"), moved_from=None)
    days = [f"fredag {day} februari 2020" for day in (7, 14, 21, 7)]
    first, *others = [f"flyttat från {one} till {two}" for one, two in pairwise(days)]
    assert told(event, client)[:2] == [
        f"Rättat: {', därefter '.join([first, *others])}",
        "Ny plats: Stora salen i stället för Stadshuset, Mölndal",
    ]


class Row(NamedTuple):
    """A row of the log as the fold reads it."""

    changed_at: datetime
    before: int
    after: int
    uid: int
    kind: str = "moved"


@st.composite
def logs(draw):
    """A log, the latest first, in which each meeting goes on from where it was."""
    state, now, rows = [0, 0], START, []
    for uid, after, minutes in draw(st.lists(st.tuples(st.integers(0, 1), st.integers(0, 3), st.integers(0, 12)))):
        now += timedelta(minutes=minutes)
        if after != state[uid]:
            rows.append(Row(now, state[uid], after, uid))
            state[uid] = after
    return rows[::-1]


@given(logs())
def test_folding_keeps_every_change_and_hides_only_what_led_nowhere(rows):
    found = folded(rows)
    kept = [part for one in found for part in (one.parts if isinstance(one, Corrected) else (one,))]
    assert sorted(kept) == sorted(rows)
    for one in found:
        if isinstance(one, Corrected):
            first, last = one.parts[0], one.parts[-1]
            assert first.before == last.after
            assert last.changed_at - first.changed_at <= timedelta(minutes=10)
            assert {part.uid for part in one.parts} == {first.uid}
    ends = [one.parts[-1] if isinstance(one, Corrected) else one for one in found]
    assert ends == [row for row in rows if row in ends]  # in their order
