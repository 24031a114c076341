"""Asks a search the judged queries, and says how well it answers."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from .judgements import Judged, grades
from .metrics import ndcg, success
from .shown import Shown, shown

ALL = "all"
LOW = 0.7


@dataclass
class Measured:
    """Means of ``number`` queries that want something; how many that want nothing had hits, and how many of these were
    said to be guesses."""

    number: int = 0
    success: float = 0
    ndcg: float = 0
    nothing: int = 0
    with_hits: int = 0
    guesses: int = 0


@dataclass
class Query:
    """A judged query as it was answered: ``first`` are its first addresses."""

    judged: Judged
    success: float
    ndcg: float
    number: int
    guessed: bool
    first: list[str]


def answered(search: Callable, judged: Iterable[Judged], today: date) -> list[Query]:
    """Each of ``judged`` as ``search`` (see ``engines``) answers it."""
    rows: dict[str, Sequence[Shown]] = {}
    return [_answered(search, each, rows, today) for each in judged]


def _answered(search, judged, rows, today):
    if judged.language not in rows:
        rows[judged.language] = shown(judged.language)
    wanted = grades(judged, rows[judged.language])
    found = search(judged, wanted, rows[judged.language], today)
    values = (success(found.ranking, wanted), ndcg(found.ranking, wanted)) if wanted else (0.0, 0.0)
    return Query(judged, *values, found.number, found.guessed, found.ranking[:5])


def by_kind(queries: Sequence[Query]) -> dict[str, Measured]:
    """``{kind: Measured}`` in the order of the file, and ``ALL`` last."""
    kinds: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        kinds[query.judged.kind].append(query)
    return {kind: of(those) for kind, those in [*kinds.items(), (ALL, list(queries))]}


def of(queries: Sequence[Query]) -> Measured:
    something = [query for query in queries if not query.judged.wants_nothing]
    hits = [query for query in queries if query.judged.wants_nothing and query.number]
    return Measured(
        len(something),
        sum(query.success for query in something) / max(1, len(something)),
        sum(query.ndcg for query in something) / max(1, len(something)),
        len(queries) - len(something),
        len(hits),
        sum(query.guessed for query in hits),
    )


def weak(queries: Iterable[Query], name: str = "") -> Iterable[str]:
    """A line for each that was answered badly, for the one who wants to know why."""
    for query in queries:
        if query.judged.wants_nothing and query.number:
            said = "said to be guesses" if query.guessed else "not said to be guesses"
            yield f"{name} {query.judged.kind} “{query.judged.query}”: {query.number} hits, {said}"
        if not query.judged.wants_nothing and (query.ndcg < LOW or not query.success):
            yield f"{name} {query.judged.kind} “{query.judged.query}”: {query.ndcg:.2f}, first {query.first[:1]}"
