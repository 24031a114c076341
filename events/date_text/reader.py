"""Reads a pasted text of Swedish meeting dates. Pure: what today is comes from outside, and no text makes it raise."""

import re
from datetime import date, datetime

from .lists.drafts import refused_row
from .lists.flow import Flow
from .lists.matrices import without_matrices
from .lists.section import section_of
from .verdict.finish import finished
from .verdict.rows import DateRow, row_of

MAX_CHARACTERS = 200_000
MAX_ROWS = 2_000
_LINE_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


def read_dates(text: str, *, context: str = "", today: date) -> list[DateRow]:
    """The meetings in `text`, and a refused row for every line with a date that could not be read.

    `context` is the heading above the list ("Mötesdagar 2018, klockan 09.00-12.00"); `today` is the local date in
    Europe/Stockholm. A text of more than 200,000 characters gives one refused row; after 2,000 rows the reading stops
    with a refused row. Takes time in proportion to the text. Raises nothing, whatever the text.
    """
    day = today.date() if isinstance(today, datetime) else today
    if len(text) > MAX_CHARACTERS:
        head = _LINE_BREAK.split(text[:200].lstrip())[0]
        return [row_of(refused_row([head], "too_large", limit=f"{MAX_CHARACTERS:,}".replace(",", " ")))]
    flow = Flow(section_of(context, day))
    for chunk in without_matrices(_LINE_BREAK.split(text)):
        if isinstance(chunk, str):
            flow.take(chunk)
        else:
            flow.drafts.append(chunk)
        if len(flow.drafts) > MAX_ROWS:
            rest = flow.drafts[MAX_ROWS]
            flow.drafts[MAX_ROWS:] = [refused_row(rest.lines, "too_many", limit=MAX_ROWS)]
            break
    flow.close()
    return finished(flow.drafts, day)
