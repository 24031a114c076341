"""A row in the table of a plan: what was typed, what was proposed, and the remarks on it."""

from dataclasses import dataclass, field

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ..days.date_format import format_date, format_week
from .calculations.clashes import Slot
from .calculations.pattern import remarks
from .forms import PlannedRowForm
from .year import planned_day


@dataclass
class Row:
    """``form`` has what was typed, ``source`` is the meeting it was proposed from and ``proposal`` the proposal."""

    form: PlannedRowForm
    series: object
    source: object = None
    proposal: object = None
    clashes: list[str] = field(default_factory=list)

    @property
    def data(self):
        """The row's cleaned values, once it has been validated."""
        self.form.is_valid()
        return self.form.cleaned_data

    @property
    def day(self):
        return self.data.get("start_date")

    @property
    def is_ready(self):
        return self.form.is_valid() and bool(self.data.get("include"))

    @property
    def is_as_proposed(self):
        return self.proposal is not None and self.day == self.proposal.day

    @property
    def moved(self):
        return self.proposal.moved if self.is_as_proposed else ""

    @property
    def notes(self):
        if self.is_as_proposed:
            return self.proposal.notes
        return remarks(self.day, self.form.days) if self.day and self.day.year == self.form.year else ()

    @property
    def is_blank(self):
        """Whether the row was just added. The editor continues there, and it shows no errors yet."""
        return self.form.is_blank

    @property
    def is_included(self):
        return bool(self.data.get("include"))

    @property
    def advice(self):
        """All remarks: why the date is moved, what day it is and what it clashes with."""
        return [capfirst(words) for words in (self.moved, *self.notes, *self.clashes) if words]

    @property
    def name(self):
        """A name that tells the row from the others, for screen readers."""
        return f"{self.words} {self.series.owner_title}"

    @property
    def source_words(self):
        words = f"{self.source.when}, {format_week(self.source.start_date)}"
        planned = planned_day(self.source)
        if planned == self.source.start_date:
            return words
        return _("%(when)s, flyttat från %(day)s") % {
            "when": words,
            "day": format_date(planned, weekday=False, year=False),
        }

    @property
    def is_whole_day(self):
        return self.source is not None and self.source.is_whole_day

    @property
    def words(self):
        """'fredag 12 februari, v. 6', so that an editor can see that a typed date is the intended one."""
        return f"{format_date(self.day, year=False)}, {format_week(self.day)}" if self.day else ""

    def slot(self):
        start, end = self.data["start_time"], self.data["end_time"]
        series, days, place = self.series, self.form.days, self.data["place"]
        return Slot(self.form.prefix, series.owner_title, series.networks, self.day, days, start, end, place)


def proposed(series, source, proposal):
    """The initial values of a row's form: the meeting ``source`` on its proposed day."""
    start, end = source.clock
    return {
        "series": series.key,
        "source": str(source.translation_key),
        "include": "on",
        "start_date": proposal.day.isoformat(),
        "start_time": start.strftime("%H.%M") if start else "",
        "end_time": end.strftime("%H.%M") if end else "",
        "place": source.actual_place,
    }


def blank(series):
    """The initial values of a row added by hand: the usual time and place of its series."""
    usual = series.usual
    start, end = (usual.start_time, usual.end_time) if usual else (None, None)
    return {
        "series": series.key,
        "source": "",
        "include": "on",
        "start_date": "",
        "start_time": start.strftime("%H.%M") if start else "",
        "end_time": end.strftime("%H.%M") if end else "",
        "place": usual.place if usual else "",
    }
