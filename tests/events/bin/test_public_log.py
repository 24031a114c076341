"""The public log tells that meetings were removed while their event lies in the bin, and never of hidden pages."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Page, PageViewRestriction

from events.models import EventPage
from networks.bin.discarding import put_page_in_bin
from networks.bin.disposing import dispose
from networks.bin.restoring import restore
from tests.factories import make_event, make_network, publish
from tests.shared_fixtures import shared_fixture

pytestmark = pytest.mark.django_db

REMOVED = "Borttaget ur kalendern: Trädgård: Odlingsdag, tisdag 7 februari 2090"


@shared_fixture()
def event(site):
    return make_event(make_network("Trädgård"), "2090-02-07", title="Odlingsdag")


def told(client, *addresses):
    """Whether each Atom feed says that the meeting was removed. A feed that is not there says nothing."""
    return [REMOVED.split(",")[0] in strip_tags(client.get(each).content.decode()) for each in addresses]


def feeds(event):
    return reverse("atom:region"), reverse("atom:network", args=[event.network.translation_key])


def binned(page):
    return put_page_in_bin(Page.objects.get(pk=page.pk).specific, None)


def test_removed_as_long_as_it_lies_in_the_bin(client, event, admin_user):
    item = binned(event)
    assert REMOVED in client.get(feeds(event)[0]).content.decode()
    assert told(client, *feeds(event)) == [True, True]
    dispose([item], admin_user, decided_by="Chefen", why="Gammalt")
    assert told(client, *feeds(event)) == [False, False]


def test_with_its_network_only_the_region_tells(client, event):
    item = binned(event.network)
    assert told(client, *feeds(event)) == [True, False]
    restore(item, None)
    assert told(client, *feeds(event)) == [False, False]  # what is undone within ten minutes is folded


@pytest.mark.parametrize(
    ("what", "when"),
    [("event", "before"), ("network", "before"), ("above", "before"), ("network", "after"), ("above", "after")],
)
def test_never_of_what_was_or_becomes_hidden(client, event, what, when):
    page = {"event": event, "network": event.network, "above": event.network.get_parent()}[what]
    hide = lambda: PageViewRestriction.objects.create(page_id=page.pk, restriction_type="login")  # noqa: E731
    hide() if when == "before" else None
    binned(event.network if what == "above" else event)
    hide() if when == "after" else None
    assert told(client, *feeds(event)) == [False, False]


def test_an_earlier_removal_of_an_event_that_was_hidden_stays_hidden(client, event):
    event.occurrences = []
    publish(event)
    PageViewRestriction.objects.create(page=event, restriction_type="login")
    binned(EventPage.objects.get(pk=event.pk))
    assert told(client, *feeds(event)) == [False, False]
    assert b"CANCELLED" not in client.get(reverse("feeds:region")).content
