"""Does what must be done for many rows in such a way that a row that cannot be done stops no other."""

import logging

from django.db import DatabaseError, DataError

logger = logging.getLogger(__name__)


def each_alone(act, rows, what):
    """``([what act gave], [rows that were skipped])``. ``act`` takes a list, and gets all ``rows`` at once if it can.

    If it raises, it is tried with each half, down to the single row that it cannot do. That row is logged, as ``what``
    and its key. ``act`` must undo what it has begun when it raises. Raises DatabaseError unless it is refused for what
    a row holds, since the next try may succeed.
    """
    rows = list(rows)
    try:
        return [act(rows)], []
    except Exception as error:
        if isinstance(error, DatabaseError) and not is_refused(error):
            raise
        if len(rows) <= 1:
            logger.exception("%s could not be done: %s", what, *[getattr(row, "pk", row) for row in rows] or [""])
            return [], rows
    half = len(rows) // 2
    first, second = each_alone(act, rows[:half], what), each_alone(act, rows[half:], what)
    return first[0] + second[0], first[1] + second[1]


def is_refused(error):
    """Whether the database refuses a row for what it holds: a value, or PostgreSQL's limits (class 54, such as the
    length of what it indexes). Another try would not help."""
    return isinstance(error, DataError) or str(getattr(error.__cause__, "sqlstate", "")).startswith("54")
