"""One search, from the words of the query to a page of hits. The same for every engine that gives candidates."""

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..analysis.facets import Traits, narrow
from ..analysis.ranking import Candidate, rank
from ..analysis.wanted import Wanted, wanted
from .candidates import candidates
from .known import Known, known

RELEVANCE, BY_DATE, BY_NAME = "", "datum", "namn"
ORDERS = [(RELEVANCE, _("Bäst träff först")), (BY_DATE, _("Närmast i tiden")), (BY_NAME, _("Namn, A–Ö"))]


@dataclass
class Found:
    """``query``: what was looked for; ``answers``: candidates in order; ``counts``: ``{facet: {value: number}}``."""

    query: list[Wanted]
    answers: list[Candidate]
    counts: dict[str, Counter]
    known: Known
    total: int = field(init=False)

    def __post_init__(self):
        self.total = len(self.answers)


def find(text, *, language, today, index=None, chosen=None, order=RELEVANCE, source=candidates):
    """What ``text`` finds in ``language``. ``chosen``: ``{facet: value}`` as ``analysis.facets`` names them.

    ``source`` gives the rows that may answer: two queries, and what is ``known`` of the index one more, unless it is
    given as ``index``.
    """
    index = index or known(language)
    query = wanted(text, index.vocabulary, index.synonyms, languages=languages_of(language))
    given, hits = source(query, language)
    rows = {row.pk: row for row in given}
    ranked = rank([candidate(row, hits.get(row.pk)) for row in rows.values()], query, index.vocabulary.rows, today)
    answers, counts = narrow(_once(ranked, rows), lambda one: _traits(rows[one.pk]), chosen or {}, today)
    return Found(query, _ordered(answers, order, today), counts, index)


def languages_of(language):
    """In which languages a query is read: rows of the source language stand in for missing translations."""
    return tuple(dict.fromkeys([settings.LANGUAGE_CODE, language]))


def candidate(row, hit=None):
    one = Candidate(
        row.pk, row.kind, row.title_terms, row.fact_terms, row.text_terms, row.first_day, row.last_day,
        row.cancelled, row.variety == "series",
    )  # fmt: skip
    if hit:
        one.engine, one.heard = hit.score, hit.heard
    return one


def _once(ranked, rows):
    """A document that several pages give is one answer: the best of them."""
    seen = set()
    for one in ranked:
        document = rows[one.pk].document_id
        if document is None or document not in seen:
            seen.add(document)
            yield one


def _traits(row):
    return Traits(row.kind, row.areas, row.municipalities, row.first_day, row.last_day)


def _ordered(answers, order, today):
    if order == BY_DATE:
        return sorted(answers, key=lambda one: _by_date(one, today))
    return sorted(answers, key=lambda one: sorted(one.titles[0])) if order == BY_NAME else answers


def _by_date(one, today):
    """What comes, the nearest first; then what is past, the latest first; then what has no day."""
    day = one.first_day or one.last_day
    if day is None:
        return (2, 0)
    return (0, (day - today).days) if day >= today else (1, (today - day).days)
