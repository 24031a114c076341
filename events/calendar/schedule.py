"""The meetings on the page of a network or an event."""

from itertools import groupby
from operator import itemgetter

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from networks.restrictions.closed_paths import is_closed
from networks.translation import address, lend_words, of_source

from ..days.periods import FIRST_YEAR, LAST_YEAR
from ..feeds.addresses import named
from ..feeds.contents import event_name
from ..feeds.feed_language import in_shown_language
from ..feeds.preview import draft_rows
from ..models import CalendarPage, Occurrence
from ..models.owners import joint_owner
from ..series.rule_text import rule_text

PER_YEAR = 40
YEARS_AHEAD = 2
NEAREST = 400


def network_schedule(network, request):
    """The meetings on a network's page in any language: the next one, this year's, later years' and past years'.

    A closed network has no feeds, so its page offers none.
    A past year is shown if the address asks for it (``?ar=2019``). Lists at most PER_YEAR meetings of a year.
    """
    today = timezone.localdate()
    closed = is_closed(network.facts)
    meetings = Occurrence.objects.shown_on(network.facts).for_networks(_in_source_language(network))
    counts = meetings.per_year()
    archive_year = _asked_year(request, counts)
    coming = [year for year in sorted(counts) if year > today.year][:YEARS_AHEAD]
    years = [today.year, *coming, *filter(None, [archive_year])]
    by_year, next_meeting = _read(meetings, years, today)
    this_year = by_year[today.year]
    hidden = counts.get(today.year, 0) - len(this_year)
    return {
        "template": "events/network_schedule.html",
        "next_meeting": next_meeting,
        "today": today,
        "year": today.year,
        "meetings": this_year,
        "hidden_count": hidden,
        "coming_years": [(year, by_year[year]) for year in coming],
        "past_years": [
            (year, counts[year], f"?ar={year}") for year in sorted(counts, reverse=True) if year < today.year
        ],
        "archive_year": archive_year,
        "archive": by_year.get(archive_year, []),
        "calendar_url": _calendar_url(network) if hidden and not closed else None,
        "feed_url": "" if closed else in_shown_language(named("network", network.title, network.translation_key)),
        "atom_url": "" if closed else in_shown_language(reverse("atom:network", args=[network.translation_key])),
        "closed": closed,
        "note": network.schedule_note,
        "has_meetings": bool(counts),
    }


def _read(meetings, years, today):
    """``({year: [occurrences]}, the next meeting or None)``, in one query. Reads only the rows that are listed."""
    listed = meetings.first_of_years(years, PER_YEAR).values("pk")
    coming = meetings.upcoming(today).not_cancelled().values("pk")[:1]
    rows = Occurrence.objects.filter(Q(pk__in=listed) | Q(pk__in=coming)).with_pages().order_by("starts_at", "pk")
    by_year = {year: list(group) for year, group in groupby(rows, key=lambda row: row.start_date.year)}
    next_meeting = next((row for row in rows if row.last_day >= today and not row.is_cancelled), None)
    return {year: by_year.get(year, [])[:PER_YEAR] for year in years}, next_meeting


def event_schedule(event, rows=None, title=""):
    """The meetings on the page of ``event`` (in the source language): the next, coming ones, and past ones by year.

    The latest year comes first. In a preview, ``rows`` in order of time replace the published ones. ``title`` is that
    of the shown page.
    """
    today, closed = timezone.localdate(), is_closed(event)
    if rows is None:
        shown = Occurrence.objects.shown_on(event).with_pages().order_by("starts_at", "pk")
        rows = list(shown.filter(page=event))
    upcoming = [row for row in rows if row.last_day >= today]
    past = [row for row in reversed(rows) if row.last_day < today]
    return {
        "owners": event.owners(),
        "today": today,
        "next_meeting": next((row for row in upcoming if not row.is_cancelled), None),
        "upcoming": upcoming,
        "past_years": [(year, list(group)) for year, group in groupby(past, key=lambda row: row.start_date.year)],
        "rule_text": rule_text(event),
        "feed_url": ""
        if closed
        else in_shown_language(named("event", event_name(event, title), event.translation_key)),
        "closed": closed,
    }


def _feed_of(event, title):
    return in_shown_language(named("event", event_name(event, title), event.translation_key))


def event_page_context(event, request):
    """The template variables of an event's page. A preview in the source language shows the draft's rows."""
    in_draft = getattr(request, "is_preview", False) and event.facts is event
    return event_schedule(event.facts, draft_rows(event) if in_draft else None, event.title)


def attach_next_meetings(networks):
    """Set ``next_meeting`` (or None) on each network in a list, in three queries however many there are."""
    keys = {network.pk for network in networks}
    coming = Occurrence.objects.public().not_cancelled().upcoming(timezone.localdate())
    # Most networks meet soon, so reading the nearest meetings first leaves few networks to query for.
    found = _first_of_each(coming[:NEAREST])
    # Unordered, or SQLite would read all coming meetings in order instead of only those of these networks.
    found = _first_of_each(coming.for_networks(keys - found.keys()).order_by()) | found
    rows = Occurrence.objects.with_pages().in_bulk({found[key] for key in keys & found.keys()})
    for network in networks:
        network.next_meeting = rows.get(found.get(network.pk))


def _first_of_each(rows):
    """``{network key: key of its first meeting}``. A joint meeting counts for every owner."""
    found = {}
    found_rows = rows.values_list("starts_at", "pk", "page__network", joint_owner())
    for _, meeting, *owners in sorted(found_rows, key=itemgetter(0, 1)):
        for owner in filter(None, owners):
            found.setdefault(owner, meeting)
    return found


def _in_source_language(page):
    """A subquery for the key of the page in the source language, which alone decides meetings' times."""
    return of_source(type(page).objects.filter(translation_key=page.translation_key)).values("pk")


def _asked_year(request, counts):
    text = request.GET.get("ar", "")
    year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else None
    return year if year in counts and FIRST_YEAR <= year <= LAST_YEAR else None


def _calendar_url(network):
    calendar = of_source(CalendarPage.objects.live()).first()
    return f"{address(lend_words([calendar])[0])}?natverk={network.facts.slug}" if calendar else None
