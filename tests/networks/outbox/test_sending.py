"""Letters reach a real mail server, each at most once, and one that fails stops no other."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.db import transaction

from networks.models import Letter
from networks.outbox.posting import post
from networks.outbox.sending import send_due

pytestmark = pytest.mark.django_db
State = Letter.State


def write(to="anna@example.org", **fields):
    fields = {"subject": "Ny enhet", "text": "Hej!\n", "kind": "test"} | fields
    return post(Letter(to=to, **fields))


def state(letter):
    letter.refresh_from_db()
    return letter.state, letter.attempts, letter.error


def test_a_letter_is_sent_with_our_own_headers(server, settings):
    settings.WAGTAILADMIN_BASE_URL = "https://natverk.example.org"
    written = datetime(2026, 11, 29, 9, 0, tzinfo=UTC)
    letter = write("asa@example.org", html="<p>Hej!</p>", created=written, headers={"X-A": "b"})
    assert (send_due(), state(letter)) == (1, (State.SENT, 1, ""))
    [sent] = server.letters
    assert {name: sent[name] for name in ("Subject", "To", "From", "Message-ID", "Auto-Submitted", "X-A")} == {
        "Subject": "Ny enhet",
        "To": "asa@example.org",
        "From": '"GR:s nätverk" <natverk@example.org>',
        "Message-ID": f"<{letter.key.hex}@natverk.example.org>",
        "Auto-Submitted": "auto-generated",
        "X-A": "b",
    }
    assert sent["Date"].datetime == written
    assert [part.get_content() for part in sent.iter_parts()] == ["Hej!\r\n", "<p>Hej!</p>"]
    assert state(letter) == (State.SENT, 1, "")
    assert send_due() == 0
    assert len(server.taken) == 1


def test_what_the_server_says_decides_what_becomes_of_a_letter(server):
    outcomes = {}
    for name in ("later", "never", "full", "anna"):
        outcomes[name] = write(f"{name}@example.org")
    assert send_due() == 1
    assert {name: state(letter) for name, letter in outcomes.items()} == {
        "later": (State.WAITING, 1, "451 4.3.0 Try again later"),
        "never": (State.FAILED, 1, "550 5.1.1 No such mailbox"),
        "full": (State.FAILED, 1, "552 5.2.2 Mailbox full"),
        "anna": (State.SENT, 1, ""),
    }


def test_a_server_that_falls_silent_after_the_text_leaves_a_doubt_and_no_second_letter(server):
    letter, next_one = write("silent@example.org"), write("anna@example.org")
    assert send_due() == 0
    assert state(letter)[:2] == (State.UNKNOWN, 1)
    assert state(next_one)[:2] == (State.WAITING, 0)  # a server that hangs is asked once in a round
    assert send_due() == 1
    assert [sent["To"] for sent in server.letters] == ["silent@example.org", "anna@example.org"]


def test_a_server_that_hangs_up_before_the_text_is_tried_again(server):
    letter = write("drop@example.org")
    assert send_due() == 0
    assert state(letter)[:2] == (State.WAITING, 1)


def test_a_busy_server_ends_the_round(server):
    server.at_sender = b"421 4.7.0 Too many letters"
    letters = [write(), write()]
    assert send_due() == 0
    assert [state(letter)[:2] for letter in letters] == [(State.WAITING, 1), (State.WAITING, 0)]


def test_without_a_server_all_letters_stay(server, settings):
    settings.EMAIL_PORT = 1
    letters = [write(), write()]
    assert send_due() == 0
    assert sorted(state(letter)[:2] for letter in letters) == [(State.WAITING, 0), (State.WAITING, 1)]


def test_an_impossible_letter_fails_alone(server):
    impossible = [write("inte en adress"), write(""), write(headers={"X-A": "b\nBcc: eva@example.org"})]
    letter = write()
    assert send_due() == 1
    assert [state(each)[0] for each in (*impossible, letter)] == [*[State.FAILED] * 3, State.SENT]


def test_tries_grow_apart_until_we_give_up(server):
    letter = write("later@example.org")
    moment, waits = datetime(2026, 11, 29, 9, tzinfo=UTC), []
    Letter.objects.update(due=moment)
    while letter.state == State.WAITING:
        with time_machine.travel(moment, tick=False):
            send_due()
        letter.refresh_from_db()
        waits.append(letter.due - moment)
        moment = letter.due
    assert waits[:3] == [timedelta(minutes=2), timedelta(minutes=4), timedelta(minutes=8)]
    assert waits[:-1] == sorted(waits[:-1])
    assert letter.state == State.FAILED
    assert timedelta(days=4) < sum(waits[:-1], timedelta()) < timedelta(days=5)


def test_one_connection_serves_many_letters(server):
    for number in range(30):
        write(f"anna{number}@example.org")
    assert send_due() == 30
    assert server.connections == 1


def test_a_letter_that_waits_for_a_later_day_stays(server):
    letter = write(due=datetime(2999, 1, 1, tzinfo=UTC))
    assert send_due() == 0
    assert state(letter) == (State.WAITING, 0, "")


def test_a_rolled_back_change_writes_no_letter():
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        write()
        raise ZeroDivisionError
    assert Letter.objects.count() == 0


def test_a_subject_is_one_line_that_fits():
    assert write(subject="Ny\n enhet " + "x" * 400).subject == f"Ny enhet {'x' * 290}…"


def test_letters_are_not_sent_within_a_transaction(server):
    write()
    with pytest.raises(RuntimeError), transaction.atomic():
        send_due()
    assert server.taken == []


def test_old_letters_go(server, capsys):
    now = datetime(2026, 11, 29, 9, tzinfo=UTC)
    kept = [write(state=State.SENT, done=now - timedelta(days=29)), write(state=State.FAILED, done=now)]
    write(state=State.SENT, done=now - timedelta(days=31))
    write(state=State.UNKNOWN, done=now - timedelta(days=91))
    with time_machine.travel(now, tick=False):
        call_command("send_letters")
    assert set(Letter.objects.all()) == set(kept)
    assert capsys.readouterr().out == "0 brev skickades.\n"
