"""The machine: operations of ``operations``, and after each of them the checks of ``checks``."""

from collections import Counter
from datetime import timedelta

from django.db import transaction
from django.test import Client
from hypothesis import assume
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant

from .checks.log import check_log
from .checks.pages import Pages as PublicPages
from .checks.pages import hidden_pages
from .checks.search import check_search
from .checks.trees import check_trees
from .ledger import Ledger
from .operations.answers import Answers
from .operations.bin import Bin
from .operations.events import Events
from .operations.languages import Languages
from .operations.meetings import Meetings
from .operations.pages import Pages
from .operations.passing_time import PassingTime
from .operations.registers import Registers
from .operations.reviews import Reviews
from .promises import published_rows
from .table import public_events, public_meetings, public_networks
from .world import World

COUNTS = Counter()  # of the operations and of how each ended, over all runs


class Day(Events, Meetings, Pages, Bin, Languages, Reviews, Answers, Registers, PassingTime, RuleBasedStateMachine):
    """``table`` is what was public after the last operation, ``rows_before`` each event's stored rows then."""

    def __init__(self):
        super().__init__()
        self.everything = transaction.atomic()
        self.everything.__enter__()
        self.world = World()
        self.ledger, self.pages = Ledger(Client()), PublicPages(Client())
        self.slugs, self.steps = 0, 0
        self.later, self.binned = {}, {}
        self.table, self.rows_before = {}, {}
        self._forget_operation()

    def teardown(self):
        transaction.set_rollback(True)
        self.everything.__exit__(None, None, None)
        self.world.close()

    @initialize(number=st.integers(0, 2**16))
    def begin(self, number):
        """Hypothesis begins with the simplest of everything, which would be the same long run each time."""
        assume(number)
        self.table = public_meetings()

    def count(self, what):
        COUNTS[what] += 1

    def new_slug(self):
        self.slugs += 1
        return f"sida-{self.slugs}"

    def may_change(self, *events):
        """The operation may change what is public of these events (keys), and of no others."""
        self.changing |= set(events)

    def promise(self, check):
        self.promises.append(check)

    def between_publications(self):
        """In the middle of an operation: what is coming now may no longer be when the next publication deletes it."""
        self.ledger.withdrawn.note(public_meetings())

    def _forget_operation(self):
        self.changing, self.promises = set(), []

    @invariant()
    def one_truth(self):
        before, self.table = self.table, public_meetings()
        for check in self.promises:
            check()
        self._check_untouched(before)
        self._check_everywhere(before)
        self.rows_before = {page.pk: published_rows(page.pk) for page in self.world.events()}
        self._forget_operation()
        self.count("steps")
        self.world.pass_time(timedelta(minutes=1))

    def _check_untouched(self, before):
        for uid in before.keys() | self.table.keys():
            old, new = before.get(uid), self.table.get(uid)
            if (old or new).event not in self.changing and (new or old).event not in self.changing:
                assert old and new and old.core == new.core, f"nobody changed {old}, and now it is {new}"

    def _check_everywhere(self, before):
        self.ledger.check(self.table)
        check_search(self.table)
        check_log(self.table)
        check_trees()
        self._check_pages(before)

    def _check_pages(self, before):
        """The pages of what has changed, and in turn the views that show everything."""
        changed = {uid for uid in before.keys() | self.table.keys() if before.get(uid) != self.table.get(uid)}
        ones = [one for uid in changed for one in (before.get(uid), self.table.get(uid)) if one]
        self._check_own_pages(ones)
        for uid in sorted(changed)[:2]:
            if uid in self.table:
                self.pages.check_meeting(self.table[uid])
            else:
                self.pages.check_gone(uid)
        days = [one.first for one in ones] or [self.world.today]
        self._check_overview(days[self.steps % len(days)])
        for address in hidden_pages()[:2]:
            assert self.ledger.client.get(address).status_code == 404, address

    def _check_own_pages(self, ones):
        events, networks = {one.event for one in ones}, {key for one in ones for key in one.networks}
        for page in public_events():
            if page.pk in events:
                self.pages.check_event(page, self.table)
        for page in public_networks():
            if page.pk in networks:
                self.pages.check_network(page, self.table, self.world.today)

    def _check_overview(self, day):
        self.steps += 1
        views = [
            lambda: self.pages.check_list(self.table, self.world.today),
            lambda: self.pages.check_month(day.year, day.month, self.table),
            lambda: self.pages.check_year(day.year, self.table),
            lambda: self.pages.check_month(day.year, day.month, self.table),
            lambda: self.pages.check_year(day.year, self.table, "/en/calendar/"),
        ]
        views[self.steps % len(views)]()
