"""Counts searches that found nothing, for editors to read."""

from ..analysis.reportable import reportable
from ..models import MissedQuery


def note_missed(text, day):
    """Count ``text``, unless it may hold something personal."""
    if query := reportable(text):
        MissedQuery.count(query, day)
