"""Whatever an editor may have typed or pasted reaches each reader whole, and starts no property of its own."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from events.ical.vcalendar import Heading, Meeting, calendar, vevent
from events.meeting_text.plain_text import one_line

pytestmark = pytest.mark.feeds

PUBLISHED = datetime(2024, 1, 8, 9, 30, tzinfo=UTC)
PIECES = [
    *("\r", "\n", "\r\n", "\\", "\\n", "\\N", ",", ";", ":", '"', "'", "^n", "ATTENDEE:mailto:x@y", "END:VEVENT", "å"),
    *(
        "🗓️",
        "👩‍👩‍👧",
        "\u202eabc",
        "שלום",
        "مرحبا",
        "\x00",
        "\x0b",
        "\x85",
        "\u2028",
        "\u2029",
        "\ufeff",
        " ",
        "\t",
        "\xa0",
        "x" * 80,
    ),
]
titles = st.text(st.characters(codec="utf-8"), max_size=200) | st.lists(st.sampled_from(PIECES), max_size=12).map(
    "".join
)


def feed(texts):
    meetings = [
        Meeting(
            f"{number}@example.org",
            day := date(2024, 2, 7),
            day,
            time(8),
            time(9),
            "CONFIRMED",
            f"x {text} x",
            text,
            text,
        )
        for number, text in enumerate(texts)
    ]
    return calendar(Heading("Nätverk", "https://example.org/x.ics"), [vevent(row, 0, PUBLISHED) for row in meetings])


@example(["å" * 5000, "🗓️ " * 2500, "ord, " * 1000, "שלום; " * 833, "\\" * 5000, '"' * 5000, "rad\r\n" * 1000])
@settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(st.lists(titles, min_size=30, max_size=60))
def test_titles_survive(read, texts):
    found = read(feed(texts))
    assert {event["uid"]: event["summary"] for event in found["events"]} == {
        f"{number}@example.org": one_line(f"x {text} x") for number, text in enumerate(texts)
    }
