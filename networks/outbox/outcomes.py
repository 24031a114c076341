"""What became of a letter, from the mail server's answer. Pure.

Sources: RFC 5321, sections 4.2.1 (4yz is for later, 5yz for good) and 4.5.4.1 (the time between tries grows, and the
sender gives up after four or five days).
"""

import smtplib
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

LONGEST_WAIT = timedelta(hours=4)
MOST_ATTEMPTS = 35  # in nearly five days


class Outcome(Enum):
    SENT = "sent"
    LATER = "later"
    FAILED = "failed"
    IN_DOUBT = "in doubt"


@dataclass(frozen=True)
class Answer:
    """``of_server``: it is not about this letter, so that other letters would fare no better now."""

    outcome: Outcome
    error: str = ""
    of_server: bool = False


def answer(fault: Exception, *, handed_over: bool) -> Answer:
    """What ``fault``, raised while a letter was sent, says of it.

    ``handed_over``: the text was on its way, so that a server which fell silent may have taken it.
    """
    if isinstance(fault, smtplib.SMTPRecipientsRefused):
        code, words = next(iter(fault.recipients.values()))
        return _answered(code, words)
    if isinstance(fault, smtplib.SMTPSenderRefused | smtplib.SMTPDataError):
        return _answered(fault.smtp_code, fault.smtp_error)
    if not isinstance(fault, OSError):  # an address or a header that no letter can have, or a fault of ours
        return Answer(Outcome.IN_DOUBT if handed_over else Outcome.FAILED, str(fault))
    return Answer(Outcome.IN_DOUBT if handed_over else Outcome.LATER, str(fault), of_server=True)


def _answered(code: int, words: bytes | str) -> Answer:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return Answer(Outcome.FAILED if code >= 500 else Outcome.LATER, f"{code} {text}", of_server=code == 421)


def wait(attempts: int) -> timedelta | None:
    """How long to wait after so many attempts; None when it is time to give up."""
    if attempts >= MOST_ATTEMPTS:
        return None
    return min(timedelta(minutes=2 ** min(attempts, 10)), LONGEST_WAIT)
