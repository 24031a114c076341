"""Reads iCalendar files with libical, GNOME's and KDE's reader. See readers.py for what it prints.

Called through ctypes: the names and the shape of a time are those of libical 3 (libical/ical.h), whatever its build.
"""

import ctypes
import ctypes.util
import json
import sys
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

VEVENT, STATUS, RRULE, RDATE = "VEVENT", "STATUS", "RRULE", "RDATE"


class Time(ctypes.Structure):
    """``struct icaltimetype``."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *((name, ctypes.c_int) for name in ("is_date", "is_daylight")),
        ("zone", ctypes.c_void_p),
    ]

    @property
    def is_null(self):
        return not self.year

    def __str__(self):
        day = f"{self.year:04}-{self.month:02}-{self.day:02}"
        return day if self.is_date else f"{day}T{self.hour:02}:{self.minute:02}:{self.second:02}"


def load():
    for name in ("libical.so.3", ctypes.util.find_library("ical")):
        with suppress(OSError, TypeError):
            return ctypes.CDLL(name)
    sys.exit("libical 3 is not installed")


LIBICAL = load()


def function(name, gives, *takes):
    found = getattr(LIBICAL, name)
    found.restype, found.argtypes = gives, takes
    return found


pointer, text, number = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
parse = function("icalparser_parse_string", pointer, text)
count_errors = function("icalcomponent_count_errors", number, pointer)
kind_of = function("icalcomponent_string_to_kind", number, text)
property_kind_of = function("icalproperty_string_to_kind", number, text)
first_component = function("icalcomponent_get_first_component", pointer, pointer, number)
next_component = function("icalcomponent_get_next_component", pointer, pointer, number)
first_property = function("icalcomponent_get_first_property", pointer, pointer, number)
value_of = function("icalproperty_get_value_as_string", text, pointer)
uid_of = function("icalcomponent_get_uid", text, pointer)
summary_of = function("icalcomponent_get_summary", text, pointer)
start_of = function("icalcomponent_get_dtstart", Time, pointer)
end_of = function("icalcomponent_get_dtend", Time, pointer)
seconds_of = function("icaltime_as_timet_with_zone", ctypes.c_long, Time, pointer)


def read(path):
    calendar = parse(Path(path).read_bytes())
    if not calendar:
        sys.exit(f"{path} is no calendar")
    errors = count_errors(calendar)
    return {
        "events": [read_event(event) for event in components(calendar, VEVENT)],
        "complaints": [f"{errors} errors"] if errors else [],
    }


def components(calendar, name):
    kind = kind_of(name.encode())
    found = first_component(calendar, kind)
    while found:
        yield found
        found = next_component(calendar, kind)


def read_event(event):
    start, end = start_of(event), end_of(event)
    end = start if end.is_null else end
    status = property_of(event, STATUS)
    return {
        "uid": uid_of(event).decode(),
        "start": str(start),
        "end": str(end),
        "utc_start": utc(start),
        "utc_end": utc(end),
        "all_day": bool(start.is_date),
        "status": value_of(status).decode() if status else None,
        "summary": summary_of(event).decode(),
        "recurring": any(property_of(event, name) for name in (RRULE, RDATE)),
    }


def property_of(event, name):
    return first_property(event, property_kind_of(name.encode()))


def utc(time):
    if time.is_date or not time.zone:
        return None
    return datetime.fromtimestamp(seconds_of(time, time.zone), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


print(json.dumps([read(path) for path in sys.argv[1:]]))
