"""Reads iCalendar files with icalendar and recurring-ical-events. See readers.py for what it prints.

The second works out which days a calendar program would show, and has its own understanding of rules and exceptions.
"""

import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import recurring_ical_events
from icalendar import Calendar


def read(path):
    calendar = Calendar.from_ical(Path(path).read_bytes())
    rules = {str(event["UID"]) for event in calendar.events if event.keys() & {"RRULE", "RDATE"}}
    shown = recurring_ical_events.of(calendar).between((1990,), (2100,))
    complaints = [str(error) for component in calendar.walk() for error in component.errors]
    return {"events": [read_event(event, rules) for event in shown], "complaints": complaints}


def read_event(event, rules):
    return {
        "uid": str(event["UID"]),
        "start": local(event.start),
        "end": local(event.end),
        "utc_start": utc(event.start),
        "utc_end": utc(event.end),
        "all_day": not isinstance(event.start, datetime),
        "status": event.get("STATUS"),
        "summary": str(event["SUMMARY"]),
        "recurring": str(event["UID"]) in rules,
    }


def local(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S" if isinstance(moment, datetime) else "%Y-%m-%d")


def utc(moment):
    aware = isinstance(moment, datetime) and moment.tzinfo
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ") if aware else None


print(json.dumps([read(path) for path in sys.argv[1:]]))
