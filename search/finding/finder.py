"""Carries out a search, from the words of the query to the answers, with any engine that gives candidates."""

from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ..analysis.dates import is_day
from ..analysis.facets import ALWAYS, Traits, narrow
from ..analysis.hours import with_hours
from ..analysis.impossible import Impossible, take_impossible
from ..analysis.operators import Operators, take_operators
from ..analysis.ranking import Candidate, rank
from ..analysis.stretches import held
from ..analysis.wanted import LONGEST_QUERY, Wanted, wanted
from .candidates import candidates
from .closer import Texts, closer, with_phrases, with_whole_phrases, without
from .in_time import InTime, in_time
from .known import Known, known
from .meaning import Meaning, meaning

_LANGUAGES = settings.WAGTAIL_CONTENT_LANGUAGES
RELEVANCE, BY_DATE, BY_NAME = "", "datum", "namn"
ORDERS = [(RELEVANCE, _("Bäst träff först")), (BY_DATE, _("Närmast i tiden")), (BY_NAME, _("Namn, A–Ö"))]


@dataclass
class Found:
    """``query`` is what was wanted, ``answers`` candidates in order, ``counts`` ``{facet: {value: number}}``, and
    ``impossible`` the times that were typed and do not exist."""

    query: list[Wanted]
    answers: list[Candidate]
    counts: dict[str, Counter]
    known: Known
    meaning: Meaning
    timed: InTime
    operators: Operators
    impossible: list[Impossible]
    total: int = field(init=False)

    def __post_init__(self):
        self.total = len(self.answers)

    @property
    def guessed(self):
        """Whether the answers answer only what the words were guessed to mean."""
        guessed = any(word.guessed for word in self.query)
        return self.total > 0 and guessed and all(word.guessed or word.unknown for word in self.query)

    @property
    def unknown(self):
        """The words that the site does not have. Days are none: the hits and the answer say what there is of them."""
        return [word.text for word in self.telling if word.unknown and not is_day(word.text)]

    @property
    def telling(self):
        """The words of ``query`` that something is asked about: none if all that was typed asks for a time."""
        asked = self.meaning.asked
        return [] if asked.period and not asked.words else self.query


def find(text, *, language, today, index=None, chosen=None, days=None, order=RELEVANCE, source=candidates):
    """Search for ``text`` in ``language``. ``chosen`` and ``days`` are as ``analysis.facets.narrow`` takes them.

    ``source`` gives the candidate rows in two queries. ``known`` takes one more unless its result is given as
    ``index``.
    """
    index = index or known(language)
    written, impossible = take_impossible(text[:LONGEST_QUERY])
    languages, operators = languages_of(language), take_operators(with_hours(written))

    def words(of):
        return wanted(of, index.vocabulary, index.ways, languages=languages)

    meant = meaning(operators.rest, index.networks, today, words)
    query = words(meant.text)
    given, hits = source(query, language)
    rows = {row.pk: row for row in given}
    considered = [candidate(row, hits.get(row.pk)) for row in rows.values()]
    only_time = meant.is_timed and not meant.asked.words
    ranked = rank(
        considered, query, index.vocabulary.rows, today, every=only_time,
        who=meant.asked.who, which=meant.asked.which, question=meant.asked.question, verb=meant.asked.verb,
    )  # fmt: skip
    read = Texts(phrases=bool(operators.phrases or operators.without_phrases))
    ranked = with_whole_phrases(ranked, query, read)
    ranked = ranked if meant.is_timed else closer(ranked, query, today, read)
    timed = in_time(meant, query, ranked, rows, language, today)
    rows = timed.rows | rows
    ranked = _lifted(ranked, timed, rows)
    ranked = without(ranked, operators.without, languages)
    ranked = with_phrases(ranked, operators.phrases, operators.without_phrases, read)
    answers, counts = narrow(
        _once(ranked, rows), lambda one: _traits(rows[one.pk], today), chosen or {}, today, days or ALWAYS
    )
    query += [word for word in words(meant.also_marked) if not word.guessed]
    return Found(query, _ordered(answers, order, today), counts, index, meant, timed, operators, impossible)


def _lifted(ranked, timed, rows):
    """``ranked`` with what ``timed`` lifts first, also what is not among them."""
    have = {one.pk: one for one in ranked}
    first = [have.get(key) or candidate(rows[key]) for key in timed.lifted]
    lifted = set(timed.lifted)
    return [*first, *(one for one in ranked if one.pk not in lifted)]


def languages_of(language):
    """The languages to analyse a query in, the reader's first: all, since rows have words of their counterparts, and
    rows of the source language replace missing translations."""
    return tuple(dict.fromkeys([language, settings.LANGUAGE_CODE, *(code for code, _ in _LANGUAGES)]))


def candidate(row, hit=None):
    one = Candidate(
        row.pk, row.kind, row.title_terms, row.fact_terms, row.text_terms, row.first_day, row.last_day,
        row.cancelled, row.variety == "series", lent_terms=row.lent_terms, network=row.network_id,
        place=row.place,
    )  # fmt: skip
    if hit:
        one.engine, one.heard = hit.score, hit.heard
    return one


def _once(ranked, rows):
    """Keep only the best answer for a document that several pages have."""
    seen = set()
    for one in ranked:
        document = rows[one.pk].document_id
        if document is None or document not in seen:
            seen.add(document)
            yield one


def _traits(row, today):
    municipalities = row.municipalities
    if row.dated_municipalities:
        municipalities = {*municipalities, *held(row.dated_municipalities, today)}
    return Traits(
        row.kind, row.areas, municipalities, row.first_day, row.last_day, row.place, row.form, row.cancelled,
        row.network_id,
    )  # fmt: skip


def _ordered(answers, order, today):
    if order == BY_DATE:
        return sorted(answers, key=lambda one: _by_date(one, today))
    return sorted(answers, key=lambda one: sorted(one.titles[0])) if order == BY_NAME else answers


def _by_date(one, today):
    """The sort key: coming ones, nearest first, then past ones, latest first, then those without a day."""
    day = one.first_day or one.last_day
    if day is None:
        return (2, 0)
    return (0, (day - today).days) if day >= today else (1, (today - day).days)
