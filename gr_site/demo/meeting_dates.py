"""Decides when the demo's meetings are held: a yearly pattern of working days around a given today. Pure."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

from events.days.date_format import WEEKDAYS

from .content import EventPlan

DAY = timedelta(days=1)
# Days that are not red but when nobody schedules meetings: eves, and those between Christmas and New Year.
_EVES = {(12, day) for day in range(23, 32)} | {(1, 5), (4, 30)}
_MIDSUMMER_EVE_DAYS = range(19, 26)
_JULY = 7


def is_working_day(day: date) -> bool:
    """Whether people would meet on ``day``: not on weekends, red days (lag 1989:253), eves or in July."""
    midsummer_eve = day.month == 6 and day.weekday() == 4 and day.day in _MIDSUMMER_EVE_DAYS
    closed = day.month == _JULY or (day.month, day.day) in _EVES or midsummer_eve
    return day.weekday() < 5 and not closed and day not in _red_days(day.year)


@cache
def _red_days(year: int) -> frozenset[date]:
    return frozenset(holidays.country_holidays("SE", years=year))


def working_days_from(day: date, length: int = 1) -> date:
    """``day``, or the nearest earlier day that begins ``length`` working days in a row."""
    while not all(is_working_day(day + DAY * offset) for offset in range(length)):
        day -= DAY
    return day


def meetings(plan: EventPlan, today: date) -> list[dict[str, Any]]:
    """The meetings of ``plan`` by date: fields of Occurrence, plus ``agenda`` and ``minutes`` as booleans."""
    rows = [_changed({"start_date": day}, {}) for day in plan.fixed]
    rows += [_changed({"start_date": day}, _for_week(plan, week)) for week, day in _planned_days(plan, today)]
    rows.sort(key=lambda row: row["start_date"])
    return apply_near(rows, plan, today)


def _planned_days(plan: EventPlan, today: date) -> Iterator[tuple[int, date]]:
    weekday = WEEKDAYS["sv"].index(plan.weekday) + 1
    for offset in plan.years:
        for week in plan.weeks:
            yield week, working_days_from(date.fromisocalendar(today.year + offset, week, weekday))


def _for_week(plan: EventPlan, week: int) -> dict[str, Any]:
    changes: dict[str, Any] = {}
    for change in plan.yearly:
        if change["week"] == week:
            changes |= {key: value for key, value in change.items() if key != "week"}
    return changes


def apply_near(rows: list[dict[str, Any]], plan: EventPlan, today: date) -> list[dict[str, Any]]:
    """``rows`` (sorted) with the changes and documents that ``plan`` has for meetings close to ``today``."""
    split = sum(row["start_date"] < today for row in rows)
    numbered = dict(zip([*range(-split, 0), *range(1, len(rows) - split + 1)], rows, strict=True))
    for change in plan.near:
        nth = change["nth"]
        fields = {key: value for key, value in change.items() if key != "nth"}
        numbered[nth] = _changed(numbered[nth], fields)
    for nth, row in numbered.items():
        row["agenda"], row["minutes"] = nth in plan.agendas, nth in plan.minutes
    return list(numbered.values())


def _changed(row: dict[str, Any], change: dict[str, Any]) -> dict[str, Any]:
    """``row`` with ``change``. ``days`` makes it last several days, and ``moved_days`` moves it."""
    row = row | {key: value for key, value in change.items() if key not in {"days", "moved_days"}}
    if moved := change.get("moved_days"):
        row["moved_from"], row["start_date"] = row["start_date"], working_days_from(row["start_date"] + DAY * moved)
    if days := change.get("days"):
        row["start_date"] = working_days_from(row["start_date"], days)
        row["end_date"] = row["start_date"] + DAY * (days - 1)
    return row


def days_of(row: dict[str, Any]) -> Iterable[date]:
    """All local dates of the meeting."""
    last = row.get("end_date") or row["start_date"]
    return [row["start_date"] + DAY * offset for offset in range((last - row["start_date"]).days + 1)]
