"""Which backups to keep: the newest, and beside them the newest of each week and month for longer."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any


def kept(made: Iterable[datetime], newest: int, weeks: int = 0, months: int = 0) -> set[datetime]:
    """The moments to keep of ``made``. The newest is always one. Weeks and months count only where they have any."""
    ordered = sorted(made, reverse=True)
    return {
        *ordered[: max(newest, 1)],
        *_newest_of_each(ordered, lambda moment: moment.isocalendar()[:2])[:weeks],
        *_newest_of_each(ordered, lambda moment: (moment.year, moment.month))[:months],
    }


def _newest_of_each(ordered: list[datetime], period: Callable[[datetime], Any]) -> list[datetime]:
    firsts: dict[Any, datetime] = {}
    for moment in ordered:
        firsts.setdefault(period(moment), moment)
    return list(firsts.values())
