"""Two editors publish the same event at the very same moment, each over a connection of her own to the database."""

import random
import secrets
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from threading import Barrier

import pytest
from django.db import connection, connections
from django.test import Client

from events.models import EventPage
from tests.events.editing.form_editor import edit, rows_of
from tests.factories import make_event, make_network

DAYS = ("2027-02-05", "2027-03-05", "2027-04-23")
PLACES = [("", "title"), ("", "introduction"), *((day, name) for day in DAYS for name in ("place", "theme", "note"))]
ROUNDS = 20
_numbers = count()


@pytest.fixture
def event(committing_db, site):
    return make_event(make_network(), *DAYS)


@pytest.fixture
def editors(event, django_user_model):
    """The browsers of two administrators."""
    browsers = [Client(), Client()]
    for name, browser in zip(("alva", "bo"), browsers, strict=True):
        browser.force_login(django_user_model.objects.create_superuser(name, f"{name}@example.org", "hemligt"))
    return browsers


@pytest.fixture
def in_thread(event, editors, tmp_path):
    """Calls a function in a thread of its own. SQLite in memory cannot be locked, so threads share a file instead."""

    def call(function, *arguments):
        try:
            return function(*arguments)
        finally:
            connections.close_all()

    # Undone before the database is emptied: of a file, Django would close the connection that keeps the memory.
    with pytest.MonkeyPatch.context() as monkeypatch, ThreadPoolExecutor(3) as pool:
        if connection.vendor == "sqlite":
            path = str(tmp_path / "shared.sqlite3")
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [path])
            monkeypatch.setitem(connection.settings_dict, "NAME", path)
            # As gr_site/settings/base.py has it for a file.
            monkeypatch.setitem(connection.settings_dict, "OPTIONS", {"transaction_mode": "IMMEDIATE", "timeout": 30})
        yield lambda function, *arguments: pool.submit(call, function, *arguments)


@pytest.mark.long
@pytest.mark.engine
def test_nothing_that_was_acknowledged_is_lost(event, editors, in_thread):
    seed = secrets.randbelow(10**9)
    print(f"seed {seed}")
    chance = random.Random(seed)  # noqa: S311 - draws what the editors do
    asked = sum(in_thread(one_round, event, editors, in_thread, chance).result() for _ in range(ROUNDS))
    assert 0 < asked < ROUNDS, "the rounds did not try both what merges and what collides"


def one_round(event, editors, in_thread, chance):
    """Gives whether one of the two was asked."""
    forms = [edit(browser, event) for browser in editors]
    wanted = [changes(chance, name) for name in ("alva", "bo")]
    for form, values in zip(forms, wanted, strict=True):
        fill(form, values)
    expected = stored_values(event)
    together = Barrier(2)
    answers = [answer.result() for answer in [in_thread(publish, form, together) for form in forms]]
    done = [answer.status_code == 302 for answer in answers]
    assert any(done)
    for index in sorted((0, 1), key=lambda index: not done[index]):
        expected |= wanted[index]
        if not done[index]:
            expected |= settle(forms[index], answers[index], wanted[1 - index], chance)
    assert stored_values(event) == expected
    return not all(done)


def changes(chance, name):
    """Each text once: what is stored already would be no change, and leave the place to the other editor unasked."""
    return {place: f"{name} {next(_numbers)}" for place in chance.sample(PLACES, chance.randint(1, 3))}


def fill(form, values):
    for (day, name), text in values.items():
        form.change(day, **{name: text}) if day else form.fill(**{name: text})


def publish(form, together):
    together.wait(timeout=60)
    return form.send("action-publish")


def settle(form, answer, theirs, chance):
    """Answer each question of the form and publish it. Gives the values that stay as the other one wrote them."""
    form.fill(seen=answer.context["form"]["seen"].value())
    kept = {}
    for question in answer.context["questions"]:
        choice = chance.choice(["mine", "stored"])
        form.fill(**{question.name: choice})
        if choice == "stored":
            kept |= {place: text for place, text in theirs.items() if text == question.stored}
    form.publish()
    return kept


def stored_values(event):
    event = EventPage.objects.get(pk=event.pk)
    rows = {str(row.start_date): row for row in rows_of(event)}
    return {(day, name): getattr(rows[day] if day else event, name) for day, name in PLACES}
