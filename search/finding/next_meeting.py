"""The answer above the hits: when networks meet next or met last, or how many meetings a time has."""

from dataclasses import dataclass, replace
from urllib.parse import urlencode

from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from events.days.date_format import format_date, format_month, format_when, known
from events.days.periods import LAST_YEAR, Month
from events.models.choices import Format
from events.templatetags.meeting_dates import PLAIN_TITLES

from ..models import Findable
from .hits import url_of

MOST_NETWORKS = 3


@dataclass(frozen=True)
class NextMeeting:
    """``url`` is the address of the network's next meeting, or of its latest if it is ``past``, '' if it has none,
    ``when`` its day, clock and place and ``theme`` its title if that says anything. ``coming`` is how many meetings
    it has, if that is asked for, and ``form`` what is asked of them, in words.

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
    past: bool = False
    coming: int = 0
    form: str = ""


@dataclass(frozen=True)
class Several:
    """A NextMeeting for each of the ``networks`` that may be meant, at most ``MOST_NETWORKS``."""

    networks: list[NextMeeting]

    @property
    def past(self):
        """Whether it is the latest meeting of each that was asked for."""
        return self.networks[0].past


@dataclass(frozen=True)
class MeetingsOfPeriod:
    """How many ``meetings`` a time has (``of`` a network or for the words that stand beside the time, '' for all), and
    what follows the calendar's address to show just them, '' if it cannot."""

    when: str
    meetings: int
    of: str
    calendar_tail: str


def answer(found, *, language, request=None):
    """A NextMeeting, Several, a MeetingsOfPeriod or None for what was ``found``. At most one query."""
    asked, timed = found.meaning.asked, found.timed
    if asked.period:
        return None if any(found.operators[1:]) else _of_period(asked, timed)
    if asked.cancelled or asked.moved or asked.question:
        return None
    told = _next(asked, timed, language, request)
    return Several(told) if len(told) > 1 else next(iter(told), None)


def _next(asked, timed, language, request):
    """What is told of each network, those that meet soonest first, and last those that do not meet."""
    chosen = sorted(timed.itself, key=lambda network: _soonest(timed, network, asked))[:MOST_NETWORKS]
    chosen += [None] if None in timed.following else []
    if not chosen:
        return []
    keys = [timed.itself[network].pk for network in chosen if network] + [timed.following.get(each) for each in chosen]
    rows = Findable.objects.public().select_related("page", "translation", "network")
    rows = rows.defer("title_terms", "fact_terms", "text_terms", "text").in_bulk(list(filter(None, keys)))
    told = []
    for network in chosen:
        owner = rows.get(timed.itself[network].pk) if network else None
        if network and not owner:
            continue
        named = _named(owner, language, request) if owner else NextMeeting("", "", "")
        row = rows.get(timed.following.get(network))
        named = _with_meeting(named, row, language, request) if row else named
        form = str(Format(asked.form).label) if asked.form else ""
        told.append(replace(named, past=asked.last, form=form, coming=timed.coming[network] if asked.often else 0))
    return told


def _soonest(timed, network, asked):
    row = timed.rows.get(timed.following.get(network))
    if row is None:
        return (True, 0, network)
    return (False, -row.first_day.toordinal() if asked.last else row.first_day.toordinal(), network)


def _named(owner, language, request):
    url = url_of(owner, language, request)
    return NextMeeting(owner.title, url, f"{url}#prenumerera", _other(owner.language, language))


def _with_meeting(named, row, language, request):
    return replace(
        named,
        network=named.network or row.owners.partition("\n")[0],
        url=url_of(row, language, request),
        when=row.facts.partition("\n")[0],
        theme="" if row.title in PLAIN_TITLES else row.title,
        language=_other(row.language, language),
    )


def _other(language, shown):
    return "" if language == shown else language


def _of_period(asked, timed):
    itself = next(iter(timed.itself.values()), None)
    chosen = {"natverk": itself.network__slug} if itself else {}
    chosen |= {"form": asked.form} if asked.form else {}
    chosen |= {"q": timed.calendar_words} if timed.calendar_words else {}
    of = [itself.title if itself else f"”{timed.words}”" if timed.words else ""]
    of += [str(Format(asked.form).label).lower() if asked.form else ""]
    of += [_("inställda") if asked.cancelled else "", _("flyttade") if asked.moved else ""]
    tail = "" if timed.calendar_words is None else _tail(asked.period, urlencode(chosen))
    return MeetingsOfPeriod(when(asked.period), timed.meetings, ", ".join(filter(None, of)), tail)


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
    """What leads to the part of the calendar that is the period: its month or year, else the list of its days."""
    month = Month.of(period.first)
    if not month.in_range:
        return ""
    path = {"month": f"{month.year}/{month.number}/", "year": f"{month.year}/"}.get(period.kind, "")
    days = f"fran={period.first}&till={period.last}" if period.last.year < LAST_YEAR else f"fran={period.first}"
    parts = [query, "" if path else days]
    return f"{path}?{'&'.join(filter(None, parts))}" if any(parts) else path
