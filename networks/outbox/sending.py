"""Sends the letters that are due, each at most once.

A process claims a letter, commits that, and only then speaks to the mail server. If it dies in between, the letter
stays claimed: nobody knows whether the server took it. After a minute its state is "unknown", and it is never sent
again by itself, since a letter too few is a smaller harm than the same letter again and again.
"""

import logging
from contextlib import suppress
from datetime import timedelta
from smtplib import SMTPException

from django.core.mail import get_connection
from django.db import connection as database
from django.db import transaction
from django.utils import timezone

from .letter import Letter
from .message import message_of
from .outcomes import Answer, Outcome, answer, wait

State = Letter.State
logger = logging.getLogger(__name__)
# Longer than a letter can take: each of its five steps waits EMAIL_TIMEOUT at most.
LONGEST_SENDING = timedelta(minutes=1)


def send_due(limit=100):
    """Send up to ``limit`` letters over one connection. Gives how many were sent. Never raises for the mail server.

    Must not be called in a transaction, since a claim counts only when it is committed. Raises RuntimeError if it is.
    """
    give_up_on_abandoned()
    sent = 0
    with _Server() as server:
        for _number in range(limit):
            if not _due().exists():
                break
            closed = server.open()
            letter = _claim()
            if letter is None:
                break
            result = closed or server.send(letter)
            _settle(letter, result)
            sent += result.outcome is Outcome.SENT
            if result.of_server:
                break
    return sent


def give_up_on_abandoned():
    """Mark as unknown what a process began to send and has not finished."""
    begun = Letter.objects.filter(state=State.SENDING, claimed__lt=timezone.now() - LONGEST_SENDING)
    begun.update(state=State.UNKNOWN, done=timezone.now())


class _Server:
    """The connection to the mail server, opened for the first letter and again after a fault."""

    def __enter__(self):
        self._connection = get_connection()
        return self

    def __exit__(self, *fault):
        self._close()

    def open(self):
        """None when the server can be spoken to; otherwise the Answer for the letter that was to be sent."""
        try:
            self._connection.open()
        except (OSError, SMTPException) as fault:
            self._close()
            return Answer(Outcome.LATER, str(fault), of_server=True)
        return None

    def send(self, letter):
        try:
            self._connection.send_messages([message_of(letter)])
        except Exception as fault:  # whatever is wrong with one letter, the next is sent all the same
            if not isinstance(fault, OSError | ValueError | LookupError):
                logger.exception("The letter %s was not sent", letter.pk)
            result = answer(fault, handed_over=getattr(self._connection, "handed_over", False))
            self._close()
            return result
        return Answer(Outcome.SENT)

    def _close(self):
        with suppress(OSError, SMTPException):
            self._connection.close()


def _due():
    return Letter.objects.filter(state=State.WAITING, due__lte=timezone.now()).order_by("due", "created")


def _claim():
    """The next letter, which is now this process's; None if there is none. Others skip it and take the next."""
    skip = database.features.has_select_for_update_skip_locked
    with transaction.atomic(durable=True):
        letter = _due().select_for_update(skip_locked=skip).first()
        if letter is None:
            return None
        letter.state, letter.claimed, letter.attempts = State.SENDING, timezone.now(), letter.attempts + 1
        letter.save(update_fields=["state", "claimed", "attempts"])
    return letter


def _settle(letter, result):
    """Store what became of it. This process knows better than one that has taken it for abandoned meanwhile."""
    pause = wait(letter.attempts) if result.outcome is Outcome.LATER else None
    state = {Outcome.SENT: State.SENT, Outcome.IN_DOUBT: State.UNKNOWN}.get(result.outcome, State.FAILED)
    letter.error = result.error.replace("\0", "")
    if pause:
        letter.state, letter.due = State.WAITING, timezone.now() + pause
    else:
        letter.state, letter.done = state, timezone.now()
    if letter.state == State.SENT:  # its words may open an account, and nobody here reads them again
        letter.text = letter.html = ""
    letter.save(update_fields=["state", "due", "done", "error", "text", "html"])
