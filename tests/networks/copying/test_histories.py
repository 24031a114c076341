"""A copied meeting is a new one: the changes that were made to the original never happened to it."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from events.models import EventPage, Occurrence, PublicChange
from tests.factories import make_event, make_network, publish
from tests.translating import submit, translate

FIRST = date(2027, 2, 15)


@pytest.fixture
def event(site):
    """A published event with a moved meeting, and a draft that moves it further."""
    event = publish(moved(make_event(make_network(), FIRST, "2027-03-15"), 7, "Krock med fullmäktige"))
    moved(event, 9, "Krock igen").save_revision()
    return event


def moved(event, days, reason):
    event.occurrences = [*event.occurrences.all()]
    row = event.occurrences.all()[0]
    row.start_date, row.moved_from, row.reason = FIRST + timedelta(days), FIRST, reason
    return event


def copy(client, event, **fields):
    data = {"new_title": "Kopian", "new_slug": "kopian", "new_parent_page": event.get_parent().pk, **fields}
    response = client.post(reverse("wagtailadmin_pages:copy", args=[event.pk]), data)
    assert response.status_code == 302
    return EventPage.objects.get(slug="kopian")


def told(rows):
    return sorted({(row.moved_from, row.reason) for row in rows}, key=str)


def test_a_published_copy_says_nothing_of_moves(event, editor_client):
    made = copy(editor_client, event, publish_copies="on")
    assert told(made.occurrences.all()) == [(None, "")]
    assert [change.kind for change in PublicChange.objects.filter(event_key=made.translation_key)] == ["new", "new"]


def test_nor_do_its_draft_and_its_earlier_versions(event, editor_client):
    made = copy(editor_client, event)
    versions = [revision.as_object().occurrences.all() for revision in made.revisions.all()]
    assert [told(rows) for rows in versions] == [[(None, "")]] * (event.revisions.count() + 1)


def test_the_original_and_its_translation_keep_theirs(event, editor_client, site):
    for page in (site.home, site.networks, event.network):
        translate(page, {page.slug: f"{page.slug}-en"})
    before = [revision.content for revision in event.revisions.order_by("pk")]
    copy(editor_client, event)
    english = submit(event)
    assert [revision.content for revision in event.revisions.order_by("pk")] == before
    with_a_move = Occurrence.objects.exclude(moved_from=None).values_list("page", flat=True)
    assert sorted(with_a_move) == sorted([event.pk, english.pk])
