"""Only an administrator destroys what is in the bin, by a decision that stays when the thing is gone."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from events.models import CalendarStamp, EventPage, RemovedMeeting
from networks.bin.discarding import put_page_in_bin
from networks.models import BinnedItem, BinnedRow, Disposal
from tests.factories import make_event
from tests.networks.rights.conftest import signed_in

pytestmark = pytest.mark.django_db

DECISION = {"decided_by": "Nätverkschefen", "why": "Plan 4.2"}


@pytest.fixture
def item(two):
    event = make_event(two.own.page, "2090-02-07", "2090-03-07", title="Gammalt")
    return put_page_in_bin(EventPage.objects.get(pk=event.pk), two.editor)


@pytest.fixture
def as_administrator(admin_user):
    return signed_in(admin_user)


def test_an_administrator_sees_what_goes_and_destroys_it(item, as_administrator, client):
    address = reverse("dispose", args=[item.pk])
    page = as_administrator.get(address)
    assert ("Möten", 2) in page.context["contents"]
    assert as_administrator.post(address, {**DECISION, "why": " "}).status_code == 200
    assert BinnedItem.objects.count() == 1
    stamp, told = CalendarStamp.current(), client.get(reverse("feeds:region")).content
    assert told.count(b"STATUS:CANCELLED") == 2
    assert as_administrator.post(address, DECISION).status_code == 302
    assert not (BinnedItem.objects.exists() or BinnedRow.objects.exists() or RemovedMeeting.objects.exists())
    assert CalendarStamp.current() != stamp
    assert client.get(reverse("feeds:region")).content.count(b"STATUS:CANCELLED") == 0
    note = Disposal.objects.get()
    assert (note.kind, note.title, note.deleted_at) == ("page", "Gammalt", item.deleted_at)
    assert (note.disposed_by, note.why) == ("Nätverkschefen", "Plan 4.2")
    listed = as_administrator.get(reverse("disposals")).content.decode()
    assert "Sida: Gammalt" in listed and "Plan 4.2" in listed


def test_everybody_else_is_refused_in_words(item, as_editor, as_central):
    addresses = [reverse("dispose", args=[item.pk]), reverse("dispose_old"), reverse("disposals")]
    for client in (as_editor, as_central):
        for response in [client.get(each) for each in addresses] + [client.post(addresses[0], DECISION)]:
            assert response.status_code == 403
            assert "Bara en administratör" in response.content.decode()
        assert "Töm papperskorgen" not in client.get(reverse("bin")).content.decode()
    assert BinnedItem.objects.count() == 1


def test_all_that_was_deleted_before_a_day(two, item, as_administrator):
    put_page_in_bin(EventPage.objects.get(pk=two.own.event.pk), two.editor)
    today = timezone.localdate()
    BinnedItem.objects.filter(pk=item.pk).update(deleted_at=timezone.now() - timedelta(days=2))
    address = reverse("dispose_old")
    for day in ("", f"{today + timedelta(days=1)}"):
        as_administrator.post(f"{address}?before={day}", DECISION)
    assert BinnedItem.objects.count() == 2
    page = as_administrator.get(f"{address}?before={today}")
    assert page.context["items"] == [item]
    as_administrator.post(f"{address}?before={today}", DECISION)
    assert [each.title for each in BinnedItem.objects.all()] == ["Norra nätverkets möten"]


def test_the_note_on_a_file_does_not_say_what_it_was_called(as_administrator, site):
    item = BinnedItem.objects.create(kind="image", model="wagtailimages.image", key=7, title="Foto av Åsa Exempelsson")
    as_administrator.post(reverse("dispose", args=[item.pk]), DECISION)
    note = Disposal.objects.get()
    assert (note.kind, note.key, note.title) == ("image", 7, "")
