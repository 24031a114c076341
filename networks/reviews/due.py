"""Decides when a page's yearly review is due. Pure: dates in, verdict out."""

from datetime import date

from dateutil.relativedelta import relativedelta

YEAR = relativedelta(years=1)


def due_on(reviewed_on: date | None, published_on: date | None) -> date | None:
    """The day on which the page should be reviewed again; None if it has never been public.

    The first publication counts as a review. A page that was reviewed on 29 February is due on the 28th.
    """
    latest = reviewed_on or published_on
    return latest + YEAR if latest else None


def is_due(reviewed_on: date | None, published_on: date | None, today: date) -> bool:
    due = due_on(reviewed_on, published_on)
    return due is not None and due <= today
