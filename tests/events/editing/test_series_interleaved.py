"""Autosaves, reloads, rules, skipped dates, a second tab and older versions in any order: the preview holds."""

import pytest
import time_machine
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from events.models import EventPage
from tests.events.editing.form_editor import TODAY, add, days_of, edit, monthly, rows_of, weekly
from tests.factories import make_network

pytestmark = [pytest.mark.django_db, pytest.mark.long]
UNTIL = "2027-02-12"
RULES = [
    *(weekly("2027-01-11", UNTIL, day) for day in ("TU", "TH", "FR")),
    weekly("2027-01-11", "2027-01-31"),
    monthly(2, until="2027-04-30"),
    monthly(3, until="2027-04-30", day="TH"),
]
STEPS = ["rule", "skip", "delete", "autosave", "reload", "second tab", "restore"]


@pytest.fixture
def event(site, editor_client):
    with time_machine.travel(TODAY, tick=False):
        add(editor_client, make_network()).fill(**RULES[0]).publish()
        yield EventPage.objects.get()


class Tabs:
    """An editor with the same form open in two tabs."""

    def __init__(self, client, event):
        self.event, self.open = event, [edit(client, event), edit(client, event)]

    @property
    def form(self):
        return self.open[0]

    def step(self, name, number):
        form = self.form
        if name == "rule":
            form.fill(**RULES[number % len(RULES)]).look()
        elif name == "skip" and (shown := form.form.getlist("series_shown")):
            form.set(series_skip=[shown[number % len(shown)]]).look()
        elif name == "delete" and (days := form.days()):
            form.change(days[number % len(days)], DELETE="1").look()
        elif name == "autosave":
            form.autosave()
        elif name == "reload":
            form.reload()
        elif name == "second tab":
            self.open.reverse()
        elif name == "restore":
            versions = list(EventPage.objects.get(pk=self.event.pk).revisions.order_by("pk"))
            form.restore(versions[number % len(versions)])


def public(event):
    return {row.translation_key: row.start_date for row in rows_of(event)}


def compare(before, after):
    """``[added, moved, kept, taken away]``"""
    both = before.keys() & after.keys()
    moved = sum(before[key] != after[key] for key in both)
    return [len(after.keys() - both), moved, len(both) - moved, len(before.keys() - both)]


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 11)), min_size=2, max_size=7))
def test_what_the_last_preview_said_is_what_is_published(event, editor_client, steps):
    with transaction.atomic():
        tabs = Tabs(editor_client, event)
        for name, number in steps:
            tabs.step(name, number)
        form = tabs.form.look()
        if "Ladda om" in form.preview.get_text():
            form.reload().look()
        said, before = form.counts(), public(event)
        skipped = set(form.form.getlist("series_skip"))
        assert form.send("action-publish").status_code == 302
        after = public(event)
        assert compare(before, after) == said
        assert not skipped & set(map(str, after.values()))
        assert len(after) == len(set(days_of(event)))
        edit(editor_client, event).publish()
        assert public(event) == after
        transaction.set_rollback(True)
