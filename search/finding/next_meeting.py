"""The answer above the hits: when a network meets next, or how many meetings a time has."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.days.date_format import format_date, format_month, format_when, known
from events.days.periods import LAST_YEAR, Month
from events.templatetags.meeting_dates import PLAIN_TITLES

from ..models import Findable
from .hits import url_of


@dataclass(frozen=True)
class NextMeeting:
    """``url`` is the address of the network's next meeting, '' if it has none, ``when`` its day, clock and place and
    ``theme`` its title if that says anything.

    The meeting's words are in ``language`` and the network's name in ``network_language``; '' for the visitor's own.
    ``follow_url`` is the place on the network's page where one subscribes to its calendar.
    """

    network: str
    network_url: str
    follow_url: str
    network_language: str = ""
    url: str = ""
    when: str = ""
    theme: str = ""
    language: str = ""


@dataclass(frozen=True)
class MeetingsOfPeriod:
    """How many ``meetings`` a time has (``of`` a network or for the words that stand beside the time, '' for all), and
    what follows the calendar's address to show that part of it, '' if it cannot."""

    when: str
    meetings: int
    of: str
    calendar_tail: str


def answer(found, *, language, request=None):
    """A NextMeeting, a MeetingsOfPeriod or None for what was ``found``. At most one query."""
    asked, itself = found.meaning.asked, found.timed.itself
    if asked.period:
        return _of_period(asked, itself, found.timed.meetings)
    if itself is None or asked.cancelled or asked.moved or asked.question:
        return None
    return _next(itself.pk, found.timed.following, language, request)


def _next(network, meeting, language, request):
    rows = Findable.objects.public().select_related("page", "translation", "network")
    rows = rows.defer("title_terms", "fact_terms", "text_terms", "text").in_bulk(filter(None, [network, meeting]))
    if network not in rows:
        return None
    owner, row = rows[network], rows.get(meeting)
    url = url_of(owner, language, request)
    named = NextMeeting(owner.title, url, f"{url}#prenumerera", _other(owner.language, language))
    if row is None:
        return named
    return replace(
        named,
        url=url_of(row, language, request),
        when=row.facts.partition("\n")[0],
        theme="" if row.title in PLAIN_TITLES else row.title,
        language=_other(row.language, language),
    )


def _other(language, shown):
    return "" if language == shown else language


def _of_period(asked, itself, meetings):
    chosen = {"natverk": itself.network__slug} if itself else {"q": asked.rest} if asked.rest else {}
    of = itself.title if itself else f"”{asked.rest}”" if asked.rest else ""
    of = ", ".join(filter(None, [of, _("inställda") if asked.cancelled else ""]))
    return MeetingsOfPeriod(when(asked.period), meetings, of, _tail(asked.period, urlencode(chosen)))


def when(period):
    """The period as it is said, to begin a sentence with: "Mars 2027", "Vecka 49, 30 november – 6 december 2026"."""
    language = known(get_language())
    days = format_when(period.first, period.last, language=language)
    if period.kind == "week":
        return _("Vecka %(number)s, %(days)s") % {"number": period.first.isocalendar().week, "days": days}
    if period.kind == "month":
        return capfirst(format_month(period.first.year, period.first.month, language=language))
    if period.kind == "year":
        return str(period.first.year)
    if period.last.year >= LAST_YEAR:
        return _("Från och med %(day)s") % {"day": format_date(period.first, weekday=False, language=language)}
    return capfirst(days)


def _tail(period, query):
    """What leads to the part of the calendar that begins with the period: its month or year, else the list from its
    first day."""
    month = Month.of(period.first)
    if not month.in_range:
        return ""
    path = {"month": f"{month.year}/{month.number}/", "year": f"{month.year}/"}.get(period.kind, "")
    parts = [query, "" if path else f"fran={period.first}"]
    return f"{path}?{'&'.join(filter(None, parts))}" if any(parts) else path
