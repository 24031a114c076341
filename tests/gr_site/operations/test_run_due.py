"""What the site does by itself each minute."""

import io
from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, PageLogEntry

from events.models import CalendarObject, CalendarStamp, EventPage, Occurrence, PublicChange
from gr_site.operations import scheduled, undone
from search.models import Findable, IndexState
from tests.factories import make_event, make_network
from tests.gr_site.operations.due_pages import pass_by, schedule
from tests.shared_fixtures import shared_fixture


@shared_fixture()
def event(site):
    return make_event(make_network(), "2027-02-05", "2027-03-05")


def run_due(*arguments):
    out = io.StringIO()
    call_command("run_due", *arguments, stdout=out)
    return out.getvalue()


def components():
    return sorted(CalendarObject.objects.exclude(component="").values_list("component", flat=True))


def rows():
    return sorted(Findable.objects.values_list("key", "language", "digest"))


def test_nothing_is_due(event, django_assert_max_num_queries):
    run_due()  # content types and the like are read once
    before = CalendarStamp.current(), IndexState.current(), PublicChange.objects.count()
    with django_assert_max_num_queries(74):
        assert run_due() == ""
    assert (CalendarStamp.current(), IndexState.current(), PublicChange.objects.count()) == before


def test_what_is_scheduled_is_published_once_in_feeds_search_and_log(event):
    revision = schedule(event, timezone.now() + timedelta(hours=1), title="Vårens möten")
    assert run_due() == ""
    pass_by(revision)
    again = scheduled.scheduled()
    assert run_due() == f"Vårens möten ({revision.pk})\n"
    assert EventPage.objects.get(pk=event.pk).title == "Vårens möten"
    assert all("Vårens möten" in text for text in components())
    assert Findable.objects.filter(title__startswith="Vårens möten").exists()
    assert [act() for _, act in again] == [False]  # another process that had found it too
    assert PageLogEntry.objects.filter(page=event.pk, action="wagtail.publish.scheduled").count() == 1


def test_what_has_expired_is_withdrawn(event):
    Page.objects.filter(pk=event.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    number = CalendarStamp.current()[0]
    assert run_due() == f"{event.title} ({event.pk})\n"
    assert not EventPage.objects.get(pk=event.pk).live
    assert CalendarStamp.current()[0] > number
    assert not Findable.objects.filter(subject=event.translation_key).exists()


def test_a_page_that_cannot_be_published_stops_nothing(event, caplog):
    other = make_event(event.get_parent().specific, "2027-05-07", title="Andra möten")
    broken = schedule(event, timezone.now() + timedelta(hours=1))
    whole = schedule(other, timezone.now() + timedelta(hours=2), title="Nya möten")
    pass_by(broken)
    pass_by(whole)
    broken.content["start_time"] = "klockan åtta"
    broken.save(update_fields=["content"])
    with pytest.raises(CommandError, match="1 saker"):
        run_due()
    assert EventPage.objects.get(pk=other.pk).title == "Nya möten"
    assert "could not be done" in caplog.text


def test_what_was_changed_behind_the_site_is_found_and_finished(event):
    before = components(), rows()
    uid = event.occurrences.first().translation_key
    CalendarObject.objects.filter(uid=uid).update(component="BEGIN:VEVENT\r\n")
    Findable.objects.filter(subject=event.translation_key).delete()
    Findable.objects.all().update(digest="annat")
    PageLogEntry.objects.all().delete()
    number = CalendarStamp.current()[0]
    assert run_due().startswith("1 texter i flödena och ")
    assert (components(), rows()) == before
    assert CalendarStamp.current()[0] == number + 1
    assert run_due() == ""


def test_a_change_without_a_line_in_the_log_gets_one(event):
    Occurrence.objects.filter(page=event, start_date="2027-02-05").update(status="cancelled")
    before = PublicChange.objects.count()
    run_due()
    assert PublicChange.objects.count() == before + 1


def test_a_large_site_is_compared_part_by_part(monkeypatch):
    minutes = iter(range(7))
    monkeypatch.setattr(undone.timezone, "now", lambda: timezone.datetime.fromtimestamp(60 * next(minutes)))
    compared = [undone.keys_of_the_minute(list(range(10)), most=3) for _ in range(4)]
    assert compared == [[0, 1, 2], [3, 4, 5], [6, 7, 8], [9, 0, 1]]
    assert undone.keys_of_the_minute([1, 2], most=3) == [1, 2]
