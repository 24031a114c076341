"""The views of the regional calendar: a list, a month and a year. All state is in the address."""

from datetime import date, timedelta
from itertools import groupby

from django.core.cache import cache
from django.http import Http404
from django.utils import timezone
from django.utils.dateparse import parse_date
from django.utils.translation import get_language

from networks.translation import address, shown_language

from ..days.date_format import format_when, known
from ..days.month_grid import month_grid
from ..days.periods import FIRST_YEAR, LAST_YEAR, Month, year_bounds
from ..feeds.links import feed_name, feed_url
from ..models import CalendarStamp, Occurrence
from ..selection.filters import CalendarFilterForm

PER_PAGE = 50
PER_DAY = 4
PER_YEAR = 400
KEEP = 3600  # seconds to keep a month's counts for their next reader


def upcoming(calendar, request):
    """Meetings from today (or ``fran``), grouped by month, ``PER_PAGE`` to a page (``sida``). ``till`` is the last day
    shown, if there is one."""
    form = _form(request)
    today = timezone.localdate()
    first, page = _first_day(request, today), _page_number(request)
    last = _last_day(request, first)
    offset = (page - 1) * PER_PAGE
    asked = _rows(form)
    asked = asked.between(first, last + timedelta(days=1)) if last else asked.upcoming(first)
    rows = list(asked[offset : offset + PER_PAGE + 1])
    days = [f"fran={first}" if first != today else "", f"till={last}" if last else ""]
    query = "&".join(filter(None, [form.query, *days]))
    return _render(
        calendar,
        request,
        "events/calendar_upcoming.html",
        form,
        months=by_month(rows[:PER_PAGE]),
        first_day=first if first != today or last else None,
        days=format_when(first, last, language=known(get_language())) if last else "",
        previous_url=_page_url(calendar, query, page - 1) if page > 1 else None,
        next_url=_page_url(calendar, query, page + 1) if len(rows) > PER_PAGE else None,
        empty=not rows,
    )


def month(calendar, request, year, month):
    """One month as a grid. 404 outside the calendar's years."""
    if not 1 <= month <= 12 or not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    shown = Month(year, month)
    form = _form(request)
    ranked = _ranked(form, shown)
    rows = Occurrence.objects.filter(pk__in=[pk for pk, *_ in ranked]).with_pages().order_by("starts_at", "pk")
    totals = {start: number for _, start, _, number in ranked}
    return _render(
        calendar,
        request,
        "events/calendar_month.html",
        form,
        month=shown,
        weeks=month_grid(shown, rows, totals, timezone.localdate(), shown_language()),
        previous_url=_month_url(calendar, shown.shifted(-1), form.query),
        next_url=_month_url(calendar, shown.shifted(1), form.query),
        empty=not ranked,
    )


def year(calendar, request, year):
    """A year at a glance, including past years. 404 outside the calendar's years."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Http404
    form = _form(request)
    rows = list(_rows(form).between(*year_bounds(year))[: PER_YEAR + 1])
    grouped = {(shown.year, shown.number): found for shown, found in by_month(rows[:PER_YEAR], year_bounds(year)[0])}
    months = [Month(year, number) for number in range(1, 13)]
    return _render(
        calendar,
        request,
        "events/calendar_year.html",
        form,
        year=year,
        months=[(shown, grouped.get((year, shown.number), [])) for shown in months],
        month_urls=[(shown, _month_url(calendar, shown, form.query)) for shown in months],
        previous_url=_year_url(calendar, year - 1, form.query),
        next_url=_year_url(calendar, year + 1, form.query),
        capped=len(rows) > PER_YEAR,
        empty=not rows,
    )


def _ranked(form, shown):
    """The month's meetings from ``ranked_by_day``. Those of all networks are cached until anything public changes.

    Counting thousands of meetings is what makes a month slow in a full calendar, and the counts seldom change.
    """

    def find():
        return list(form.narrow(Occurrence.objects.public()).between(shown.start, shown.end).ranked_by_day(PER_DAY))

    if form.query:
        return find()
    number, changed_at = CalendarStamp.current()
    moment = changed_at.timestamp() if changed_at else 0
    return cache.get_or_set(f"events-month-{shown.year}-{shown.number}-{number}-{moment}", find, KEEP)


def by_month(rows, first=date.min):
    """``[(Month, [occurrences])]`` from rows in order of start. A row that began before ``first`` counts as there."""
    groups = groupby(rows, key=lambda row: Month.of(max(row.start_date, first)))
    return [(shown, list(group)) for shown, group in groups]


def _form(request):
    form = CalendarFilterForm(request.GET)
    form.is_valid()
    return form


def _rows(form):
    return form.narrow(Occurrence.objects.public()).with_pages()


def _render(calendar, request, template, form, **context):
    today = timezone.localdate()
    defaults = {
        "form": form,
        "query": form.query,
        "invalid": bool(form.errors),
        "filtered": bool(form.query),
        "this_month": Month.of(today),
        "today": today,
        "year": today.year,
        "feed_url": feed_url(form),
        "feed_name": feed_name(form),
        "calendar_url": address(calendar, request),
    }
    return calendar.render(request, context_overrides=defaults | context, template=template)


def _first_day(request, today):
    """The first day of the list: ``fran`` if it is a date within the calendar's years, else today."""
    return _day(request, "fran") or today


def _last_day(request, first):
    """The last day of the list; None if it is no date within the calendar's years or before the first day."""
    day = _day(request, "till")
    return day if day and day >= first else None


def _day(request, name):
    try:
        day = parse_date(request.GET.get(name, ""))
    except ValueError:
        return None
    return day if day and FIRST_YEAR <= day.year <= LAST_YEAR else None


def _page_number(request):
    text = request.GET.get("sida", "1")
    return max(int(text), 1) if text.isascii() and text.isdigit() and len(text) <= 5 else 1


def _page_url(calendar, query, page):
    parts = [query] if query else []
    return _address(calendar, "", "&".join([*parts, f"sida={page}"] if page > 1 else parts))


def _month_url(calendar, shown, query):
    return _address(calendar, f"{shown.year}/{shown.number}/", query) if shown.in_range else None


def _year_url(calendar, year, query):
    return _address(calendar, f"{year}/", query) if FIRST_YEAR <= year <= LAST_YEAR else None


def _address(calendar, tail, query):
    return address(calendar) + tail + (f"?{query}" if query else "")
