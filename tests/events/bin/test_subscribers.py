"""What subscribers get of a coming meeting that an editor deletes: cancelled, and confirmed again once it is back."""

import pytest
from django.urls import reverse
from icalendar import Calendar
from wagtail.models import Page, PageViewRestriction

from events.changes.folding import folded
from events.models import EventOwner, EventPage, PublicChange, RemovedMeeting
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from tests.factories import make_area, make_event, make_meeting, make_network, publish
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db


@shared_fixture()
def event(site):
    return make_event(make_network("Trädgård"), "2090-02-07", "2090-03-07", "2020-02-07")


def feeds_of(event, row):
    keys = {
        "region": [],
        "area": [event.network.area.translation_key],
        "network": [event.network.translation_key],
        "event": [event.translation_key],
        "occurrence": [row.translation_key],
    }
    mine = reverse("feeds:my_networks", args=[event.network.translation_key.hex[:8]])
    return [*(reverse(f"feeds:{kind}", args=args) for kind, args in keys.items()), mine]


def told(client, address, row):
    """``(STATUS, SEQUENCE, SUMMARY)`` of the meeting in the feed; None if it is not there."""
    response = client.get(address)
    if response.status_code == 404:
        return None
    found = [each for each in Calendar.from_ical(response.content).events if str(row.translation_key) in each["UID"]]
    assert len(found) < 2
    return next(((str(each["STATUS"]), each["SEQUENCE"], str(each["SUMMARY"])) for each in found), None)


def coming(event):
    return event.occurrences.get(start_date="2090-02-07")


CANCELLED = ("CANCELLED", 1, "Inställt: Trädgård: möte")


@pytest.mark.parametrize("what", ["event", "network"])
def test_a_deleted_coming_meeting_is_cancelled_in_every_feed_and_back_when_restored(client, event, what):
    row, past = coming(event), event.occurrences.get(start_date="2020-02-07")
    feeds = feeds_of(event, row)
    before = [told(client, address, row) for address in feeds]
    assert before == [("CONFIRMED", 0, "Trädgård: möte")] * len(feeds)
    item = put_page_in_bin(event if what == "event" else event.network, None)
    assert [told(client, address, row) for address in feeds] == [CANCELLED] * len(feeds)
    english = [told(client, f"{address}?sprak=en", row) for address in feeds]
    assert english == [("CANCELLED", 1, "Cancelled: Trädgård: meeting")] * len(feeds)
    assert told(client, feeds[0], past) is None
    restore(item, None)
    assert [told(client, address, row) for address in feeds] == [("CONFIRMED", 2, "Trädgård: möte")] * len(feeds)
    assert not RemovedMeeting.objects.exists()
    kinds = list(PublicChange.objects.of_meeting(row.translation_key).values_list("kind", flat=True))
    assert kinds == ["reinstated", "removed", "new"]


@pytest.mark.parametrize("day", ["2020-02-07", "2090-02-07"])
@pytest.mark.parametrize("status", ["confirmed", "tentative", "cancelled"])
def test_the_log_says_that_a_meeting_is_back_and_when_it_is(event, day, status):
    row = event.occurrences.get(start_date=day)
    row.status = status
    event.occurrences.add(row)
    publish(event)
    item = put_page_in_bin(event, None)
    restore(item, None)
    log = list(PublicChange.objects.of_meeting(row.translation_key).order_by("pk"))
    back = log[[change.kind for change in log].index("removed") + 1 :]
    assert [change.kind for change in back] == (["new", "cancelled"] if status == "cancelled" else ["reinstated"])
    assert back[0].after["first"] == day
    assert "corrected" in [change.kind for change in folded(reversed(log))]


def test_a_removed_row_is_cancelled_and_comes_back_with_its_old_version(client, event):
    row, revision = coming(event), event.latest_revision
    feeds = feeds_of(event, row)
    event.occurrences = [each for each in event.occurrences.all() if each != row]
    publish(event)
    assert [told(client, address, row) for address in feeds] == [CANCELLED] * len(feeds)
    revision.publish()
    assert [told(client, address, row) for address in feeds] == [("CONFIRMED", 2, "Trädgård: möte")] * len(feeds)


def test_what_is_hidden_vanishes_without_a_word(client, event):
    row, network = coming(event), event.network
    feeds = feeds_of(event, row)
    event.occurrences = [each for each in event.occurrences.all() if each != row]
    event = publish(event)
    PageViewRestriction.objects.create(page=network, restriction_type=PageViewRestriction.LOGIN)
    assert [told(client, address, row) for address in feeds] == [None] * len(feeds)
    put_page_in_bin(Page.objects.get(pk=network.pk).specific, None)
    assert [told(client, address, row) for address in feeds] == [None] * len(feeds)


@pytest.mark.parametrize("other", [False, True], ids=["its own feeds", "a co-owner's"])
def test_a_network_takes_meetings_in_the_bin_with_it_when_it_is_hidden_and_brings_them_back(client, event, other):
    row, network = coming(event), event.network
    feeds = [reverse("feeds:region"), reverse("feeds:area", args=[network.area.translation_key])]
    if other:
        owner = make_network("Bibliotek", area=make_area("Kultur"))
        event.co_owners = [EventOwner(network=owner)]
        event = publish(event)
        keys = {"area": owner.area.translation_key, "network": owner.translation_key}
        feeds += [reverse(f"feeds:{kind}", args=[key]) for kind, key in keys.items()]
    put_page_in_bin(event, None)
    etags = [client.get(address)["ETag"] for address in feeds]
    network = publish(network)
    assert [client.get(address)["ETag"] for address in feeds] == etags  # for a visitor nothing is different
    network.unpublish()
    assert not {client.get(address)["ETag"] for address in feeds} & set(etags)
    assert [told(client, address, row) for address in feeds] == [None] * len(feeds)
    etags = [client.get(address)["ETag"] for address in feeds]
    publish(network)
    assert not {client.get(address)["ETag"] for address in feeds} & set(etags)
    assert {told(client, address, row)[0] for address in feeds} == {"CANCELLED"}


def test_an_unpublished_event_vanishes_also_when_it_is_deleted(client, event):
    row = coming(event)
    feeds = feeds_of(event, row)
    event.unpublish()
    put_page_in_bin(EventPage.objects.get(pk=event.pk), None)
    assert [told(client, address, row) for address in feeds] == [None] * len(feeds)


def test_an_editor_may_leave_out_cancelled_meetings(client, event):
    row = coming(event)
    put_page_in_bin(event, None)
    assert told(client, reverse("feeds:region") + "?installda=nej", row) is None


def test_a_date_that_is_added_anew_is_another_meeting(client, event):
    row = coming(event)
    event.occurrences = [make_meeting("2090-02-07"), *(each for each in event.occurrences.all() if each != row)]
    publish(event)
    assert told(client, reverse("feeds:region"), row) == CANCELLED
