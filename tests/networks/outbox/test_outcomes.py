"""Whatever a mail server may answer, a letter gets one of four outcomes."""

import smtplib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from networks.outbox.outcomes import MOST_ATTEMPTS, Outcome, answer, wait


def faults(code, words):
    yield smtplib.SMTPRecipientsRefused({"anna@example.org": (code, words)})
    yield smtplib.SMTPSenderRefused(code, words, "natverk@example.org")
    yield smtplib.SMTPDataError(code, words)


@given(st.integers(400, 599), st.binary(max_size=30), st.booleans())
def test_the_first_digit_decides(code, words, handed_over):
    outcomes = {answer(fault, handed_over=handed_over).outcome for fault in faults(code, words)}
    assert outcomes == {Outcome.LATER if code < 500 else Outcome.FAILED}


@pytest.mark.parametrize("fault", [smtplib.SMTPServerDisconnected("x"), TimeoutError("x"), ConnectionResetError("x")])
def test_silence_is_a_doubt_only_once_the_text_is_on_its_way(fault):
    assert [answer(fault, handed_over=each).outcome for each in (True, False)] == [Outcome.IN_DOUBT, Outcome.LATER]


@given(st.integers(1, MOST_ATTEMPTS - 2))
def test_the_wait_never_shrinks(attempts):
    assert wait(attempts) <= wait(attempts + 1)


def test_there_is_a_last_attempt():
    assert wait(MOST_ATTEMPTS) is None
