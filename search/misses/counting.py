"""Counts searches that found nothing, or only a guess, for editors to read."""

import logging

from django.contrib.auth import get_user_model
from django.db import DatabaseError, transaction
from django.db.models import Q
from django.utils import timezone

from networks.models import NetworkContact, NetworkMember

from ..analysis.reportable import is_actionable, reportable
from ..analysis.words import pieces, words
from ..models import MissedQuery
from ..thesaurus.lines import starter_stems

logger = logging.getLogger(__name__)

# What is counted in place of a query that is not kept.
OTHER = ""
_SHORTEST = 3  # letters of a name that is looked for among the people of the site


def note_missed(text, day, *, guessed=False):
    """Count ``text``, or only that something was not found if it may hold a name or something else personal. What
    names nothing, such as a day, is not counted. On a database that is busy or closed to writing nothing is counted:
    who searches gets an answer all the same."""
    if not words(text):
        return
    query = reportable(text, starter_stems())
    if query and not is_actionable(query, day, starter_stems()):
        return
    kept = query if query and not _names_somebody(query) else OTHER
    try:
        with transaction.atomic():
            MissedQuery.count(kept, day, guessed=guessed)
    except DatabaseError as error:
        logger.warning("A search without a hit was not counted: %s", error)


def worth_keeping(text, day):
    """``text`` as it is counted; "" if it may be personal or names nothing. People's names are not looked up."""
    query = reportable(text, starter_stems())
    return query if query and is_actionable(query, day, starter_stems()) else ""


def forget_names():
    """Delete the stored queries that would not be kept today: what is a name may be known only later."""
    known, today = names(), timezone.localdate()
    for missed in MissedQuery.objects.exclude(query=OTHER).iterator(chunk_size=500):
        if worth_keeping(missed.query, today) != missed.query or known & _typed(missed.query):
            missed.delete()


def names():
    """The parts of the names of all people whom the site knows, in lower case."""
    rows = (row for model, columns in _PEOPLE for row in model.objects.values_list(*columns).iterator(chunk_size=500))
    return {piece for row in rows for piece in _typed(" ".join(row))}


def without_names(queries):
    """Those of ``queries`` that name nobody whom the site knows."""
    known = names() if queries else set()
    return {query for query in queries if not known & _typed(query)}


def _typed(text):
    return {piece for word in words(text) for piece in pieces(word) if len(piece) >= _SHORTEST}


def _names_somebody(query):
    """Whether a word of ``query`` is one of the names of a person whom the site knows."""
    typed = _typed(query)
    return any(typed & _typed(name) for name in _names_like(typed))


def _names_like(typed):
    # Databases fold only ASCII letters alike, so a first letter such as "å" is left out of the question.
    for model, columns in _PEOPLE:
        like = Q()
        for column in columns:
            for word in typed:
                like |= Q(**{f"{column}__icontains": word[1:]})
        if like:
            for row in model.objects.filter(like).values_list(*columns):
                yield " ".join(row)


_PEOPLE = [
    (NetworkMember, ["name"]),
    (NetworkContact, ["name"]),
    (get_user_model(), ["first_name", "last_name"]),
]
