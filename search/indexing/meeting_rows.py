"""Rows for meetings: one for each date, and one for the page that gathers several."""

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext

from events.choices import Format
from events.date_format import format_when
from events.meeting_name import meeting_name
from networks.models import NetworkPage

from ..analysis.dates import day_terms, day_words
from ..choices import HitKind
from .document_rows import document_rows
from .network_rows import areas, municipalities
from .rows import row
from .texts import lines, linked_documents, own_lines

# What every meeting is called by somebody.
_WORDS = {"sv": "möte sammanträde träff", "en": "meeting"}


def meeting_rows(event, translation=None):
    """The rows of ``event`` in its own language, or in that of ``translation``, a live page with the same key.

    Dates, places and visibility are the event's own; only words come from the translation.
    """
    words = translation or event
    dates = list(event.occurrences.select_related("agenda", "minutes"))
    texts = {date.translation_key: date for date in (translation.occurrences.all() if translation else dates)}
    owners = _owners(event, words.locale)
    shared = {
        "network": event.network,
        "owners": lines(*(owner.title for owner in owners)),
        "areas": sorted({area for owner in owners for area in areas(owner)}),
        "municipalities": _municipalities(owners),
        "language": words.locale.language_code,
    }
    alone = len(dates) == 1
    rows = [_date_row(event, words, date, texts.get(date.translation_key, date), shared, alone) for date in dates]
    if not alone:
        rows.append(_series_row(event, words, dates, shared))
    return rows if translation else rows + _documents(event, dates, shared)


def _date_row(event, words, date, text, shared, alone):
    """``alone``: the event has no other date, so this row holds the text of its page too."""
    language = shared["language"]
    short = "en" if language.startswith("en") else "sv"
    title = text.theme or capfirst(meeting_name(words.title))
    when = format_when(date.start_date, date.end_date, *date.clock, language=short)
    return row(
        event,
        key=f"meeting:{date.translation_key}",
        kind=HitKind.MEETING,
        meeting=date.translation_key,
        title=title,
        facts=lines(when, date.actual_place, _form(date), words.title, date.is_cancelled and gettext("Inställt")),
        text=lines(text.note, own_lines(words, ["introduction", "body"]) if alone else ""),
        extra=[_WORDS[short], day_words(date.start_date, date.final_date)],
        days=day_terms(date.start_date, date.final_date),
        first_day=date.start_date,
        last_day=date.final_date,
        cancelled=date.is_cancelled,
        **shared,
    )


def _form(date):
    return "" if date.actual_format == Format.ON_SITE else Format(date.actual_format).label


def _series_row(event, words, dates, shared):
    return row(
        event,
        key=f"event:{event.translation_key}",
        kind=HitKind.MEETING,
        variety="series",
        title=words.title,
        facts=lines(words.place, words.category.name if words.category else ""),
        text=own_lines(words, ["introduction", "body"]),
        extra=[_WORDS["en" if shared["language"].startswith("en") else "sv"]],
        last_day=max((date.final_date for date in dates), default=None),
        **shared,
    )


def _owners(event, locale):
    """The networks that hold the event, as they are called in ``locale`` where that has a live page."""
    owners = event.owners()
    if locale.language_code == settings.LANGUAGE_CODE or not owners:
        return owners
    keys = [owner.translation_key for owner in owners]
    translated = NetworkPage.objects.listed().filter(locale=locale, alias_of=None, translation_key__in=keys)
    names = {network.translation_key: network for network in translated}
    return [names.get(owner.translation_key, owner) for owner in owners]


def _municipalities(owners):
    return sorted({key for owner in owners for key in municipalities(owner.current_members())})


def _documents(event, dates, shared):
    papers = [("agenda", date.agenda, date) for date in dates if date.agenda_id]
    papers += [("minutes", date.minutes, date) for date in dates if date.minutes_id]
    titles = {paper.pk: paper.title for _, paper, _ in papers}
    days = {paper.pk: date.start_date for _, paper, date in papers}
    varieties = {paper.pk: variety for variety, paper, _ in papers}
    keys = titles.keys() | linked_documents(event)
    return document_rows(event, keys, titles=titles, dates=days, varieties=varieties, **shared)
