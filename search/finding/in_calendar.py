"""Whether the calendar's page shows a meeting for words, so that the search counts the very ones that it leads to.

As ``CalendarFilterForm.narrow`` with a text, but for rows that have been read: the form reads the texts of all
meetings, a query for each place that they stand in. ``tests/search/test_counted.py`` compares the two.
"""

from django.conf import settings
from django.db.models import F, OuterRef, Subquery

from events.fields.declared import MEETING, Found, found
from events.models import EventPage, Occurrence
from events.selection.filters import CalendarFilterForm
from events.selection.said import said
from networks.fields.declared import words
from networks.models import NetworkPage
from networks.translation import shown_language

_LINE = found(Found.LINE)
_LENT = tuple(name for name in _LINE if name in words(MEETING))
_LONGEST = CalendarFilterForm.base_fields["q"].max_length
STATUS = "calendar_status"


def calendar_texts():
    """Annotations for Findable rows: the meeting's status, and where the calendar looks for words."""
    own = Occurrence.objects.live().order_by().filter(translation_key=OuterRef("meeting"))
    texts = {
        STATUS: Subquery(own.values("status")[:1]),
        **{f"calendar_{name}": Subquery(own.values(name)[:1]) for name in _LINE},
        "calendar_title": F("page__title"),
        "calendar_event_place": F("page__eventpage__place"),
        "calendar_network": F("page__eventpage__network__title"),
    }
    return texts if shown_language() == settings.LANGUAGE_CODE else texts | _lent()


def _lent():
    """The words of the translations that a meeting in the shown language has."""
    live = {"locale__language_code": shown_language(), "live": True, "alias_of": None}
    own = Occurrence.objects.order_by().filter(
        translation_key=OuterRef("meeting"), locale__language_code=shown_language(),
        page__live=True, page__alias_of=None,
    )  # fmt: skip
    event = EventPage.objects.filter(translation_key=OuterRef("page__translation_key"), **live).order_by()
    of_network = OuterRef("page__eventpage__network__translation_key")
    network = NetworkPage.objects.filter(translation_key=of_network, **live).order_by()
    return {
        **{f"calendar_lent_{name}": Subquery(own.values(name)[:1]) for name in _LENT},
        **{f"calendar_lent_event_{name}": Subquery(event.values(name)[:1]) for name in ("title", "place")},
        "calendar_lent_network": Subquery(network.values("title")[:1]),
    }


def shown_for(text, rows):
    """Those of the meetings ``rows``, with ``calendar_texts``, that the calendar shows for ``text``. None if it takes
    no such text."""
    if len(text) > _LONGEST:
        return None
    asked = said(text)
    return [row for row in rows if asked.fits(_texts(row), getattr(row, STATUS))]


def _texts(row):
    return [getattr(row, name) or "" for name in row._fields if name.startswith("calendar_") and name != STATUS]
