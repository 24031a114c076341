"""Meeting dates as people write them: a pasted Swedish text in, rows with a verdict out. Pure."""

from .reader import OtherLine, Reading, read_dates, read_text
from .verdict.rows import DateRow

__all__ = ["DateRow", "OtherLine", "Reading", "read_dates", "read_text"]
