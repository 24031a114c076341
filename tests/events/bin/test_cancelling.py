"""Cancelling the coming meetings of several events, or unpublishing them, instead of deleting them all at once."""

import pytest
from django.urls import reverse

from events.models import EventPage, Occurrence
from networks.models import BinnedItem
from tests.factories import make_event, make_meeting
from tests.networks.rights.conftest import (  # noqa: F401 - fixtures
    as_editor,
    built_networks,
    fresh,
    set_review,
    signed_in,
    two,
)

pytestmark = pytest.mark.django_db
BULK = ["wagtailcore", "page"]


def query(*pages):
    return "&".join(f"id={page.pk}" for page in pages)


@pytest.fixture
def events(two):  # noqa: F811
    """Two events of her network; the second has a coming, a cancelled and a past meeting."""
    first = make_event(two.own.page, "2090-02-07", "2090-03-07", title="Våren")
    rows = ["2090-09-07", make_meeting("2090-10-07", status="cancelled", reason="Redan"), "2020-10-07"]
    return first, make_event(two.own.page, *rows, title="Hösten")


def offers(client, *pages):
    address = reverse("wagtail_bulk_action", args=[*BULK, "delete"])
    context = client.get(f"{address}?{query(*pages)}&next=/admin/pages/").context
    return {offer.label: offer for offer in context["instead"]}


def statuses(*pages):
    rows = Occurrence.objects.filter(page__in=pages).order_by("start_date")
    return [(row.start_date.isoformat(), row.status, row.reason) for row in rows]


def test_all_coming_meetings_are_cancelled_with_one_reason(as_editor, events):  # noqa: F811
    offer = offers(as_editor, *events)["Ställ in"]
    assert offer.text.startswith("3 kommande möten visas som inställda")
    response = as_editor.post(offer.address, {"reason": "Ingen vårtermin", "next": "/admin/pages/"})
    assert (response.status_code, response["Location"]) == (302, "/admin/pages/")
    assert statuses(*events) == [
        ("2020-10-07", "confirmed", ""),
        ("2090-02-07", "cancelled", "Ingen vårtermin"),
        ("2090-03-07", "cancelled", "Ingen vårtermin"),
        ("2090-09-07", "cancelled", "Ingen vårtermin"),
        ("2090-10-07", "cancelled", "Redan"),
    ]
    assert not BinnedItem.objects.exists()


def test_they_are_unpublished_instead(as_editor, events):  # noqa: F811
    offer = offers(as_editor, *events)["Avpublicera"]
    assert offer.text.startswith("2 publicerade sidor")
    as_editor.post(offer.address)
    assert [EventPage.objects.get(pk=event.pk).live for event in events] == [False, False]


def test_without_a_reason_nothing_is_cancelled(as_editor, events):  # noqa: F811
    before = statuses(*events)
    address = offers(as_editor, *events)["Ställ in"].address
    delete = reverse("wagtail_bulk_action", args=[*BULK, "delete"])
    assert as_editor.post(address, {"reason": " "})["Location"] == f"{delete}?{query(*events)}"
    assert statuses(*events) == before


def test_nothing_is_offered_or_done_beyond_her_rights(two, as_editor, events):  # noqa: F811
    theirs = make_event(two.other.page, "2090-02-07", title="Deras")
    assert offers(as_editor, theirs) == {}
    offer = offers(as_editor, *events, theirs)["Ställ in"]
    assert offer.address.endswith(f"?{query(*events)}")
    before = statuses(*events, theirs)
    response = as_editor.post(f"{offer.address}&id={theirs.pk}", {"reason": "Nej"})
    assert (response.status_code, statuses(*events, theirs)) == (302, before)
    assert as_editor.get(offer.address).status_code == 405
    for wrong in ("", "?id=x", "?id=0", f"?id={two.own.page.pk}"):
        assert as_editor.post(reverse("cancel_coming_of_pages") + wrong, {"reason": "Nej"}).status_code == 404


def test_where_review_is_wanted_the_cancellation_waits(two, events):  # noqa: F811
    set_review(two.own, True)
    client = signed_in(fresh(two.editor))
    before = statuses(*events)
    client.post(f"{reverse('cancel_coming_of_pages')}?{query(*events)}", {"reason": "Ingen vårtermin"})
    assert statuses(*events) == before
    assert [EventPage.objects.get(pk=event.pk).workflow_in_progress for event in events] == [True, True]


def test_a_locked_page_is_named_and_the_others_are_cancelled(as_editor, events):  # noqa: F811
    EventPage.objects.filter(pk=events[0].pk).update(locked=True)
    address = f"{reverse('cancel_coming_of_pages')}?{query(*events)}"
    response = as_editor.post(address, {"reason": "Ingen hösttermin", "next": "/admin/"}, follow=True)
    assert [status for _day, status, _why in statuses(events[0])] == ["confirmed", "confirmed"]
    assert [status for _day, status, _why in statuses(events[1])] == ["confirmed", "cancelled", "cancelled"]
    assert "”Våren”: " in response.content.decode()
