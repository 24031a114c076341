from datetime import date

import pytest

from events.series.recurrence import Rule
from events.series.rule_text_english import describe


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (Rule("WEEKLY", weekdays=((1, 0), (3, 0))), "Tuesdays and Thursdays every week"),
        (Rule("WEEKLY", interval=2, weekdays=((4, 0),), count=10), "Fridays every other week 10 times"),
        (
            Rule("MONTHLY", weekdays=((1, 2),), until=date(2026, 12, 15)),
            "the second Tuesday of every month until 15 December 2026",
        ),
        (Rule("MONTHLY", interval=3, month_days=(-1,)), "the last day of every 3rd month"),
        (Rule("MONTHLY", month_days=(22,)), "the 22nd of every month"),
        (Rule("DAILY", count=1), "every day once"),
    ],
)
def test_a_rule_in_english(rule, text):
    assert describe(rule) == text
