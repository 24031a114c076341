"""What is done once a night is done once a night."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core.management import CommandError, call_command
from hypothesis import given
from hypothesis import strategies as st

from gr_site.operations import due, nightly
from gr_site.operations.pauses import LONGEST, pause
from gr_site.upkeep.models import Chore

STOCKHOLM = ZoneInfo("Europe/Stockholm")
EVENING = datetime(2026, 11, 29, 20, tzinfo=STOCKHOLM)


@pytest.fixture
def done(monkeypatch, site):
    """The moments when the work of the night was done."""
    moments = []
    monkeypatch.setattr(nightly, "ALL", [nightly.Work("work", lambda: iter([moments.append(datetime.now(UTC))]))])
    return moments


def pass_through(start, minutes, step):
    for minute in range(0, minutes, step):
        with time_machine.travel(start + timedelta(minutes=minute), tick=False):
            due.run()


def test_once_a_night_by_a_record_of_the_last_time(done):
    pass_through(EVENING, 2 * 24 * 60, 120)
    assert [moment.astimezone(STOCKHOLM).strftime("%d %H") for moment in done] == ["29 20", "30 04", "01 04"]


def test_once_more_when_the_release_is_another(monkeypatch, site):
    done = []
    every = [
        nightly.Work("texts", lambda: iter([done.append("texts")])),
        nightly.Work("logs", lambda: iter([done.append("logs")]), same_in_all=True),
    ]
    monkeypatch.setattr(nightly, "ALL", every)
    for name in ("first", "first", "second", "second", "first"):
        monkeypatch.setattr(nightly, "release", lambda name=name: name)
        with time_machine.travel(EVENING, tick=False):
            due.run()
    assert done == ["texts", "logs", "texts", "texts"]


def test_a_fault_is_tried_again_after_growing_pauses(monkeypatch, site, caplog):
    moments = []

    def fails():
        moments.append(datetime.now(UTC))
        raise RecursionError("a fault")
        yield

    monkeypatch.setattr(nightly, "ALL", [nightly.Work("work", fails), nightly.Work("next", lambda: iter([1]))])
    pass_through(EVENING, 20, 1)
    assert [round((moment - EVENING).total_seconds() / 60) for moment in moments] == [0, 1, 3, 7, 15]
    assert Chore.objects.get(name="next").ended is not None
    Chore.objects.update(not_before=None)
    with pytest.raises(CommandError, match="1 saker"):
        call_command("run_due")


def test_work_that_is_asked_to_stop_goes_on_in_the_next_round(monkeypatch, site):
    asked, pieces = [], []

    def work():
        for number in range(5):
            pieces.append(number)
            yield

    monkeypatch.setattr(nightly, "ALL", [nightly.Work("work", work)])
    due.run(stopping=lambda: len(pieces) == 2)
    assert (pieces, Chore.objects.get().ended) == ([0, 1], None)
    due.run(stopping=lambda: bool(asked))
    assert pieces == [0, 1, 0, 1, 2, 3, 4]


@pytest.mark.django_db
def test_old_sessions_are_cleared_at_night():
    store = SessionStore()
    store.set_expiry(datetime(2020, 2, 7, tzinfo=UTC))
    store.save()
    list(nightly.clear_sessions())
    assert not Session.objects.exists()


@given(st.integers(0, 20 * 365 * 24 * 60))
def test_the_latest_night_is_three_o_clock_within_a_day(minutes):
    now = datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
    night = nightly.latest_night(now)
    assert night.astimezone(STOCKHOLM).strftime("%H:%M") == "03:00"
    assert timedelta() <= now - night <= timedelta(hours=25)


def test_pauses_grow_up_to_the_longest():
    pauses = [pause(attempts) for attempts in range(2000)]
    assert pauses == sorted(pauses)
    assert (pauses[1], pauses[-1]) == (timedelta(minutes=1), LONGEST)
