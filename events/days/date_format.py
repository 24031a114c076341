"""Formats dates and times for readers, in every page, feed, mail and command.

Swedish follows Digg's guideline R66: lower case, the full year, a full stop in the clock, an en dash without spaces
between single figures, spaces around it between longer parts, and a no-break space after "kl." and "v.".
English is British: "Friday 7 February 2020, 08:30–11:30". Finnish follows Kielitoimisto: "perjantai 7. helmikuuta 2020
klo 8.30–11.30". A language without a style here gets the Swedish one.

All values are local wall-clock values (Europe/Stockholm); aware times are not converted. `end_date` is the last day of
the meeting (inclusive), as people say it. Nothing here reads the clock or the active language.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, time

from .clock import said_last

NBSP = "\u00a0"
EN_DASH = "\u2013"
LONG_DASH = f" {EN_DASH} "

MONTHS: Mapping[str, tuple[str, ...]] = {
    "sv": ("januari", "februari", "mars", "april", "maj", "juni",
           "juli", "augusti", "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June",
           "July", "August", "September", "October", "November", "December"),
    "fi": ("tammikuu", "helmikuu", "maaliskuu", "huhtikuu", "toukokuu", "kesäkuu",
           "heinäkuu", "elokuu", "syyskuu", "lokakuu", "marraskuu", "joulukuu"),
}  # fmt: skip
WEEKDAYS: Mapping[str, tuple[str, ...]] = {
    "sv": ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "fi": ("maanantai", "tiistai", "keskiviikko", "torstai", "perjantai", "lauantai", "sunnuntai"),
}


@dataclass(frozen=True)
class Style:
    """How a language writes dates: what follows the day's number and the month's name, what precedes the clock and the
    week's number, what joins day and time, and the clock itself (a ``strftime`` format)."""

    before_clock: str
    before_week: str
    clock: str
    joint: str = " "
    after_day: str = ""
    after_month: str = ""
    leading_zero: bool = True


STYLES: Mapping[str, Style] = {
    "sv": Style(f"kl.{NBSP}", f"v.{NBSP}", "%H.%M"),
    "en": Style("", f"week{NBSP}", "%H:%M", joint=", "),
    "fi": Style(f"klo{NBSP}", f"viikko{NBSP}", "%H.%M", after_day=".", after_month="ta", leading_zero=False),
}


def known(language: str | None) -> str:
    """The language of dates for a reader of ``language`` (a code such as "en-gb", or None)."""
    code = (language or "").partition("-")[0]
    return code if code in STYLES else "sv"


def format_date(day: date, *, weekday: bool = True, year: bool = True, language: str = "sv") -> str:
    """'fredag 7 februari 2020', or without the weekday or the year."""
    parts = [_day_number(day, language), MONTHS[language][day.month - 1] + STYLES[language].after_month]
    if weekday:
        parts.insert(0, WEEKDAYS[language][day.weekday()])
    if year:
        parts.append(f"{day.year:04d}")
    return " ".join(parts)


def format_times(start: time, end: time | None = None, *, language: str = "sv") -> str:
    """'kl. 08.30–11.30' (English '08:30–11:30'), or 'kl. 12.15' without an end. Seconds are left out."""
    clocks = _clock(start, language) if end is None else _clock(start, language) + EN_DASH + _end(end, language)
    return STYLES[language].before_clock + clocks


def format_when(
    start_date: date,
    end_date: date | None = None,
    start_time: time | None = None,
    end_time: time | None = None,
    *,
    weekday: bool = True,
    year: bool = True,
    language: str = "sv",
) -> str:
    """One meeting's date and time: 'fredag 7 februari 2020 kl. 08.30–11.30'.

    A range of whole days has no weekdays ('24–25 april 2020', '30 december 2025 – 2 januari 2026'). A range with
    times has day and time at both ends. An end at midnight is written as the 24.00 of the day before. An `end_date`
    that is not after `start_date` counts as one day, and an `end_time` without a `start_time` is left out, so that
    half-filled rows still give a text.
    """
    last = said_last(start_date, end_date, end_time if start_time else None)
    if start_time is None:
        if last > start_date:
            return _day_range(start_date, last, year, language)
        return format_date(start_date, weekday=weekday, year=year, language=language)
    if last == start_date:
        return _moment(start_date, start_time, end_time, weekday, year, language)
    until = _end_moment(last, end_time, weekday, year, language)
    return _moment(start_date, start_time, None, weekday, year, language) + LONG_DASH + until


def format_week(day: date, *, language: str = "sv") -> str:
    """'v. 6' (English 'week 6'): the ISO 8601 week (Monday first) of the day."""
    return f"{STYLES[language].before_week}{day.isocalendar().week}"


def format_month(year: int, month: int, *, language: str = "sv") -> str:
    """'februari 2020'; `month` is 1-12."""
    return f"{MONTHS[language][month - 1]} {year:04d}"


def _day_number(day: date, language: str) -> str:
    return f"{day.day}{STYLES[language].after_day}"


def _clock(clock: time, language: str) -> str:
    text = clock.strftime(STYLES[language].clock)
    return text if STYLES[language].leading_zero else text.removeprefix("0")


def _end(clock: time, language: str) -> str:
    """An end at midnight is the 24.00 of the day that people count the meeting to."""
    return "24" + _clock(clock, language)[-3:] if clock == time.min else _clock(clock, language)


def _day_range(start: date, last: date, year: bool, language: str) -> str:
    end = format_date(last, weekday=False, year=year, language=language)
    if (start.year, start.month) == (last.year, last.month):
        return f"{_day_number(start, language)}{EN_DASH}{end}"
    start_year = year and start.year != last.year
    return format_date(start, weekday=False, year=start_year, language=language) + LONG_DASH + end


def _moment(day: date, start: time | None, end: time | None, weekday: bool, year: bool, language: str) -> str:
    words = format_date(day, weekday=weekday, year=year, language=language)
    if start is None:
        return words
    return words + STYLES[language].joint + format_times(start, end, language=language)


def _end_moment(day: date, end: time | None, weekday: bool, year: bool, language: str) -> str:
    words = format_date(day, weekday=weekday, year=year, language=language)
    if end is None:
        return words
    return words + STYLES[language].joint + STYLES[language].before_clock + _end(end, language)
