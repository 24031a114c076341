"""Arranges the answers to a search for its page: meetings under their network, where that helps."""

from functools import cache

from events.templatetags.meeting_dates import PLAIN_TITLES

from ..analysis.asked_for import asking
from ..analysis.grouping import each_alone, grouped
from ..analysis.terms import word_terms
from ..models.choices import HitKind

# Choices that leave meetings and documents only.
OF_DAYS = ("period", "fran", "till", "form", "plats", "lage")


def arranged(found, form):
    """The groups of ``found`` (see ``analysis.grouping``), in order.

    Each answer stands by itself if the visitor has asked for the order of time or chosen another one, or has chosen
    something that leaves no networks.
    """
    chosen = form.parameters()
    of_meetings = chosen.get("typ") == [HitKind.MEETING] or any(name in chosen for name in ("natverk", *OF_DAYS))
    if found.meaning.is_timed or of_meetings or "ordning" in chosen:
        return each_alone(found.answers)
    return grouped(
        found.answers,
        lambda answer: answer.kind,
        lambda answer: answer.network,
        asking(found.query, _plain_terms()),
    )


@cache
def _plain_terms():
    """The terms of the titles that only say that it is a meeting."""
    languages = ("sv", "en")
    return frozenset(
        term
        for title in PLAIN_TITLES
        for word in title.lower().split()
        for language in languages
        for term in word_terms(word, language)
    )
