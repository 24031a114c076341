"""Which errors mean that the database is away, busy or closed to writing, and not that the code is wrong."""

from django.db import DatabaseError, InterfaceError, OperationalError

# Seconds after which a program may ask again: longer than a restart of PostgreSQL takes.
RETRY_AFTER = 30
# read_only_sql_transaction (PostgreSQL, appendix A), which Django knows as an InternalError.
_READ_ONLY = "25006"


def is_unavailable(error: BaseException | None) -> bool:
    """Whether ``error``, or what it was raised from, is the database's."""
    while error is not None:
        if isinstance(error, OperationalError | InterfaceError) or is_read_only(error):
            return True
        error = error.__cause__
    return False


def is_read_only(error: BaseException) -> bool:
    return isinstance(error, DatabaseError) and getattr(error.__cause__, "sqlstate", None) == _READ_ONLY
