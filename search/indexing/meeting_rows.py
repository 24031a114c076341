"""Rows for meetings: one for each date, and one for a page with several."""

from django.utils.text import capfirst
from django.utils.translation import gettext

from events.days.date_format import format_when
from events.fields.declared import EVENT, FILES, Found, found
from events.meeting_text.meeting_name import meeting_name
from events.models.choices import Format
from events.series.rule_text import rule_text
from events.templatetags.meeting_dates import moved_from, times, usual_times
from networks.fields.declared import Part, names
from networks.translation import lend_words, shown_language

from ..analysis.dates import day_terms, day_words
from ..analysis.terms import Allowance
from ..models.choices import HitKind
from .document_rows import document_rows
from .findable import LONGEST_PLACE, row
from .network_rows import areas, municipalities
from .texts import lines, linked_documents, own_lines

# Words that people use for any meeting.
_WORDS = {"sv": "möte sammanträde träff", "en": "meeting"}


def meeting_rows(event):
    """The rows for ``event``, which may have the words of its translation."""
    dates = lend_words(list(event.occurrences.select_related(*FILES)))
    owners = lend_words(event.owners())
    shared = {
        "network": event.network,
        "owners": lines(*(owner.title for owner in owners)),
        "extra": [_WORDS[_language()], *(earlier.name for owner in owners for earlier in owner.earlier_names.all())],
        "areas": sorted({area for owner in owners for area in areas(owner)}),
        "allowance": Allowance(),
        **municipalities(*(owner.members.select_related("organisation") for owner in owners)),
    }
    alone = len(dates) == 1
    rows = [_date_row(event, date, shared, alone) for date in dates]
    if not alone:
        rows.append(_series_row(event, dates, shared))
    return rows + _documents(event, dates, shared)


def _date_row(event, date, shared, alone):
    """With ``alone`` the event has no other date, so the row also has the text of its page."""
    date.page = event
    return row(
        event,
        key=f"meeting:{date.translation_key}",
        kind=HitKind.MEETING,
        meeting=date.translation_key,
        title=date.theme or capfirst(meeting_name(event.title)),
        facts=lines(
            ", ".join(filter(None, [_when(date), date.actual_place])),
            _without_clock(date),
            Format(date.actual_format).label,
            event.title,
            *_status(date),
            *(_usual(event) if alone else [event.contact_email]),
        ),
        text=lines(own_lines(date, found(Found.TEXT)), own_lines(event, names(EVENT, Part.TEXT)) if alone else ""),
        days=_days(date),
        first_day=date.start_date,
        last_day=date.final_date,
        labels=lambda: [
            _WORDS[_language()],
            _when(date),
            _without_clock(date),
            Format(date.actual_format).label,
            *_status(date),
        ],
        cancelled=date.is_cancelled,
        place=date.actual_place[:LONGEST_PLACE],
        form=date.actual_format,
        **shared | {"extra": [*shared["extra"], day_words(date.start_date, date.final_date)]},
    )


def _language():
    return "en" if shown_language().startswith("en") else "sv"


def _when(date):
    return format_when(date.start_date, date.end_date, *date.clock, language=_language())


def _without_clock(date):
    return "" if date.has_clock else times(date)


def _status(date):
    if date.is_cancelled:
        yield gettext("Inställt")
    if date.is_tentative:
        yield gettext("Preliminärt")
    if date.moved_from:
        yield " ".join([gettext("Flyttat från"), moved_from(date)])


def _days(date):
    """Also the day that the meeting was moved from: whoever knows that one finds where it went."""
    old = day_terms(date.moved_from, date.moved_from) if date.moved_from else []
    return list(dict.fromkeys([*day_terms(date.start_date, date.final_date), *old]))


def _usual(event):
    """What the event's page says of all its dates."""
    yield event.place
    yield lend_words([event.category])[0].name if event.category else ""
    yield rule_text(event)
    yield usual_times(event) if event.start_time else ""
    yield Format(event.format).label
    yield event.contact_email


def _series_row(event, dates, shared):
    return row(
        event,
        key=f"event:{event.translation_key}",
        kind=HitKind.MEETING,
        variety="series",
        title=event.title,
        facts=lines(*_usual(event)),
        text=own_lines(event, names(EVENT, Part.TEXT)),
        labels=lambda: [_WORDS[_language()], rule_text(event), Format(event.format).label],
        last_day=max((date.final_date for date in dates), default=None),
        **shared,
    )


def _documents(event, dates, shared):
    shared = {name: value for name, value in shared.items() if name not in {"extra", "allowance"}}
    papers = [(name, getattr(date, name), date) for name in FILES for date in dates if getattr(date, name)]
    titles = {paper.pk: paper.title for _, paper, _ in papers}
    days = {paper.pk: date.start_date for _, paper, date in papers}
    varieties = {paper.pk: variety for variety, paper, _ in papers}
    keys = titles.keys() | linked_documents(event)
    return document_rows(event, keys, titles=titles, dates=days, varieties=varieties, **shared)
