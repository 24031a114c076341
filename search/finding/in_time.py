"""Puts meetings in order of time when a time, the next or the latest meeting or the cancelled ones are asked for.

The rows of a time are asked of the database by their days and not by words, so they are the same with every engine,
and equals stand in the same order: by day and hour, then title, then key.
"""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from events.models import EventOwner, Occurrence

from ..analysis.words import words
from ..models.choices import HitKind
from .candidates import FIELDS, public
from .in_calendar import calendar_texts, shown_for

# The most rows of a time that are put in order.
MOST = 1_000
# How many of the best answers are asked how many words an answer can have.
BEST = 50


@dataclass
class InTime:
    """``rows`` by key with the order of time, and ``lifted`` the keys that stand first. ``meetings`` is how many of
    the period's meetings answer the query, for ``words``; ``calendar_words`` is the text for which the calendar shows
    the same, None if it cannot.

    For each network that is meant: ``itself`` has its row and ``following`` the key of its next meeting that is not
    cancelled, or of its latest, if that is asked for. ``coming`` is how many it has. If the next meeting of a form is
    asked for, and no network's, it is under None.
    """

    rows: dict[int, object] = field(default_factory=dict)
    lifted: list[int] = field(default_factory=list)
    meetings: int = 0
    words: str = ""
    calendar_words: str | None = ""
    itself: dict[int, object] = field(default_factory=dict)
    following: dict[int | None, int] = field(default_factory=dict)
    coming: dict[int | None, int] = field(default_factory=dict)


def in_time(meaning, query, ranked, rows, language, today):
    """The InTime for a Meaning. ``ranked`` are the candidates that answer ``query``, its words, and ``rows`` the
    candidates' rows by key. At most one query."""
    asked = meaning.asked
    if asked.papers:
        return InTime(lifted=_latest_papers(meaning, query, ranked, rows, today))
    if not meaning.is_timed:
        return InTime(lifted=_meetings_among(ranked, query) if asked.meetings else [])
    found = {row.pk: row for row in _rows(meaning, language, today)}
    itself = {row.network_id: row for row in found.values() if row.kind == HitKind.NETWORK}
    of_time = {key: row for key, row in found.items() if row.kind != HitKind.NETWORK}
    fitting = of_time.values() if meaning.networks or not asked.words else _fitting(of_time, query, ranked)
    timed = InTime(found, itself=itself)
    counted = _count(timed, meaning, query, of_time.values(), fitting) if asked.period else []
    first = {row.pk for row in counted}
    every = {row.pk: row for row in [*counted, *fitting]}
    kept = sorted(every.values(), key=lambda row: (bool(first) and row.pk not in first, *_order(row, asked, today)))
    _follow(timed, meaning, kept, today)
    timed.lifted = _lifted(kept, timed, asked)
    return timed


def _count(timed, meaning, query, of_time, fitting):
    """The rows of the meetings that are counted.

    Where the calendar finds meetings by the words, they are those, so that its page shows as many. Else the search
    found them by what the calendar does not look at, and no page of the calendar has just them.
    """
    asked = meaning.asked
    counted = [row for row in fitting if _is_asked_for(row, asked)]
    timed.words = "" if meaning.networks else _known(asked.rest, query)
    said = " ".join(filter(None, [timed.words, _("inställda") if asked.cancelled else ""]))
    if asked.moved:
        said = None
    elif said:
        dated = [row for row in of_time if row.kind == HitKind.MEETING and _within(row, asked.period)]
        shown = shown_for(said, dated)
        if shown is None or (counted and not shown):
            said = None
        else:
            counted = shown
    timed.calendar_words = said
    timed.meetings = len(counted)
    return counted


def _known(rest, query):
    """The words of ``rest`` but those that the site does not have, which take nothing away from what is found."""
    unknown = {word.text for word in query if word.unknown}
    return " ".join(part for part in rest.split() if not unknown.issuperset(words(part) or [""]))


def _is_asked_for(row, asked):
    return row.kind == HitKind.MEETING and _within(row, asked.period) and (row.cancelled or not asked.cancelled)


def _follow(timed, meaning, kept, today):
    """Find the next meeting, or the latest, of each network that is meant."""
    asked = meaning.asked
    for network, rows in _owned(meaning.networks, kept, any_of=asked.form and asked.next).items():
        meetings = [row for row in rows if row.kind == HitKind.MEETING and row.first_day and not row.cancelled]
        to_come = [row for row in meetings if row.last_day >= today]
        timed.coming[network] = len(to_come)
        found = [row for row in meetings if row.last_day < today] if asked.last else to_come
        if found:
            timed.following[network] = found[0].pk


def _owned(networks, rows, *, any_of):
    """``{network: its rows}``, with joint meetings at each of several networks. With ``any_of`` all rows are under
    None if no network is meant."""
    if not networks:
        return {None: rows} if any_of else {}
    if len(networks) == 1:
        return {networks[0]: rows}
    return {
        network: [row for row in rows if row.network_id == network or getattr(row, _joint(network))]
        for network in networks
    }


