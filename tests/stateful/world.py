"""The site that a run begins with, the people who edit it, and its clock."""

from datetime import UTC, datetime, timedelta

import time_machine
from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import transaction
from django.test import Client
from django.utils import timezone

from events.models import EventPage
from gr_site.operations.due import run
from networks.models import NetworkPage
from networks.rights.central import central_group
from networks.rights.groups import editors_of
from tests.factories import make_area, make_event, make_meeting, make_network, source
from tests.site import read_site
from tests.translating import first_pages_in_english

from .browser import Browser, committed

BEGINNING = datetime(2026, 11, 25, 9, tzinfo=UTC)


def _as_if_outermost():
    """A transaction in which letters may be sent: it stands for none, as that of a Django test does."""
    block = transaction.atomic()
    block._from_testcase = True
    return block


class World:
    """``clock`` moves a minute with each operation, so that what changes has a later time of change."""

    def __init__(self):
        cache.clear()
        self.clock = time_machine.travel(BEGINNING, tick=False)
        self.traveller = self.clock.start()
        with committed():
            self.site = read_site()
            first_pages_in_english(self.site)
            self._fill()
        self.people = self._people()
        self.visitor = Client()

    def _fill(self):
        north = make_network("Norra nätverket")
        south = make_network("Södra rådet", area=make_area("Miljö"))
        make_network("Vilande gruppen", live=False)
        make_event(north, "2026-11-20", "2026-12-04", make_meeting("2027-01-15", theme="Budget; plan, \\n"))
        make_event(south, make_meeting("2026-12-10", status="tentative"), title="Rådets möten", co_owners=[north])

    def _people(self):
        users = get_user_model().objects
        chief = users.create_superuser("alva", "alva@example.org", "hemligt")
        central = users.create_user("cecilia", "cecilia@example.org", "hemligt")
        central.groups.add(central_group())
        found = [Browser(chief), Browser(central)]
        for network in NetworkPage.objects.filter(locale=source()).order_by("pk"):
            user = users.create_user(f"nils{network.pk}", f"nils{network.pk}@example.org", "hemligt")
            user.groups.add(editors_of(network).group)
            found.append(Browser(user))
        return found

    def close(self):
        self.clock.stop()
        cache.clear()

    @property
    def today(self):
        return timezone.localdate()

    def events(self):
        return list(EventPage.objects.filter(locale=source()).order_by("pk"))

    def networks(self):
        return list(NetworkPage.objects.filter(locale=source()).order_by("pk"))

    def who_may(self, verb, page):
        """The browsers of those who may do that with the page, by Wagtail's own tests (``can_edit``)."""
        users = get_user_model().objects
        fresh = [(one, users.get(pk=one.user.pk)) for one in self.people]
        return [one for one, user in fresh if getattr(page.permissions_for_user(user), verb)()]

    def pass_time(self, delta):
        """Let time pass, and run what runs each minute at the end of it."""
        self.traveller.shift(delta)
        if delta >= timedelta(days=1):
            for one in self.people:
                one.log_in()
        if delta > timedelta(minutes=1):
            with committed():
                self._run_due()

    def _run_due(self):
        """What runs each minute finds nothing undone, since no process was killed."""
        with _as_if_outermost():
            done = run(everything=True)
        assert done.faults == 0
        assert [line for line in done.lines if "skrevs om" in line] == []
