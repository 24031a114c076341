"""What is measured. A case is prepared on one database and gives a call that takes one sample and can be repeated."""

from dataclasses import dataclass
from itertools import count

from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from events.models import CalendarPage, CalendarStamp, EventPage, Occurrence
from gr_site.models import HomePage
from networks.models import NetworkIndexPage, NetworkPage

from .seeding_events import event_slug
from .seeding_site import network_slug


@dataclass(frozen=True)
class Case:
    """``prepare`` gives a sample: a call without arguments that gives the response, or None where there is none. If
    it has a ``before``, that is called first and its time does not count.

    ``steady``: more events must cost no more queries and hardly more time. ``visited``: it is a visitor's page.
    """

    name: str
    prepare: object
    steady: bool = False
    visited: bool = True


def cases(today):
    """All cases, in the order of the table. ``today`` is a local date: the month page is its month."""
    return [
        Case("month page", lambda: page(month_page(today)), steady=True),
        Case("upcoming list", lambda: page(CalendarPage.objects.get().url), steady=True),
        Case("network page", lambda: page(network().url), steady=True),
        Case("event page", lambda: page(event().url)),
        Case("meeting page", lambda: page(next_meeting(today).get_absolute_url())),
        Case("year page", lambda: page(f"{CalendarPage.objects.get().url}{today.year}/")),
        Case("home page", lambda: page(HomePage.objects.get().url)),
        Case("list of networks", lambda: page(NetworkIndexPage.objects.get().url)),
        Case("month page, anew", lambda: anew(month_page(today))),
        Case("publishing an event", lambda: publishing(today), visited=False),
    ]


def feed_cases():
    """What is measured of feeds. "Cold" is the first request after something has been published."""
    return [
        Case(f"{kind}, {state}", lambda address=address, ask=ask: ask(address()), visited=False)
        for kind, address in (("region feed", region_feed), ("network feed", network_feed))
        for state, ask in (("cold", after_publishing), ("cached", page), ("304", unchanged))
    ]


def month_page(today):
    return f"{CalendarPage.objects.get().url}{today.year}/{today.month}/"


def network():
    """A network with events of its own and joint ones."""
    return NetworkPage.objects.get(slug=network_slug(1))


def event():
    """A joint event."""
    return EventPage.objects.get(slug=event_slug(0))


def next_meeting(today):
    return Occurrence.objects.public().filter(page=event()).upcoming(today).first()


def region_feed():
    return reverse("feeds:region")


def network_feed():
    return reverse("feeds:network", args=[network().translation_key])


def page(address):
    """A visitor's request, by a browser that unpacks gzip."""
    return _asking(Client(headers={"accept-encoding": "gzip"}), address, 200)


def anew(address):
    """The first request after something has changed: nothing is left in the cache."""
    ask = page(address)

    def sample():
        cache.clear()
        return ask()

    return sample


def after_publishing(address):
    """The first request after something public has changed somewhere: every feed is built anew."""
    ask = page(address)

    def sample():
        return ask()

    sample.before = CalendarStamp.rise
    return sample


def unchanged(address):
    """A calendar program's request for a feed that it holds already."""
    client = Client(headers={"accept-encoding": "gzip"})
    held = client.get(address)["ETag"]
    return _asking(client, address, 304, headers={"if-none-match": held})


def _asking(client, address, status, **extra):
    def sample():
        response = client.get(address, **extra)
        if response.status_code != status:
            raise RuntimeError(f"{address} answered {response.status_code} where {status} was expected")
        return response

    return sample


def publishing(today):
    """An editor changes the note of the next meeting and publishes the event."""
    numbers = count()

    def sample():
        edited = event().get_latest_revision_as_object()
        row = next(row for row in edited.occurrences.all() if row.start_date >= today)
        row.note = f"Ändring {next(numbers)}"
        edited.save_revision().publish()

    return sample
