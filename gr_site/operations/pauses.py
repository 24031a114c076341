"""When to try again what failed. Pure."""

from datetime import timedelta

LONGEST = timedelta(hours=4)


def pause(attempts: int) -> timedelta:
    """How long to wait after ``attempts`` failures: a minute, two, four and so on up to ``LONGEST``."""
    return min(timedelta(minutes=2 ** min(max(attempts, 1) - 1, 10)), LONGEST)
