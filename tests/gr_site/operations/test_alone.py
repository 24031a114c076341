"""Processes that do what is due at the same time: one at a time, by a lock that a kill releases, and without harm."""

import io
import os
import signal
import threading
from contextlib import nullcontext
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageLogEntry

from events.models import CalendarObject
from gr_site.operations import due, nightly
from gr_site.operations.alone import alone
from gr_site.upkeep.models import Chore
from networks.models import Letter
from networks.outbox.posting import post
from tests.factories import make_event, make_network
from tests.gr_site.operations.due_pages import pass_by, schedule

held = []


def hold():
    held.append(alone())
    return held[0].__enter__()


def release():
    held.pop().__exit__(None, None, None)


def run():
    this = due.run()
    return this and (this.lines, this.faults)


def run_and_die():
    nightly.ALL[:] = [nightly.Work("a", lambda: os.kill(os.getpid(), signal.SIGKILL))]
    due.run()


def prepare(pages):
    network = make_network()
    for number in range(pages):
        event = make_event(network, "2027-02-05", title=f"Möte {number}")
        pass_by(schedule(event, timezone.now() + timedelta(hours=1), title=f"Nytt möte {number}"))
        post(Letter(to=f"anna{number}@example.org", subject="Hej", text="Hej", kind="test"))
    CalendarObject.objects.update(component="gammalt")


def became(pages):
    return (
        sorted(PageLogEntry.objects.filter(action="wagtail.publish.scheduled").values_list("label", flat=True)),
        list(Letter.objects.values_list("state", "attempts")),
        CalendarObject.objects.filter(component="gammalt").count(),
        Chore.objects.filter(ended=None).count(),
    )


def test_one_process_at_a_time_until_it_ends_or_is_killed(site_process):
    first, other = site_process(), site_process()
    assert (first(hold), other(run)) == (True, None)
    first(release)
    assert other(run)[1] == 0
    assert (first(hold), other(run)) == (True, None)
    first.kill()
    assert other(run) == ([], 0)


def test_work_that_was_begun_and_not_ended_is_done_again(site_process):
    killed, other = site_process(), site_process()
    killed.die(run_and_die)
    assert other(begun_and_ended) == {"a": (True, False)}
    assert other(run)[1] == 0
    assert {name for name, state in other(begun_and_ended).items() if state == (True, True)} == {
        work.name for work in nightly.ALL
    }


def begun_and_ended():
    return {chore.name: (bool(chore.begun), bool(chore.ended)) for chore in Chore.objects.all()}


def test_two_that_are_not_kept_apart_do_no_harm(site_process, monkeypatch):
    monkeypatch.setattr(due, "alone", lambda: nullcontext(True))
    processes = [site_process(), site_process()]
    processes[0](prepare, 3)
    answers = []
    threads = [threading.Thread(target=lambda p=process: answers.append(p(run))) for process in processes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [faults for _, faults in answers] == [0, 0]
    assert processes[0](became, 3) == ([f"Nytt möte {number}" for number in range(3)], [("sent", 1)] * 3, 0, 0)


@pytest.mark.django_db
def test_a_command_that_is_not_alone_says_so(monkeypatch):
    monkeypatch.setattr(due, "alone", lambda: nullcontext(False))
    out = io.StringIO()
    call_command("run_due", stdout=out)
    assert out.getvalue() == "En annan process gör det redan. Inget gjordes.\n"
