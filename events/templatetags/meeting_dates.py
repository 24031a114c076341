"""Template filters for when and where a meeting is: thin wrappers of ``date_format`` in the active language."""

from collections import Counter
from datetime import timedelta

from django import template
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from networks.translation import shown_language, word_language

from ..days import date_format
from ..days.month_grid import shade
from ..days.periods import days_between
from ..days.red_days import red_day
from ..models.choices import Format

register = template.Library()

# Titles of events that say nothing more than the network's name does.
SUNDAY = 6
PLAIN_TITLES = {
    "Möte", "Möten", "Nätverksmöte", "Nätverksmöten", "Sammanträde", "Sammanträden",
    "Meeting", "Meetings", "Network meeting", "Network meetings",
}  # fmt: skip


class Words(str):
    """A text that knows its language: that of the word ``name`` of ``thing``, or the shown one."""

    def __new__(cls, text, thing=None, name="title"):
        words = super().__new__(cls, text)
        words.text_language = word_language(thing, name) if thing else shown_language()
        return words


def _language():
    return date_format.known(get_language())


@register.filter
def when(occurrence):
    """'fredag 7 februari 2020 kl. 08.30–11.30'"""
    return date_format.format_when(occurrence.start_date, occurrence.end_date, *occurrence.clock, language=_language())


@register.filter
def times(occurrence):
    """'kl. 08.30–11.30', 'Heldag' or 'Tid meddelas senare'.

    A meeting of several days includes its dates: '24 april kl. 12.00 – 25 april kl. 13.00'.
    """
    start, end = occurrence.clock
    if occurrence.final_date > occurrence.start_date:
        span = date_format.format_when(
            occurrence.start_date, occurrence.end_date, start, end, weekday=False, year=False, language=_language()
        )
        return _breaking_at_the_dash(span)
    if start:
        return date_format.format_times(start, end, language=_language())
    return _("Heldag") if occurrence.is_whole_day else _("Tid meddelas senare")


def _breaking_at_the_dash(text):
    nbsp, dash = date_format.NBSP, date_format.EN_DASH
    return text.replace(" ", nbsp).replace(f"{nbsp}{dash}{nbsp}", f"{nbsp}{dash} ")


@register.filter
def clock(value):
    """'08.30'"""
    return date_format.format_times(value, language=_language()).split(date_format.NBSP)[-1]


@register.simple_tag
def time_on(occurrence, date):
    """The clock that a calendar's cell shows on one of the meeting's days: '08.30' on the first, 'till 13.00' on the
    last and 'pågår' in between; '' for a meeting without a clock time."""
    start, end = occurrence.clock
    if start is None:
        return ""
    if date == occurrence.start_date:
        return clock(start)
    if end and date == occurrence.ends_on:
        return _("till %(clock)s") % {"clock": clock(end)}
    return _("pågår")


@register.filter
def usual_times(event):
    """'kl. 08.30–11.30'"""
    return date_format.format_times(event.start_time, event.end_time, language=_language())


@register.filter
def day(value):
    """'fredag 7 februari 2020'"""
    return date_format.format_date(value, language=_language())


@register.filter
def plain_day(value):
    """'7 februari 2020'"""
    return date_format.format_date(value, weekday=False, language=_language())


@register.filter
def month(value):
    """'februari 2020' for a date or a Month."""
    number = getattr(value, "number", None) or value.month
    return date_format.format_month(value.year, number, language=_language())


@register.filter
def month_name(value):
    """'februari' for a date or a Month, for a heading under its year."""
    number = getattr(value, "number", None) or value.month
    return date_format.MONTHS[_language()][number - 1]


@register.filter
def weekday(value):
    """'fredag'"""
    return date_format.WEEKDAYS[_language()][value.weekday()]


@register.filter
def week(value):
    """'v. 6'"""
    return date_format.format_week(value, language=_language())


