"""What a meeting that is about to go says in each language, read while its event is still there."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext

from networks.translation import lend_words

from ..meeting_text import calendar_text
from ..models import EventPage, Occurrence
from .owner_names import listed_titles, owner_names


@dataclass(frozen=True)
class LastWords:
    """``summary`` is the meeting's name in calendars, and ``searched`` are the texts that the calendar searches."""

    summary: str
    searched: list[str]


def last_words(gone, language):
    """``{uid: LastWords}`` in ``language`` of the meetings in ``gone``, pairs of a CalendarObject and its state.

    The rows may be deleted already, but those of the translation stay until it is updated.
    """
    with translation.override(language):
        events = EventPage.objects.filter(pk__in={known.event_id for known, _state in gone}).select_related("network")
        pages = {page.pk: page for page in events.prefetch_related("co_owners").in_language()}
        titles = listed_titles(pages.values())
        rows = [
            Occurrence(translation_key=known.uid, page=pages[known.event_id], **_own(state)) for known, state in gone
        ]
        themes = _translated_themes(rows, language)
        return {
            row.translation_key: _words(row, titles, themes.get(row.translation_key, "")) for row in lend_words(rows)
        }


def _own(state):
    return {name: state.get(name) or "" for name in ("theme", "place")}


def _translated_themes(rows, language):
    """``{uid: theme}``. The calendar also searches the translation of an earlier text, which no page shows."""
    keys = [row.translation_key for row in rows]
    found = Occurrence.objects.filter(translation_key__in=keys, locale__language_code=language)
    return dict(found.filter(page__live=True, page__alias_of=None).values_list("translation_key", "theme"))


def _words(row, titles, translated_theme):
    page = row.page
    network = page.network.title if page.network else ""
    summary = calendar_text.summary(owner_names(page, titles), page.title, row.theme, _=gettext)
    return LastWords(summary, [page.title, page.place, network, row.theme, row.place, translated_theme])
