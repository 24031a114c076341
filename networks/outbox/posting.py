"""Puts a letter into the outbox."""

from django.db import transaction

from .at_once import letters
from .letter import Letter


def post(letter):
    """Save ``letter`` (a new Letter) in the caller's transaction: no change without its letter, and none without it.

    It is sent after the commit, at once under a web server and otherwise by ``run_due``. No fault of
    the mail server reaches the caller.
    """
    letter.subject = _one_line(letter.subject, Letter._meta.get_field("subject").max_length)
    letter.save(force_insert=True)
    transaction.on_commit(letters.start, robust=True)
    return letter


def _one_line(text, longest):
    text = " ".join(text.split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
