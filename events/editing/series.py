"""What the form's rule makes of the series, before anything is saved: each date, and what publishing will change."""

import json
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256

import recurrence
from django import forms
from django.utils.translation import gettext as _

from ..days.date_format import format_date, format_week
from ..remarks.planned import Planned
from ..series.filling import absent_rows, gather, public_rows, series_row
from ..series.plan import Choices, Plan, SeriesRow, plan
from ..series.recurrence import HostileRule, expand
from ..series.rule_field import RuleFormField, rule_of
from ..series.rule_text import describe
from .changes import Changes
from .fields import days_of, same_of


@dataclass
class SeriesDate:
    """A date of the rule, or of a meeting that it takes away.

    ``state``: "add", "skip", "there" (a meeting stands for it), "move" (that meeting gets this date), "past" (it is
    over and is not added afterwards) or "take". ``note`` says what becomes of the meeting. ``choices`` are
    ``[(value, words, whether chosen)]`` where a person says which meeting it is, ``asked`` whether she says if the
    meeting moves from where a person has put it, and ``follows`` what she said.
    """

    day: date
    state: str
    remarks: list[str] = field(default_factory=list)
    has_been: bool = False
    note: str = ""
    choices: list[tuple[str, str, bool]] = field(default_factory=list)
    asked: bool = False
    follows: bool = False

    @property
    def words(self):
        return f"{format_date(self.day)} · {format_week(self.day)}"

    @property
    def is_open(self):
        """Whether the editor can choose if the date gets a row."""
        return self.state in {"add", "skip"}


@dataclass
class Series:
    """The rule in words, its dates, and what is wrong with it ("" if nothing is).

    ``token`` tells which rule and which public meetings this was made from, so that the form knows what it has shown.
    """

    words: str = ""
    dates: list[SeriesDate] = field(default_factory=list)
    error: str = ""
    changes: Changes = field(default_factory=Changes)
    token: str = ""

    @property
    def listed(self):
        """The dates to show: those to come, and past ones that the editor can still add."""
        return [found for found in self.dates if found.is_open or found.state == "take" or not found.has_been]

    @property
    def given(self):
        return [found for found in self.dates if found.state != "take"]

    @property
    def added(self):
        return [found for found in self.dates if found.state == "add"]

    def is_news(self, told):
        """Whether publishing would move or remove public meetings otherwise than the form said with ``told``."""
        return not self.error and self.changes.needs_showing and told != self.token


@dataclass(frozen=True)
class _Posted:
    """The part of a form that says what the series is to be."""

    stored: "recurrence.Recurrence | None"
    start: date | None
    handed_out: list[date]
    choices: Choices


def series_of_data(data, readings, today, event):
    """The Series of what a browser sent. ``readings`` are the rows of the form, made from ``event``."""
    skipped = frozenset(days_of(data.getlist("series_skip")))
    choices = Choices(
        skipped,
        frozenset(days_of(data.getlist("series_shown"))) - skipped,
        same_of(data.getlist("series_same")),
        frozenset(days_of(data.getlist("series_follow"))),
    )
    widget = RuleFormField.widget()
    try:
        stored = RuleFormField(required=False).clean(widget.value_from_datadict(data, {}, "recurrence"))
        start = forms.DateField(required=False).clean(data.get("series_start"))
    except forms.ValidationError as error:
        return Series(error=" ".join(error.messages))
    return _series(_Posted(stored, start, days_of(_list(data.get("handed_out"))), choices), readings, today, event)


def series_of_event(event, readings, today):
    posted = _Posted(event.recurrence, event.series_start, days_of(event.handed_out), Choices())
    return _series(posted, readings, today, event)


