"""Each record is one line that a program can read, whatever is in it."""

import json
import logging
import sys

from django.http import HttpResponse
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st

from gr_site.logs.json_lines import JsonLines
from gr_site.logs.requests import HEADER, Numbered, request_id
from gr_site.logs.seldom import Seldom


def record(message, args=(), error=None):
    exc_info = (type(error), error, error.__traceback__) if error else None
    return logging.LogRecord("site", logging.ERROR, "", 0, message, args, exc_info)


@given(st.text(), st.lists(st.text() | st.integers()).map(tuple))
def test_any_message_is_one_line(message, args):
    line = JsonLines().format(record(message, args))
    assert len(line.encode().decode().splitlines()) == 1
    assert json.loads(line)["level"] == "ERROR"


def test_time_is_in_utc_and_swedish_letters_stay():
    made = record("Mötet på %s", ("Gårda",))
    made.created = 1_792_000_000.25
    line = JsonLines().format(made)
    assert '"message": "Mötet på Gårda"' in line
    assert json.loads(line)["time"] == "2026-10-14T17:46:40.250+00:00"


def test_the_causes_of_an_exception_stand_in_their_order():
    try:
        try:
            {}["nyckel"]
        except KeyError as cause:
            raise RuntimeError from cause
    except RuntimeError:
        error = sys.exc_info()[1]
    text = json.loads(JsonLines().format(record("x", error=error)))["exception"]
    assert text.index("\nKeyError") < text.index("\nRuntimeError")
    assert "nyckel" not in text.replace('{}["nyckel"]', "")  # the line of code is ours, the exception's text is not
    assert "line " in text


@given(st.text(max_size=80))
def test_a_number_is_taken_over_only_if_it_is_one(given_number):
    taken = request_id(given_number)
    assert taken == given_number or len(taken) == 16
    assert set(taken.lower()) <= set("0123456789abcdef-")


def sent_back(status=500, **headers):
    answer = Numbered(lambda request: HttpResponse(status=status))
    return answer(RequestFactory().get("/", headers=headers)).headers.get(HEADER)


def test_a_proxys_number_is_sent_back_with_a_fault():
    number = "0f9a1c2e3b4d5f60718293a4b5c6d7e8"
    assert sent_back(**{HEADER: number}) == number
    for wrong in ("Alva", "a" * 15, "a" * 65, f"{number}\n", f"{number} x"):
        assert sent_back(**{HEADER: wrong}) not in {None, wrong, wrong.strip()}
    assert sent_back() != sent_back()
    assert (sent_back(404), sent_back(200, **{HEADER: number})) == (None, None)


def test_two_faults_at_different_lines_are_both_told_of():
    def fault(kind):
        try:
            raise kind
        except kind as error:
            return record("x", error=error)

    seldom = Seldom()
    told = [seldom.filter(fault(kind)) for kind in (ValueError, KeyError, ValueError, KeyError)]
    assert told == [True, True, False, False]
