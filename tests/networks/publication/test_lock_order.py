"""Whatever changes what visitors see takes the publications' lock before it locks a page's row.

Two transactions that lock the same two things in different orders can wait for each other for ever. So each
transaction that takes the publications' lock at all must take it before that of any page.
"""

import random
import re
from contextlib import contextmanager

import pytest
from django.db import connection, transaction
from django.urls import reverse
from wagtail.models import Page
from wagtail.test.utils.form_data import querydict_from_html

from events.amending.versions import change_public_and_draft
from events.models import EventPage
from events.models.choices import Status
from events.planning.confirming import confirm, preliminary
from networks.models import NetworkPage
from tests.factories import make_event, publish
from tests.kills import acts

PAGES = "wagtailcore_page|events_eventpage|networks_networkpage"
MARK = "/* FOR UPDATE */"
PUBLICATIONS = re.compile(
    rf'(^UPDATE|^INSERT INTO|FROM) "events_calendarstamp".*?({re.escape(MARK)}|SET|VALUES)', re.S
)
PAGE = re.compile(rf'^(UPDATE|DELETE FROM) "({PAGES})"|^SELECT.* FROM "({PAGES})".*{re.escape(MARK)}', re.S)


@pytest.fixture
def marked_locks(monkeypatch):
    """Lets SQLite, which locks no rows, write where PostgreSQL would."""
    if not connection.features.has_select_for_update:
        monkeypatch.setattr(type(connection.features), "has_select_for_update", True)
    monkeypatch.setattr(type(connection.ops), "for_update_sql", lambda self, **options: _for_update())


def _for_update():
    return f"FOR UPDATE {MARK}" if connection.vendor == "postgresql" else MARK


class Transactions:
    """The statements of each transaction, found by their savepoints since the test is in one itself."""

    def __init__(self):
        self.done, self.depth = [[]], 0

    def __call__(self, execute, sql, params, many, context):
        if sql.startswith("SAVEPOINT"):
            if not self.depth:
                self.done.append([])
            self.depth += 1
        elif sql.startswith(("RELEASE SAVEPOINT", "ROLLBACK TO")):
            self.depth -= sql.startswith("RELEASE")
        else:
            self.done[-1].append(sql)
        result = execute(sql, params, many, context)
        if not self.depth:
            self.done.append([])
        return result

    def wrong(self):
        """The first lock of a page in each transaction that takes the publications' lock after it."""
        return [found for statements in self.done if (found := _page_before_publications(statements))]

    def locks(self):
        return sum(bool(PUBLICATIONS.search(sql)) for statements in self.done for sql in statements)


def _page_before_publications(statements):
    first = {}
    for number, sql in enumerate(statements):
        for kind, pattern in (("publications", PUBLICATIONS), ("page", PAGE)):
            if pattern.search(sql):
                first.setdefault(kind, number)
    wrong = len(first) == 2 and first["page"] < first["publications"]
    return statements[first["page"]] if wrong else None


@contextmanager
def recorded():
    transactions = Transactions()
    with connection.execute_wrapper(transactions):
        yield transactions


def posted(page, **changed):
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    client = acts._admin()
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form").copy()
    form |= {"body-count": "0", **changed}
    return lambda: client.post(address, form)


def publish_in_the_form(rng):
    return posted(acts._swedish(EventPage, rng, live=True), title="Annan rubrik", **{"action-publish": "1"})


def save_a_draft_in_the_form(rng):
    return posted(acts._swedish(EventPage, rng, live=True), title="Rubrik i utkastet")


def save_a_public_page(rng):
    page = acts._swedish(rng.choice([EventPage, NetworkPage]), rng, live=True)
    return page.save


def move_to_another_network(rng):
    first, second = NetworkPage.objects.of_source().order_by("pk")[:2]
    event = make_event(first, acts.FIRST, title="Möten som flyttas")
    address = reverse("wagtailadmin_pages:move_confirm", args=[event.pk, second.pk])
    client = acts._admin()
    return lambda: client.post(address)


def cancel_in_both_versions(rng):
    event = acts._swedish(EventPage, rng, live=True)
    return lambda: change_public_and_draft(event, lambda page: None, acts._user())


def confirm_many(rng):
    event = acts._swedish(EventPage, rng, live=True)
    rows = list(event.occurrences.all())
    for row in rows:
        row.status = Status.TENTATIVE
    event.occurrences = rows
    publish(event)
    chosen = [one for _owner, _key, meetings in preliminary(acts._user(), acts.FIRST) for one in meetings]
    return lambda: confirm(chosen, acts._user())


OWN = [
    publish_in_the_form,
    save_a_draft_in_the_form,
    save_a_public_page,
    move_to_another_network,
    cancel_in_both_versions,
    confirm_many,
]
# What is moved at random may be where it should go already, or have a namesake there.
VERBS = [*(act for act in acts.ACTS if act is not acts.move), *OWN]


@pytest.fixture
def rng(site):
    """Draws what the verbs are done to, in a filled site."""
    rng = random.Random(7)  # noqa: S311 - the same at each run
    acts.fill(rng)
    return rng


def test_no_verb_locks_a_page_before_the_publications(rng, marked_locks):
    wrong, locked = {}, set()
    for act in VERBS:
        do = act(rng)
        with recorded() as transactions:
            do()
        locked |= {act.__name__} if transactions.locks() else set()
        if found := transactions.wrong():
            wrong[act.__name__] = found[0][:200]
    assert wrong == {}
    assert locked == {act.__name__ for act in VERBS} - {"save_a_draft_in_the_form"}


def test_the_wrong_order_would_be_seen(rng, marked_locks):
    page = Page.objects.get(pk=EventPage.objects.first().pk)
    with recorded() as transactions, transaction.atomic():
        Page.objects.select_for_update().get(pk=page.pk)
        change_public_and_draft(page, lambda page: None, acts._user())
    assert len(transactions.wrong()) == 1
