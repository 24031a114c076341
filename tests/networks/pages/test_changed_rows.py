"""A page that is saved writes those of its rows that have changed, and no others."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from events.models import EventPage
from tests.factories import make_event, make_meeting, make_network
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def event(site):
    return make_event(make_network(), *(make_meeting(f"2030-{month:02}-07") for month in range(1, 10)))


def written(act):
    """How many rows of meetings were written."""
    with CaptureQueriesContext(connection) as queries:
        act()
    return sum(
        each["sql"].startswith(('UPDATE "events_occurrence"', 'INSERT INTO "events_occurrence"')) for each in queries
    )


def publish(event, change):
    page = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object()
    change(page)
    return written(page.save_revision().publish)


def test_a_word_in_the_introduction_writes_no_row(event):
    assert publish(event, lambda page: setattr(page, "introduction", "Ny")) == 0


def test_one_changed_meeting_is_written(event):
    def change(page):
        rows = list(page.occurrences.all())
        rows[3].theme, rows[4].place = "Nytt tema", "Ny plats"
        page.occurrences = rows

    assert publish(event, change) == 2
    themes = EventPage.objects.get(pk=event.pk).occurrences.values_list("theme", "place")
    assert list(themes)[3:5] == [("Nytt tema", ""), ("", "Ny plats")]


def test_a_usual_time_moves_all_that_begin_by_it(event):
    def change(page):
        page.start_time = page.start_time.replace(hour=7)

    assert publish(event, change) == 9


def test_a_new_one_is_written_and_a_removed_one_is_gone(event):
    def change(page):
        page.occurrences = [*list(page.occurrences.all())[1:], make_meeting("2031-01-07")]

    assert publish(event, change) == 1
    days = [
        day.isoformat() for day in EventPage.objects.get(pk=event.pk).occurrences.values_list("start_date", flat=True)
    ]
    assert (len(days), days[0], days[-1]) == (9, "2030-02-07", "2031-01-07")


def test_what_somebody_wrote_in_the_database_meanwhile_is_overwritten(event):
    version = event.latest_revision
    EventPage.objects.get(pk=event.pk).occurrences.filter(start_date="2030-01-07").update(theme="Skrivet vid sidan av")
    assert written(version.publish) == 1
    assert set(EventPage.objects.get(pk=event.pk).occurrences.values_list("theme", flat=True)) == {""}


def test_a_row_that_is_saved_by_itself_is_written(event):
    row = event.occurrences.first()
    assert written(row.save) == 1