def _joint(network):
    """The name of what says whether a row's meeting is the network's together with others."""
    return f"joint_{network}"


def _lifted(kept, timed, asked):
    """The next meeting, then the network itself, then its other meetings. If a time is asked for, its meetings, then
    the network; if something else is asked about its meetings, the network first."""
    keys = [row.pk for row in kept]
    own = [row.pk for row in timed.itself.values()]
    if asked.period or asked.cancelled or asked.moved:
        return [*keys, *own]
    following = set(timed.following.values())
    if not following or (asked.question and not (asked.next or asked.last)):
        return [*own, *keys]
    return [*(key for key in keys if key in following), *own, *(key for key in keys if key not in following)]


def _rows(meaning, language, today):
    """Public rows for the meetings and documents of the time, at most ``MOST``, and for the networks meant."""
    asked, networks = meaning.asked, meaning.networks
    shown = public(language)
    rows = shown.filter(Q(kind=HitKind.MEETING) | Q(kind=HitKind.DOCUMENT))
    if asked.form:
        rows = rows.filter(kind=HitKind.MEETING, form=asked.form)
    if asked.moved:
        rows = rows.filter(meeting__in=_live().exclude(moved_from=None).values("translation_key"))
    if asked.period:
        rows = rows.filter(_touches(asked.period))
    elif asked.cancelled:
        rows = rows.filter(cancelled=True)
    elif asked.last and not networks:
        rows = rows.filter(kind=HitKind.MEETING, meeting__isnull=False, last_day__lt=today)
    elif not networks and not asked.moved:
        rows = rows.filter(kind=HitKind.MEETING, meeting__isnull=False, last_day__gte=today)
    if networks:
        own = Q(meeting__in=_live().for_networks(networks).values("translation_key"))
        itself = shown.filter(kind=HitKind.NETWORK, network__in=networks)
        rows = rows.filter(own | Q(network__in=networks)) | itself
    coming = (asked.period and not asked.period.again) or not (
        asked.period or asked.cancelled or asked.moved or asked.last or networks
    )
    starts = _live().filter(translation_key=OuterRef("meeting")).values("starts_at")[:1]
    joint = {_joint(network): Exists(_owning(network)) for network in networks if len(networks) > 1}
    texts = calendar_texts() if asked.period and (asked.words or asked.cancelled) else {}
    rows = rows.annotate(starts=Subquery(starts), **joint, **texts).order_by(
        "first_day" if coming else "-first_day", "key"
    )
    return rows.values_list(*FIELDS, "title", "key", "network__slug", "starts", *joint, *texts, named=True)[:MOST]


def _owning(network):
    return EventOwner.objects.agreed().filter(network=network, page=OuterRef("page"))


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


def _best_of(kind, ranked, query):
    candidates = [one for one in ranked if one.kind == kind]
    best = max((_matched(one, query) for one in candidates), default=0)
    return [one for one in candidates if _matched(one, query) == best]


def _latest_papers(meaning, query, ranked, rows, today):
    """The keys of the documents that answer best, the latest first: "senaste anteckningarna". Of the networks that are
    meant, and of the variety, where there are such."""
    kept = [one for one in _best_of(HitKind.DOCUMENT, ranked, query) if one.first_day and one.first_day <= today]
    for fits in (
        lambda one: one.network in meaning.networks,
        lambda one: rows[one.pk].variety == meaning.asked.variety,
    ):
        kept = [one for one in kept if fits(one)] or kept
    return [one.pk for one in sorted(kept, key=lambda one: one.first_day, reverse=True)]


def _meetings_among(ranked, query):
    """The keys of the meetings that answer best, as they are ranked: "möten på Tjörn" asks for no network."""
    best = max((_matched(one, query) for one in ranked[:BEST]), default=0)
    return [one.pk for one in ranked if one.kind == HitKind.MEETING and _matched(one, query) == best]


def _within(row, period):
    return period is None or (row.first_day <= period.last and row.last_day >= period.first)


def _order(row, asked, today):
    """The sort key: cancelled ones first if asked for, the period before other years and what was moved from it, what
    is to come before what has been, and meetings before documents. Other years and what has been have the latest
    first; last comes what has no day. If the latest is asked for, what has been stands first, and the latest day of a
    period."""
    if row.first_day is None:
        return (True, True, True, True, 0, 0, row.title, row.key)
    elsewhere = not _within(row, asked.period)
    past = asked.period is None and row.last_day < today
    last = elsewhere or (past != asked.last if asked.period is None else False)
    unasked = bool(asked.cancelled and not row.cancelled)
    way = -1 if elsewhere or past or (asked.last and asked.period) else 1
    hour = row.starts.timestamp() if row.starts else 0
    day = way * row.first_day.toordinal()
    hour = way * hour if asked.last else hour
    return (unasked, last, row.kind == HitKind.DOCUMENT, False, day, hour, row.title, row.key)
