"""What feeds say at the end of a random day, read by the four readers of ``tests/feed_readers``."""

import pytest
from django.test import Client

from events.models import Occurrence
from tests.factories import source
from tests.feed_readers.readers import READERS
from tests.feed_readers.table import expected_event, in_order

from .checks.feeds import addresses
from .machine import Day
from .running import run

pytestmark = [pytest.mark.feeds, pytest.mark.django_db]

STEPS = 25
# What sabre/vobject's validator does not know of RFC 7986: see tests/feed_readers/test_demo_feeds.py.
ONLY_IN_RFC_7986 = "property is not allowed in the VCALENDAR component"


class RecordedDay(Day):
    """Leaves in ``feeds`` each feed's bytes and the events that the table holds of it: ``{address: (body, events)}``.
    A feed in English is read without events."""

    feeds = {}

    def teardown(self):
        if self.table:  # a day that hypothesis has rejected has not begun
            type(self).feeds |= {f"{address} #{len(self.feeds)}": found for address, found in self._read().items()}
        super().teardown()

    def _read(self):
        rows = Occurrence.objects.filter(translation_key__in=self.table, locale=source())
        events = {row.translation_key: expected_event(row) for row in rows.select_related("page__network")}
        held, client = addresses()[0], Client()
        return {
            address: (
                client.get(address).content,
                None if "sprak" in address else [events[uid] for uid, one in self.table.items() if holds(one)],
            )
            for address, holds in held.items()
        }


def test_every_reader_finds_what_the_table_holds(tmp_path):
    RecordedDay.feeds.clear()
    run(RecordedDay, STEPS)
    paths = []
    for number, (body, _) in enumerate(RecordedDay.feeds.values()):
        paths.append(tmp_path / f"{number}.ics")
        paths[-1].write_bytes(body)
    for reader in READERS:
        assert reader.why_not() == "", reader.install
        for (address, (_, events)), found in zip(RecordedDay.feeds.items(), reader.read(paths), strict=True):
            assert events is None or told(found, events) == in_order(events), f"{reader.name}: {address}"
            assert [one for one in found["complaints"] if ONLY_IN_RFC_7986 not in one] == [], reader.name


def told(found, events):
    """What a reader found, without the deleted meetings that a feed tells its subscribers to cross out."""
    known = {event["uid"] for event in events}
    return in_order(event for event in found["events"] if event["uid"] in known or event["status"] != "CANCELLED")
