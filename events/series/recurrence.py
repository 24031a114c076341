"""Expands a recurrence rule to local dates. Pure: no ORM, no clock, no time zone.

A rule (RFC 5545 section 3.3.10) says on which *days* a series has meetings; the times belong to the event. Because the
rule is expanded to bare dates, a meeting at 08.30 stays at 08.30 when summer time begins and ends.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final, Literal

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, weekday

from ..days.periods import FIRST_YEAR, LAST_YEAR

MAX_DATES = 400
MAX_YEARS = 5
MAX_INTERVAL = 52
FREQUENCIES: Final[Mapping[str, Literal[0, 1, 2, 3]]] = {
    "YEARLY": YEARLY,
    "MONTHLY": MONTHLY,
    "WEEKLY": WEEKLY,
    "DAILY": DAILY,
}


class HostileRule(ValueError):
    """The site does not accept the rule. ``str()`` is a message to the editor, in Swedish."""


@dataclass(frozen=True)
class Rule:
    """A recurrence rule reduced to what a series of meetings needs.

    ``weekdays`` are pairs (0 = Monday … 6 = Sunday, position in the month or 0). ``month_days`` are days of the month,
    negative if counted from its end. A rule ends with ``until`` (inclusive) or ``count``.
    """

    frequency: str
    interval: int = 1
    weekdays: tuple[tuple[int, int], ...] = ()
    month_days: tuple[int, ...] = ()
    until: date | None = None
    count: int | None = None

    def check(self, start: date) -> None:
        """Raise HostileRule unless the site accepts the rule for a series from ``start``."""
        if self.frequency not in FREQUENCIES:
            raise HostileRule("Välj varje dag, vecka, månad eller år.")
        if not 1 <= self.interval <= MAX_INTERVAL:
            raise HostileRule(f"Mellanrummet ska vara mellan 1 och {MAX_INTERVAL}.")
        if any(not 0 <= day <= 6 or not -5 <= position <= 5 for day, position in self.weekdays):
            raise HostileRule("Regeln har en veckodag som inte finns.")
        if self.frequency in {"DAILY", "WEEKLY"} and any(position for _, position in self.weekdays):
            raise HostileRule("”Den andra tisdagen” och liknande går bara i en serie per månad eller år.")
        if any(not 1 <= abs(day) <= 31 for day in self.month_days):
            raise HostileRule("Regeln har en dag i månaden som inte finns.")
        self._check_end(start)

    def _check_end(self, start: date) -> None:
        if not FIRST_YEAR <= start.year <= LAST_YEAR:
            raise HostileRule(f"Serien ska börja mellan år {FIRST_YEAR} och {LAST_YEAR}.")
        if self.until is not None and self.count is not None:  # RFC 5545 section 3.3.10: never both
            raise HostileRule("Ange antingen ett slutdatum eller ett antal möten, inte båda.")
        if self.until is None and self.count is None:
            raise HostileRule("Ange när serien slutar: ett datum eller ett antal möten.")
        if self.count is not None and not 1 <= self.count <= MAX_DATES:
            raise HostileRule(f"Antalet möten ska vara mellan 1 och {MAX_DATES}.")
        if self.until is not None and self.until < start:
            raise HostileRule("Serien slutar innan den börjar.")
        if self.until is not None and self.until >= horizon(start):
            raise HostileRule(f"En serie får vara högst {MAX_YEARS} år lång.")


def horizon(start: date) -> date:
    """The first date on which a series from ``start`` can no longer have a meeting."""
    try:
        return start.replace(year=start.year + MAX_YEARS)
    except ValueError:  # 29 February
        return start.replace(year=start.year + MAX_YEARS, day=28)


def expand(rule: Rule, start: date) -> list[date]:
    """The dates that ``rule`` gives from ``start`` (which counts only if the rule gives it), in order.

    At most MAX_DATES dates within MAX_YEARS. Raises HostileRule for a rule that the site does not accept, that gives
    no date or that gives too many.
    """
    rule.check(start)
    dates = [moment.date() for moment in islice(_iterate(rule, start), MAX_DATES + 1)]
    if not dates:
        raise HostileRule("Regeln ger inget datum. Kontrollera start, slut och veckodag.")
    if len(dates) > MAX_DATES:
        raise HostileRule(f"Regeln ger fler än {MAX_DATES} möten. Välj ett tidigare slut.")
    if rule.count is not None and len(dates) < rule.count:
        raise HostileRule(f"En serie får vara högst {MAX_YEARS} år lång. Välj färre möten.")
    if dates[-1].year > LAST_YEAR:
        raise HostileRule(f"Serien ska sluta senast år {LAST_YEAR}.")
    return dates


def _iterate(rule: Rule, start: date) -> Iterable[datetime]:
    # Always bounded, because dateutil would search until the year 9999 for an impossible rule.
    last = min(rule.until or date.max, horizon(start) - timedelta(days=1))
    moments = rrule(
        FREQUENCIES[rule.frequency],
        dtstart=datetime.combine(start, time.min),
        interval=rule.interval,
        byweekday=_byweekday(rule),
        bymonthday=rule.month_days or None,
        until=datetime.combine(last, time.min),
    )
    return islice(moments, rule.count) if rule.count is not None else moments


def _byweekday(rule: Rule) -> list[weekday] | None:
    return [weekday(day, position or None) for day, position in rule.weekdays] or None