def _series(posted, readings, today, event):
    try:
        rule = rule_of(posted.stored)
        if rule is not None and posted.start is None:
            raise HostileRule(_("Ange seriens första dag."))
        dates = expand(rule, posted.start) if rule else []
    except HostileRule as error:
        return Series(error=str(error))
    public = public_rows(event)
    rows, given = _gather(rule.frequency if rule else "", dates, readings, today, event, public, posted.handed_out)
    planned = plan(given, posted.choices)
    changes = Changes.of(planned, rows, {str(key): row for key, row in public.items()})
    shown = [_date(day, planned, rows, changes, posted.choices, today) for day in dates]
    shown += [_taken(*one) for one in changes.taken_days if one[0] not in dates]
    shown.sort(key=lambda found: found.day)
    return Series(describe(rule) if rule else "", shown, changes=changes, token=_token(posted, public))


def _gather(frequency, dates, readings, today, event, public, handed_out):
    """``({key: row}, series)`` of a form, as ``fill_rows`` finds them when it is saved."""
    kept = [found for found in readings.values() if not found.deleted]
    own = {}
    for found in kept:
        if row := found.series_row:
            own.setdefault(row.origin, row)
    members = {row.key for row in own.values()}
    known = {found.key for found in readings.values()}
    deleted = {found.key: found.origin for found in readings.values() if found.deleted}
    unseen = [row for row in event.occurrences.all() if row.recurrence_id and str(row.translation_key) not in known]
    others = [found.day for found in kept if found.meeting and found.key not in members]
    public = {str(key): row for key, row in public.items()}
    absent = [series_row(row) for row in absent_rows(unseen, public, known, deleted)]
    given = gather(
        frequency,
        dates,
        list(own.values()),
        today,
        absent=absent,
        handed_out=handed_out,
        deleted=[day for day in deleted.values() if day],
        others=others,
    )
    return {row.key: row for row in [*absent, *own.values()]}, given


def _date(day: date, planned: Plan, rows: dict[str, SeriesRow], changes: Changes, choices: Choices, today: date):
    found = SeriesDate(day, "past", has_been=day < today)
    key = planned.stands_for.get(day)
    if key:
        found.state, found.note = _standing(day, planned.placed[key][1], changes.before(rows[key]), rows[key])
    elif day in planned.added:
        found.state = "add"
    elif day in planned.away:
        found.state = "skip"
    elif not found.has_been:  # another meeting of the event is on the day
        found.state, found.note = "there", _("finns i listan")
    if day in planned.candidates and changes.concerns(planned.candidates[day]):
        found.choices = _choices(day, planned.candidates[day], rows[key].origin if key else None)
    found.asked, found.follows = day in planned.asked, day in choices.follow
    return found


def _standing(day, now, before, row):
    if now == day:
        return (
            ("there", _("finns i listan")) if before == now else ("move", _("flyttas från %s") % format_date(before))
        )
    words = _("mötet är inställt och står kvar %s") if row.cancelled else _("mötet är kvar %s")
    return "there", words % format_date(now)


def _choices(day, origins, chosen):
    values = [(f"{day}={origin}", format_date(origin), origin == chosen) for origin in origins]
    return [*values, (f"{day}=", _("inget av dem, ett nytt möte"), chosen is None)]


def _taken(day, is_public):
    return SeriesDate(day, "take", note=_("tas bort") if is_public else _("tas bort ur listan"))


def _token(posted, public):
    rule = recurrence.serialize(posted.stored) if posted.stored else ""
    rows = sorted(
        (str(key), row.recurrence_id, row.start_date, row.status) for key, row in public.items() if row.recurrence_id
    )
    return sha256(repr((rule, posted.start, rows)).encode()).hexdigest()[:32]


def planned_dates(series, start, end, place):
    """``{ISO date: Planned}`` for the dates that saving would add."""
    return {found.day.isoformat(): Planned(found.day, found.day, start, end, place) for found in series.added}


def _list(text):
    try:
        value = json.loads(text or "[]")
    except (ValueError, RecursionError):
        return []
    return value if isinstance(value, list) else []
