"""Follows pages into the bin and back."""

from datetime import UTC

from django.db.models import Q
from django.dispatch import receiver

from networks.bin.signals import item_disposed, pages_put_in_bin, pages_restored
from networks.models import NetworkPage

from ..changes.log import EventLog, expect_again
from ..feeds.withdrawn import give_back, withdraw_events
from ..models import CalendarObject, CalendarStamp, EventPage, FeedStamp, RemovedMeeting
from ..models.stamps import network_stamp


@receiver(pages_put_in_bin)
def tell_subscribers(item, pages, **kwargs):
    """Keep the coming meetings as cancelled, and log that they are gone. The stamps of what is deleted are raised once
    it is."""
    now = CalendarStamp.advance().astimezone(UTC).replace(microsecond=0)
    events = list(EventPage.objects.of_source().filter(pk__in=pages, live=True).values_list("pk", flat=True))
    _log(events, now)
    gone, listed = _keys(EventPage, pages), _keys(EventPage.objects.listed(), pages)
    hidden = _keys(NetworkPage, pages) - _keys(NetworkPage.objects.listed(), pages)
    removed = RemovedMeeting.objects.filter(Q(event_key__in=gone) | Q(network_key__in=hidden))
    FeedStamp.raise_to_current(removed.stamps())
    removed.filter(event_key__in=listed).update(item=item)
    removed.filter(event_key__in=gone - listed).delete()
    withdraw_events(events, item, now)
    RemovedMeeting.objects.filter(network_key__in=hidden).delete()


def _log(events, now):
    log = EventLog(events, now)
    for known in CalendarObject.objects.filter(event__in=events).exclude(component=""):
        log.note_removal(known)
    log.write()


def _keys(pages, keys):
    pages = getattr(pages, "objects", pages)
    return set(pages.of_source().filter(pk__in=keys).values_list("translation_key", flat=True))


@receiver(pages_restored)
def tell_that_they_are_back(item, pages, **kwargs):
    """Each page that is back and public is published after this, which raises the stamps of its feeds. A draft's are
    raised here: a short key in "Mina nätverk" may now mean it."""
    CalendarStamp.advance()
    networks = _keys(NetworkPage, pages)
    removed = RemovedMeeting.objects.filter(Q(item=item) | Q(network_key__in=networks))
    FeedStamp.raise_to_current(removed.stamps() | {network_stamp(key) for key in networks})
    for event in EventPage.objects.filter(pk__in=pages):
        network = NetworkPage.objects.filter(pk=event.get_parent().pk).first()
        EventPage.objects.filter(pk=event.pk).update(network=network)  # it may lie below another than before
    give_back(item)
    expect_again(pages)


@receiver(item_disposed)
def tell_no_longer(item, **kwargs):
    """Take what was destroyed out of the feeds, where its meetings were still told as cancelled."""
    CalendarStamp.advance()
    removed = RemovedMeeting.objects.filter(item=item)
    FeedStamp.raise_to_current(removed.stamps())
    removed.delete()
