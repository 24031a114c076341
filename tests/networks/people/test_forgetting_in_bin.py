"""Forgetting a person reaches into the bin, and nothing that is restored afterwards names her."""

import json

import pytest
from django.urls import reverse

from events.models import EventPage, RemovedMeeting
from networks.bin.discarding import put_page_in_bin
from networks.bin.restoring import restore
from networks.models import BinnedRow, NetworkContact, NetworkPage
from networks.people.forgetting import forget
from tests.factories import make_event, make_meeting, make_network, publish
from tests.networks.people.traces import NAME, NAMESAKE, dump, tables_with

pytestmark = pytest.mark.django_db


def named():
    """``[(table, row)]`` with the person's name, also where a line of iCalendar is folded."""
    rows = ((table, row.casefold().replace("&nbsp;", " ")) for table, row in dump())
    rows = ((table, row.replace("\\r\\n ", "").replace("\r\n ", "")) for table, row in rows)
    return [(t, row) for t, row in rows if NAME.casefold() in row.replace(NAMESAKE.casefold(), "")]


def test_a_restored_network_names_nobody_who_was_forgotten(traces):
    network = traces[0]
    item = put_page_in_bin(NetworkPage.objects.get(pk=network.pk), None)
    binned = BinnedRow.objects.count()
    before = list(dump())
    seen = forget(NAME, preview=True)
    assert list(dump()) == before
    done = forget(NAME)
    assert seen.logs == done.logs
    assert done.logs["rader i papperskorgen"] > 10
    assert done.addresses
    assert named() == []
    assert tables_with("asa@example.org") == []
    assert BinnedRow.objects.count() == binned - 2  # her contact row, in both languages
    restore(item, None)
    assert named() == []
    network = NetworkPage.objects.get(pk=network.pk)
    assert [
        (seat.name, seat.role, seat.title, seat.name_basis) for seat in network.members.order_by("sort_order")
    ] == [
        ("", "chair", "", ""),
        (NAMESAKE, "member", "", "consent"),
    ]
    assert not NetworkContact.objects.exists()
    assert network.purpose == f"<p>Leds av [namn borttaget], och {NAMESAKE}.</p>"
    for revision in network.revisions.all():
        assert "Exempelsson " not in json.dumps(revision.content, ensure_ascii=False)


def test_an_address_that_someone_in_the_bin_shares_belongs_to_a_function(site):
    network = make_network("Miljö", purpose="<p>Skriv till natverk@example.org.</p>")
    network.contacts = [
        NetworkContact(name=NAME, email="natverk@example.org"),
        NetworkContact(name="Bo Påhittad", email="natverk@example.org"),
    ]
    item = put_page_in_bin(publish(network), None)
    forget(NAME)
    restore(item, None)
    assert [(each.name, each.email) for each in NetworkContact.objects.all()] == [
        ("Bo Påhittad", "natverk@example.org")
    ]
    assert "natverk@example.org" in NetworkPage.objects.get(pk=network.pk).purpose


def test_a_text_that_grows_still_fits_its_column(site):
    short = "Bo Å"
    network = make_network("Miljö")
    event = make_event(network, title=f"{'x' * 250} {short}")
    item = put_page_in_bin(EventPage.objects.get(pk=event.pk), None)
    forget(short)
    restore(item, None)
    title = EventPage.objects.get(pk=event.pk).title
    assert (len(title), short in title) == (255, False)


@pytest.mark.parametrize("length", range(18, 30, 3))
def test_a_name_across_a_folded_line_leaves_the_feed(client, site, length):
    theme = f"{'å' * length} {NAME}"
    event = make_event(make_network("Miljö"), make_meeting("2090-02-07", theme=theme), title="Möten")
    put_page_in_bin(EventPage.objects.get(pk=event.pk), None)
    address = reverse("feeds:region")
    assert NAME in client.get(address).content.decode().replace("\r\n ", "")
    forget(NAME)
    assert RemovedMeeting.objects.count() == 1
    told = client.get(address).content.decode().replace("\r\n ", "")
    assert (NAME in told, "[namn borttaget]" in told, "STATUS:CANCELLED" in told) == (False, True, True)
    assert named() == []
