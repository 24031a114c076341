"""The text of a calendar file (RFC 5545), as people paste it from a mail's attachment."""

from datetime import date

import pytest

from events.date_text import read_dates, read_text

FILE = """BEGIN:VCALENDAR
VERSION:2.0
BEGIN:VTIMEZONE
TZID:W. Europe Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
END:STANDARD
END:VTIMEZONE
BEGIN:VEVENT
{lines}
SUMMARY:Nätverksträff om
  budget
LOCATION:GR\\, Anders Personsgatan 8
END:VEVENT
END:VCALENDAR"""


def _rows(*lines):
    return read_dates(FILE.format(lines="\n".join(lines)), today=date(2026, 11, 28))


@pytest.mark.parametrize(
    ("lines", "start", "end", "verdict"),
    [
        (("DTSTART:20270209T080000Z", "DTEND:20270209T103000Z"), "2027-02-09T09:00", "2027-02-09T11:30", "ok"),
        (("DTSTART:20270609T080000Z", "DURATION:PT1H30M"), "2027-06-09T10:00", "2027-06-09T11:30", "ok"),
        (
            ("DTSTART;TZID=W. Europe Standard Time:20270209T090000", "DTEND;TZID=Europe/Oslo:20270209T110000"),
            "2027-02-09T09:00", "2027-02-09T11:00", "ok",
        ),
        (("DTSTART;VALUE=DATE:20270209", "DTEND;VALUE=DATE:20270211"), "2027-02-09", "2027-02-10", "ok"),
        (("DTSTART;TZID=America/New_York:20270209T090000",), "2027-02-09T09:00", "", "warning"),
        (("DTSTART:20270209T090000", "RRULE:FREQ=WEEKLY"), "2027-02-09T09:00", "", "warning"),
        (("DTSTART:20279999T090000",), "", "", "refused"),
        (("SUMMARY:Utan tid",), "", "", "refused"),
    ],
)  # fmt: skip
def test_an_event_is_a_row(lines, start, end, verdict):
    (row,) = _rows(*lines)
    assert (row.start, row.end, row.verdict) == (start, end, verdict)


def test_name_place_and_status_are_read():
    (row,) = _rows("DTSTART:20270209T090000", "STATUS:CANCELLED")
    assert (row.theme, row.location, row.status) == (
        "Nätverksträff om budget", "GR, Anders Personsgatan 8", "cancelled",
    )  # fmt: skip


def test_the_rest_of_the_file_is_not_lost():
    reading = read_text(FILE.format(lines="DTSTART:20270209T090000"), today=date(2026, 11, 28))
    shown = "\n".join([*(row.text for row in reading.rows), *(line.text for line in reading.others)])
    assert all(line.strip() in shown for line in FILE.replace("{lines}", "").splitlines())
