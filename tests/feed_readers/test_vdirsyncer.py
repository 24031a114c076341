"""A calendar program subscribes to the running site over HTTP and keeps up with it: vdirsyncer, as Debian ships it.

It trusts no UID of a calendar on the web and puts a digest of the event in its place, so here a meeting is known by
its URL, which ends in the same permanent key. That UIDs stay is tested where they are written.
"""

import subprocess
from datetime import timedelta

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar

from events.models import Occurrence
from tests.factories import make_event, make_meeting, make_network, publish

from .readers import READERS
from .table import expected_event

pytestmark = pytest.mark.feeds

CONFIG = """
[general]
status_path = "{folder}/status"

[pair gr]
a = "site"
b = "own"
collections = null
conflict_resolution = "a wins"

[storage site]
type = "http"
url = "{address}"

[storage own]
type = "filesystem"
path = "{folder}/own"
fileext = ".ics"
"""


class Subscriber:
    """A person's calendar in a folder of its own: one file for each meeting."""

    def __init__(self, folder, address):
        self.folder = folder
        (folder / "own").mkdir()
        (folder / "config").write_text(CONFIG.format(folder=folder, address=address))
        self._run("discover")

    def sync(self):
        self._run("sync")

    def files(self):
        return sorted((self.folder / "own").iterdir())

    def events(self):
        """What the first of the readers finds in the files, each file's event once."""
        found = [event for calendar in READERS[0].read(self.files()) for event in calendar["events"]]
        return without_uids(found)

    def meetings(self):
        """The permanent keys of the meetings that have a page, one for each file."""
        events = [Calendar.from_ical(path.read_bytes()).events[0] for path in self.files()]
        return sorted(str(event["URL"]).rstrip("/").rpartition("/")[2] for event in events if "URL" in event)

    def _run(self, command):
        call = ["vdirsyncer", "--config", self.folder / "config", command]
        try:
            run = subprocess.run(call, input="y\n", capture_output=True, text=True, check=False)
        except FileNotFoundError:
            pytest.fail("vdirsyncer is not installed: apt install vdirsyncer (macOS: brew install vdirsyncer)")
        assert run.returncode == 0, run.stdout + run.stderr


@pytest.fixture
def network(committing_db, site):
    cache.clear()
    return make_network()


@pytest.fixture
def subscriber(network, live_server, tmp_path):
    return Subscriber(tmp_path, live_server.url + reverse("feeds:network", args=[network.translation_key]))


def without_uids(events):
    bare = [{name: value for name, value in event.items() if name != "uid"} for event in events]
    return sorted(bare, key=lambda event: (event["start"], event["summary"]))


def table(*others):
    rows = [*Occurrence.objects.public().select_related("page__network"), *others]
    return without_uids(expected_event(row) for row in rows)


def keys(rows):
    return sorted(str(row.translation_key) for row in rows)


def day(number):
    return timezone.localdate() + timedelta(days=number)


def test_the_next_sync_brings_what_was_moved_cancelled_removed_and_added(network, subscriber):
    event = make_event(network, day(10), day(20), day(30), make_meeting(day(40), timing="whole_day"))
    subscriber.sync()
    assert subscriber.events() == table()
    assert subscriber.meetings() == keys(event.occurrences.all())
    before = {path.name for path in subscriber.files()}

    stays, moves, is_cancelled, is_removed = event.occurrences.order_by("start_date")
    moves.start_date, moves.note = day(25), "Lokalen var upptagen."
    is_cancelled.status = "cancelled"
    event.occurrences = [stays, moves, is_cancelled, make_meeting(day(50), theme="Nytt, och; eget")]
    event = publish(event)
    subscriber.sync()
    is_removed.status = "cancelled"  # as subscribers are told of what is no longer there
    assert subscriber.events() == table(is_removed)
    assert subscriber.meetings() == keys(event.occurrences.all())
    assert len(before & {path.name for path in subscriber.files()}) == 1  # what has not changed is left alone


def test_a_sync_without_changes_does_nothing_and_a_rename_doubles_nothing(network, subscriber):
    event = make_event(network, day(10), day(20))
    subscriber.sync()
    before = [(path.name, path.stat().st_mtime_ns) for path in subscriber.files()]
    subscriber.sync()
    assert [(path.name, path.stat().st_mtime_ns) for path in subscriber.files()] == before
    network.title, network.slug = "Nätverket för förskola", "forskola"
    publish(network)
    subscriber.sync()
    assert subscriber.meetings() == keys(event.occurrences.all())
    assert {event["summary"] for event in subscriber.events()} == {"Nätverket för förskola: möte"}


def test_an_unpublished_event_leaves_and_comes_back_as_itself(network, subscriber):
    event, other = make_event(network, day(10), day(20)), make_event(network, day(12), title="Arbetsutskottet")
    subscriber.sync()
    before = subscriber.events()
    event.unpublish()
    subscriber.sync()
    assert subscriber.meetings() == keys(other.occurrences.all())
    publish(event)
    subscriber.sync()
    assert subscriber.events() == before
