"""Meeting dates as people write them: a pasted Swedish text in, rows with a verdict out. Pure."""

from .reader import read_dates
from .verdict.rows import DateRow

__all__ = ["DateRow", "read_dates"]
