"""Describes the public log in plain words, in the active language. Values come from ``PublicChange``."""

from datetime import date, time

from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from ..days.date_format import format_date, format_times, format_when, known
from ..meeting_text.calendar_text import location
from ..models.change_kinds import ChangeKind
from .folding import Corrected

SHOWN = 30


def describe(change):
    """'Flyttat från fredag 7 februari 2020 till fredag 14 februari 2020', or only the kind if that is enough."""
    if isinstance(change, Corrected):
        parts = [describe(part) for part in change.parts]
        told = _(", därefter ").join([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])
        return _("Rättat: %(changes)s") % {"changes": told[:1].lower() + told[1:]}
    words = _WORDS.get(change.kind)
    return words(change.before, change.after) if words else str(ChangeKind(change.kind).label)


def label(change):
    """'Flyttat' or 'Rättat'"""
    return _("Rättat") if isinstance(change, Corrected) else str(ChangeKind(change.kind).label)


def meeting_day(change):
    """The days that the change is about: 'fredag 7 februari 2020'; '' if it does not say."""
    state = change.after if change.after.get("first") else change.before
    return _days_of(state) if state.get("first") else ""


def new_dates(changes):
    """``('20 nya möten', ['fredag 7 februari 2020', ...])`` for changes that are all NEW: in order, at most SHOWN."""
    days = [_when(change.after) for change in sorted(changes, key=lambda change: change.after["first"])]
    heading = ngettext("Ett nytt möte", "%(number)d nya möten", len(days)) % {"number": len(days)}
    hidden = len(days) - SHOWN
    more = [ngettext("och ett till", "och %(number)d till", hidden) % {"number": hidden}] if hidden > 0 else []
    return heading, days[:SHOWN] + more


def when(row):
    """'fredag 7 februari 2020 kl. 08.30–11.30' for an occurrence."""
    return format_when(row.start_date, row.end_date, *row.clock, language=_language())


def _moved(before, after):
    times = any(before.get(name) != after.get(name) for name in ("start", "end", "timing")) and "timing" in before
    words = _when if times else _days_of
    return _("Flyttat från %(before)s till %(after)s") % {"before": words(before), "after": words(after)}


def _new_time(before, after):
    return _("Ny tid: %(after)s i stället för %(before)s") % {"before": _times(before), "after": _times(after)}


def _new_place(before, after):
    old, new = (location(state["place"], state["format"], _) or _("ej angiven") for state in (before, after))
    return _("Ny plats: %(after)s i stället för %(before)s") % {"before": old, "after": new}


def _theme(before, after):
    return _("Nytt tema: %(theme)s") % after if after["theme"] else _("Temat är borttaget")


def _documents(before, after):
    return _("Nya dokument: %(titles)s") % {"titles": ", ".join(after["new"])}


_WORDS = {
    ChangeKind.NEW: lambda before, after: _("Nytt möte: %(when)s") % {"when": _when(after)},
    ChangeKind.REMOVED: lambda before, after: _("Borttaget ur kalendern: %(when)s") % {"when": _when(before)},
    ChangeKind.MOVED: _moved,
    ChangeKind.NEW_TIME: _new_time,
    ChangeKind.NEW_PLACE: _new_place,
    ChangeKind.THEME: _theme,
    ChangeKind.DOCUMENTS: _documents,
}


def _days_of(state):
    first, last = (date.fromisoformat(state[name]) for name in ("first", "last"))
    return format_when(first, last, language=_language()) if last > first else format_date(first, language=_language())


def _when(state):
    first, last = (date.fromisoformat(state[name]) for name in ("first", "last"))
    return format_when(first, last, _clock(state, "start"), _clock(state, "end"), language=_language())


def _times(state):
    if start := _clock(state, "start"):
        return format_times(start, _clock(state, "end"), language=_language())
    return _("heldag") if state.get("timing") == "whole_day" else _("tid meddelas senare")


def _clock(state, name):
    return time.fromisoformat(state[name]) if state.get(name) else None


def _language():
    return known(get_language())
