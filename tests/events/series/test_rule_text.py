from datetime import date
from types import SimpleNamespace

import pytest
import recurrence
from hypothesis import given
from hypothesis import strategies as st

from events.series.recurrence import FREQUENCIES, Rule
from events.series.rule_text import describe, rule_text

END = date(2026, 12, 15)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (
            Rule("MONTHLY", weekdays=((1, 2),), until=END),
            "den andra tisdagen varje månad till och med 15 december 2026",
        ),
        (Rule("MONTHLY", weekdays=((4, -1),), count=10), "den sista fredagen varje månad 10 gånger"),
        (Rule("WEEKLY", weekdays=((1, 0),), count=5), "tisdagar varje vecka 5 gånger"),
        (
            Rule("WEEKLY", weekdays=((1, 0), (3, 0), (4, 0)), count=5),
            "tisdagar, torsdagar och fredagar varje vecka 5 gånger",
        ),
        (Rule("WEEKLY", interval=2, weekdays=((0, 0),), count=5), "måndagar varannan vecka 5 gånger"),
        (Rule("MONTHLY", interval=3, month_days=(12,), count=5), "den 12 var tredje månad 5 gånger"),
        (Rule("MONTHLY", month_days=(-1,), count=5), "månadens sista dag varje månad 5 gånger"),
        (Rule("MONTHLY", month_days=(-2,), count=5), "månadens näst sista dag varje månad 5 gånger"),
        (Rule("MONTHLY", weekdays=((0, 0), (1, 2)), count=5), "måndagar och den andra tisdagen varje månad 5 gånger"),
        (Rule("YEARLY", count=1), "varje år 1 gång"),
        (Rule("YEARLY", interval=2, count=2), "vartannat år 2 gånger"),
        (Rule("YEARLY", interval=3, until=END), "vart tredje år till och med 15 december 2026"),
        (Rule("DAILY", interval=21, count=2), "var 21:a dag 2 gånger"),
        (Rule("DAILY", interval=11, count=2), "var 11:e dag 2 gånger"),
        (Rule("WEEKLY", interval=52, count=2), "var 52:a vecka 2 gånger"),
    ],
)
def test_a_rule_in_words(rule, text):
    assert describe(rule) == text


@given(
    st.builds(
        Rule,
        st.sampled_from(sorted(FREQUENCIES)),
        interval=st.integers(1, 52),
        weekdays=st.lists(st.tuples(st.integers(0, 6), st.integers(-5, 5)), max_size=3, unique=True).map(tuple),
        month_days=st.lists(st.integers(-31, 31).filter(bool), max_size=2, unique=True).map(tuple),
        until=st.none() | st.dates(date(2026, 1, 1), date(2030, 1, 1)),
        count=st.none() | st.integers(1, 400),
    )
)
def test_every_rule_has_words_without_zeros_gaps_or_minus_signs(rule):
    text = describe(rule)
    assert text == " ".join(text.split())
    assert "-" not in text
    assert " 0" not in text


@pytest.mark.parametrize(
    "stored",
    [
        None,
        recurrence.Recurrence(),
        recurrence.Recurrence(rrules=[recurrence.Rule(recurrence.SECONDLY, count=3)]),
        recurrence.Recurrence(rrules=[recurrence.Rule(recurrence.WEEKLY, interval=0, count=3)]),
        recurrence.Recurrence(rrules=[recurrence.Rule(recurrence.WEEKLY, count=1)] * 2),
    ],
)
def test_a_page_whose_rule_the_site_does_not_read_has_no_text_and_no_error(stored):
    assert rule_text(SimpleNamespace(recurrence=stored, series_start=date(2026, 1, 1))) == ""
