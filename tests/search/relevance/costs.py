"""What a search costs, in milliseconds of CPU in this process."""

import time
from collections.abc import Iterable, Sequence
from datetime import date

from django.utils.translation import override

from search.finding.finder import find
from search.finding.suggestions import suggestions

from . import engines
from .judgements import Judged

WARMING = 3  # queries that are asked first, so that what is kept between requests is made
BEGINNINGS = 3  # of each query, that suggestions are asked for


def costs(judged: Sequence[Judged], today: date) -> dict[str, float]:
    """The means of a search, of its page, and of a suggestion."""
    for each in judged[:WARMING]:
        engines.page(each)
    return {
        "search": _mean(_milliseconds(_searched, each, today) for each in judged),
        "page": _mean(_milliseconds(engines.page, each) for each in judged),
        "suggestion": _mean(
            _milliseconds(_suggested, each, each.query[: max(2, len(each.query) * part // BEGINNINGS)], today)
            for each in judged
            for part in range(1, BEGINNINGS + 1)
        ),
    }


def _searched(judged, today):
    with override(judged.language):
        find(judged.query, language=judged.language, today=today)


def _suggested(judged, text, today):
    with override(judged.language):
        suggestions(text, language=judged.language, today=today)


def _milliseconds(function, *args) -> float:
    started = time.process_time()
    function(*args)
    return 1000 * (time.process_time() - started)


def _mean(values: Iterable[float]) -> float:
    values = list(values)
    return sum(values) / len(values)
