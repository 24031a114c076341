"""Counts searches that found nothing, for editors to read."""

import logging

from django.contrib.auth import get_user_model
from django.db import DatabaseError, transaction
from django.db.models import Q

from networks.models import NetworkContact, NetworkMember

from ..analysis.reportable import reportable
from ..analysis.words import pieces, words
from ..models import MissedQuery

logger = logging.getLogger(__name__)

# What is counted in place of a query that is not kept.
OTHER = ""
_SHORTEST = 3  # letters of a name that is looked for among the people of the site


def note_missed(text, day):
    """Count ``text``, or only that something was not found if it may hold a name or something else personal. On a
    database that is busy or closed to writing nothing is counted: who searches gets an answer all the same."""
    if not words(text):
        return
    query = reportable(text)
    kept = query if query and not _names_somebody(query) else OTHER
    try:
        with transaction.atomic():
            MissedQuery.count(kept, day)
    except DatabaseError as error:
        logger.warning("A search without a hit was not counted: %s", error)


def forget_names():
    """Delete the stored queries that would not be kept today: what is a name may be known only later."""
    for missed in MissedQuery.objects.exclude(query=OTHER).iterator(chunk_size=500):
        if reportable(missed.query) != missed.query or _names_somebody(missed.query):
            missed.delete()


def _names_somebody(query):
    """Whether a word of ``query`` is one of the names of a person whom the site knows."""
    typed = {piece for word in words(query) for piece in pieces(word) if len(piece) >= _SHORTEST}
    return any(typed & {piece for word in words(name) for piece in pieces(word)} for name in _names_like(typed))


def _names_like(typed):
    # Databases fold only ASCII letters alike, so a first letter such as "å" is left out of the question.
    for model, columns in _PEOPLE:
        like = Q()
        for column in columns:
            for word in typed:
                like |= Q(**{f"{column}__icontains": word[1:]})
        if like:
            for names in model.objects.filter(like).values_list(*columns):
                yield " ".join(names)


_PEOPLE = [
    (NetworkMember, ["name"]),
    (NetworkContact, ["name"]),
    (get_user_model(), ["first_name", "last_name"]),
]
