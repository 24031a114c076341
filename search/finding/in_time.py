"""Puts meetings in order of time when a time, the next meeting or the cancelled ones are asked for.

The rows of a time are asked of the database by their days and not by words, so they are the same with every engine,
and equals stand in the same order: by day and hour, then title, then key.
"""

from dataclasses import dataclass, field

from django.db.models import OuterRef, Q, Subquery

from events.models import Occurrence

from ..models.choices import HitKind
from .candidates import FIELDS, public

# The most rows of a time that are put in order.
MOST = 1_000
# How many of the best answers are asked how many words an answer can have.
BEST = 50


@dataclass
class InTime:
    """``rows`` by key with the order of time, ``lifted`` the keys that stand first, and ``meetings`` how many of the
    period's meetings answer the query. For a network that is meant: ``itself``, its row, and ``following``, the key
    of its next meeting that is not cancelled."""

    rows: dict[int, object] = field(default_factory=dict)
    lifted: list[int] = field(default_factory=list)
    meetings: int = 0
    itself: object = None
    following: int | None = None


def in_time(meaning, query, ranked, language, today):
    """The InTime for a Meaning. ``ranked`` are the candidates that answer ``query``, its words. At most one query."""
    asked = meaning.asked
    if not meaning.is_timed:
        return InTime(lifted=_meetings_among(ranked, query) if asked.meetings else [])
    found = {row.pk: row for row in _rows(meaning, language, today)}
    itself = next((row for row in found.values() if row.kind == HitKind.NETWORK), None)
    of_time = {key: row for key, row in found.items() if row is not itself}
    kept = of_time.values() if meaning.network or not asked.words else _fitting(of_time, query, ranked)
    kept = sorted(kept, key=lambda row: _order(row, asked, today))
    meetings = sum(_is_asked_for(row, asked) for row in kept)
    following = next((row.pk for row in kept if _is_next(row, today)), None) if meaning.network else None
    return InTime(found, _lifted(kept, itself, following, asked), meetings, itself, following)


def _is_asked_for(row, asked):
    return row.kind == HitKind.MEETING and _within(row, asked.period) and (row.cancelled or not asked.cancelled)


def _is_next(row, today):
    return row.kind == HitKind.MEETING and row.first_day and row.last_day >= today and not row.cancelled


def _lifted(kept, itself, following, asked):
    """The next meeting, then the network itself, then its other meetings. If a time is asked for, its meetings, then
    the network; if something else is asked about its meetings, the network first."""
    keys = [row.pk for row in kept]
    own = [itself.pk] if itself else []
    if asked.period or asked.cancelled or asked.moved:
        return [*keys, *own]
    if following is None or (asked.question and not asked.next):
        return [*own, *keys]
    return [following, *own, *(key for key in keys if key != following)]


def _rows(meaning, language, today):
    """Public rows for the meetings and documents of the time, at most ``MOST``, and for the network that is meant."""
    asked, network = meaning.asked, meaning.network
    shown = public(language)
    rows = shown.filter(Q(kind=HitKind.MEETING) | Q(kind=HitKind.DOCUMENT))
    if asked.period:
        rows = rows.filter(_touches(asked.period))
    elif asked.cancelled:
        rows = rows.filter(cancelled=True)
    elif asked.moved:
        rows = rows.filter(meeting__in=_live().exclude(moved_from=None).values("translation_key"))
    elif not network:
        rows = rows.filter(kind=HitKind.MEETING, meeting__isnull=False, last_day__gte=today)
    if network:
        own = Q(meeting__in=_live().for_networks([network]).values("translation_key"))
        itself = shown.filter(kind=HitKind.NETWORK, network=network)
        rows = rows.filter(own | Q(network=network)) | itself
    coming = (asked.period and not asked.period.again) or not (
        asked.period or asked.cancelled or asked.moved or network
    )
    starts = _live().filter(translation_key=OuterRef("meeting")).values("starts_at")[:1]
    rows = rows.annotate(starts=Subquery(starts)).order_by("first_day" if coming else "-first_day", "key")
    return rows.values_list(*FIELDS, "title", "key", "network__slug", "starts", named=True)[:MOST]


def _live():
    return Occurrence.objects.live().order_by()


def _touches(period):
    """Rows with a day in the period, in any year if none was written, and meetings that were moved from such a day."""
    moved = _live().filter(moved_from__gte=period.first, moved_from__lte=period.last).values("translation_key")
    found = Q(meeting__in=moved)
    for first, last in [(period.first, period.last), *period.again]:
        found |= Q(first_day__lte=last, last_day__gte=first)
    return found


def _fitting(rows, query, ranked):
    """The rows that have as many of the query's words as the best answer; all rows if nothing has any of them."""
    if not ranked:
        return rows.values()
    of_time = [one for one in ranked if one.pk in rows]
    best = max(_matched(one, query) for one in [*ranked[:BEST], *of_time])
    return [rows[one.pk] for one in of_time if _matched(one, query) == best]


def _matched(one, query):
    """How many of the query's words the candidate has."""
    return sum(
        place in one.heard or any(one.bare.issuperset(each.terms) for each in word.alternatives)
        for place, word in enumerate(query)
    )


def _meetings_among(ranked, query):
    """The keys of the meetings that answer best, as they are ranked: "möten på Tjörn" asks for no network."""
    best = max((_matched(one, query) for one in ranked[:BEST]), default=0)
    return [one.pk for one in ranked if one.kind == HitKind.MEETING and _matched(one, query) == best]


def _within(row, period):
    return period is None or (row.first_day <= period.last and row.last_day >= period.first)


def _order(row, asked, today):
    """The sort key: cancelled ones first if asked for, the period before other years and what was moved from it, what
    is to come before what has been, and meetings before documents. Other years and what has been have the latest
    first; last comes what has no day."""
    if row.first_day is None:
        return (True, True, True, True, 0, 0, row.title, row.key)
    elsewhere = not _within(row, asked.period)
    past = asked.period is None and row.last_day < today
    unasked = bool(asked.cancelled and not row.cancelled)
    day = -row.first_day.toordinal() if elsewhere or past else row.first_day.toordinal()
    hour = row.starts.timestamp() if row.starts else 0
    return (unasked, elsewhere or past, row.kind == HitKind.DOCUMENT, False, day, hour, row.title, row.key)
