"""Builds the Elasticsearch query for the words of a visitor's query. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from ..analysis.dates import is_day
from ..analysis.wanted import Alternative, Wanted

Clause = dict[str, object]

# A word's weight by the field it is in, and by how it was analysed there (see ``analysis``).
FIELDS = {"title": 10.0, "names": 6.0, "owners": 4.0, "facts": 3.0, "text": 1.0}
WAYS = {"": 1.0, ".stem": 0.8, ".folded": 0.5}
ENGLISH = {".english": 0.7}
TERMS = {"title_terms": 8.0, "fact_terms": 3.0, "text_terms": 1.0, "lent_terms": 0.8}
AS_PART = 0.7
MISSPELT = 0.2
# How many alternatives to a word are searched for, the most likely first.
MOST_ALTERNATIVES = 60


def answers(query: Sequence[Wanted], language: str, filters: list[Clause], *, all_words: bool) -> Clause:
    """A clause for rows with all or any of the words, for a visitor in ``language``. Each hit names the positions of
    the words it matched."""
    words = [_word(wanted, place, language) for place, wanted in enumerate(query)]
    least = len(words) if all_words else 1
    return {"bool": {"should": words, "minimum_should_match": least, "filter": filters}}


def in_language(language: str, source_language: str) -> Clause:
    """A clause for the rows that a visitor in ``language`` gets: see ``FindableQuerySet.in_language``."""
    own: Clause = {"term": {"language_filter": language}}
    lent: Clause = {"bool": {"filter": [_is("language_filter", source_language), _is("fallback_filter", True)]}}
    return {"bool": {"should": [own, lent], "minimum_should_match": 1}}


def holding(day: date) -> Clause:
    """A clause for the rows that are right on ``day``: see ``FindableQuerySet.holding``."""
    later = {"range": {"holds_from_filter": {"gt": day.isoformat()}}}
    lapsed = {"range": {"holds_until_filter": {"lt": day.isoformat()}}}
    return {"bool": {"must_not": [later, lapsed]}}


def _is(field: str, value: object) -> Clause:
    return {"term": {field: value}}


def _word(wanted: Wanted, place: int, language: str) -> Clause:
    ways = [*_as_text(wanted, language), *_as_terms(wanted.alternatives[:MOST_ALTERNATIVES])]
    return {"dis_max": {"queries": ways, "tie_breaker": 0.1, "_name": str(place)}}


def _as_text(wanted: Wanted, language: str) -> list[Clause]:
    """Clauses for the word itself, analysed by Elasticsearch. A phrase keeps its order. None for a day."""
    if is_day(wanted.text):
        return []
    ways = WAYS if language == "sv" else {**WAYS, **ENGLISH}
    fields = [f"{field}{way}^{FIELDS[field] * ways[way]:.2f}" for field in FIELDS for way in ways]
    kind = "phrase" if " " in wanted.text else "best_fields"
    found: list[Clause] = [{"multi_match": {"query": wanted.text, "type": kind, "fields": fields}}]
    if wanted.guessed:
        near = [f"{field}.folded^{FIELDS[field]:.2f}" for field in ("title", "names", "facts")]
        guess: Clause = {"query": wanted.text, "fields": near, "boost": MISSPELT}
        found.append({"multi_match": {**guess, "fuzziness": "AUTO:4,8", "prefix_length": 1}})
    return found


def _as_terms(alternatives: Sequence[Alternative]) -> list[Clause]:
    """Clauses for what else counts as the word. Single terms of equal weight share a clause; joint terms do not."""
    single: defaultdict[float, list[str]] = defaultdict(list)
    joint: list[Clause] = []
    for alternative in alternatives:
        if len(alternative.terms) == 1:
            single[alternative.weight].append(alternative.terms[0])
        else:
            joint.append(_joint(alternative))
    ways = [_any_of(terms, field, weight) for weight, terms in single.items() for field in _term_fields()]
    return ways + joint


def _term_fields() -> dict[str, float]:
    return {**TERMS, **{f"{field}_parts": boost * AS_PART for field, boost in TERMS.items()}}


def _any_of(terms: list[str], field: str, weight: float) -> Clause:
    return {"terms": {field: terms, "boost": weight * _term_fields()[field]}}


def _joint(alternative: Alternative) -> Clause:
    fields = [f"{field}^{boost:.2f}" for field, boost in _term_fields().items()]
    each = [{"multi_match": {"query": term, "fields": fields}} for term in alternative.terms]
    return {"bool": {"must": each, "boost": alternative.weight}}
