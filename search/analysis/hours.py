"""Writes the hours of a query as pages have them: "kl 9" as "kl 09". Pure."""

import re

_CLOCK = re.compile(r"\b(?:kl|klockan)\b\.?\s*(\d{1,2})(?:[.:](\d\d))?(?!\d)", re.IGNORECASE)
# Without "kl" only what can be nothing but a time of a meeting: "9.12" may be a day.
_TIME = re.compile(r"(?<![\d.:/\-])(\d)[.:](00|15|30|45)(?![\d.:/\-])")


def with_hours(query: str) -> str:
    """``query`` with two figures for each hour that has one: "kl 9", "klockan 8.30" and "8:30" as pages write them."""
    query = _CLOCK.sub(lambda found: "kl " + _written(found[1], found[2]), query)
    return _TIME.sub(lambda found: _written(found[1], found[2]), query)


def _written(hour: str, minutes: str | None) -> str:
    return f"{int(hour):02}.{minutes or '00'}"