@register.filter
def days(occurrence):
    """The figures of a date block: '7', or '24–25' if the last day is in the same month."""
    first, last = occurrence.start_date, occurrence.final_date
    same_month = (first.year, first.month) == (last.year, last.month)
    return f"{first.day}{date_format.EN_DASH}{last.day}" if last > first and same_month else str(first.day)


@register.filter
def moved_from(occurrence):
    """'7 februari', with the year if the meeting has moved to another year."""
    year = occurrence.moved_from.year != occurrence.start_date.year
    return date_format.format_date(occurrence.moved_from, weekday=False, year=year, language=_language())


@register.filter
def subject(occurrence):
    """What the meeting is about: its theme, else the event's title; '' if that only says "Möten" or the like."""
    if occurrence.theme:
        return Words(occurrence.theme, occurrence, "theme")
    page = occurrence.page
    return "" if page.network and page.title in PLAIN_TITLES else Words(page.title, page)


@register.simple_tag
def meeting_name(occurrence, hide_network=False):
    """A meeting's name in a list: the network that meets or, on the network's own page, what it is about."""
    network = occurrence.page.network
    if network and not hide_network:
        return Words(network.title, network)
    return subject(occurrence) or Words(_("Möte"))


@register.filter
def place_instead(occurrence):
    """Where the meeting is, for one without a subject; '' if it has a subject."""
    return "" if subject(occurrence) else where(occurrence)


@register.filter
def full_name(occurrence):
    """'Digital samverkan, Förskolenätverket': subject and network, for what is read apart from the page."""
    about, network = str(subject(occurrence) or _("Möte")), occurrence.page.network
    return f"{about}, {network.title}" if network else about


@register.filter
def series_title(occurrence):
    """The event's title if it says more than the theme and the network do, else ''."""
    page = occurrence.page
    return Words(page.title, page) if occurrence.theme and page.title not in PLAIN_TITLES else ""


@register.filter
def where(occurrence):
    """'Stora salen', 'Digitalt', 'Digitalt, Teams' or 'Stora salen och digitalt'; '' if it is not known."""
    place, form = occurrence.actual_place, occurrence.actual_format
    if form == Format.ONLINE:
        return ", ".join(filter(None, [_("Digitalt"), place]))
    if form == Format.HYBRID:
        return _("%(place)s och digitalt") % {"place": place} if place else format_label(form)
    return place


@register.filter
def format_label(value):
    """'På plats', 'Digitalt' or 'På plats och digitalt'"""
    return str(Format(value).label)


@register.filter
def meetings_per_day(occurrences):
    """``{date: number of meetings}``, counting each day of a meeting but not cancelled ones."""
    held = (occurrence for occurrence in occurrences if not occurrence.is_cancelled)
    return Counter(date for row in held for date in days_between(row.start_date, row.last_day))


@register.filter
def red_day_name(value):
    """'juldagen' for a public holiday, else ''."""
    return red_day(value, _language())


@register.filter
def red_days(shown):
    """``[(date, name)]`` for the public holidays in a Month."""
    dates = days_between(shown.start, shown.end - timedelta(days=1))
    return [(date, name) for date in dates if (name := red_day_name(date))]


@register.simple_tag
def day_marks(counts, date, today):
    """The CSS classes of a day in a small calendar: how many meetings are held, where the month's first day goes, and
    whether it is today or red. ``counts``: what ``meetings_per_day`` gives."""
    marks = [
        f"on-{shade(counts[date])}" if counts[date] else "",
        f"from-{date.weekday()}" if date.day == 1 else "",
        "is-today" if date == today else "",
        "is-red" if date.weekday() == SUNDAY or red_day_name(date) else "",
    ]
    return " ".join(filter(None, marks))


@register.simple_tag
def month_day_marks(day):
    """The CSS classes of a ``Day`` in the month's table."""
    marks = {
        "day--outside": not day.in_month,
        "day--empty": not day.occurrences,
        "day--weekend": day.is_weekend,
        "day--red": day.red_day,
        "day--today": day.is_today,
    }
    return " ".join(["day", *(mark for mark, holds in marks.items() if holds)])
