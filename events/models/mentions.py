"""Which meetings a text is about: those whose theme, place, event or network has it, or has its words."""

import re
from functools import reduce
from operator import and_, or_

from django.apps import apps
from django.conf import settings
from django.db.models import Q

from networks.fields.declared import words
from networks.listing.matching import fold
from networks.translation import shown_language

from ..fields.declared import MEETING, Found, found

_SPELLINGS = {"a": "[aåäáàAÅÄÁÀ]", "e": "[eéèëEÉÈË]", "o": "[oöóòOÖÓÒ]", "u": "[uüUÜ]"}
_LINE = found(Found.LINE)
_WORDS = tuple(name for name in _LINE if name in words(MEETING))
# While they are live, the words of a translation count too.
_LIVE = {"live": True, "alias_of": None}


def mention(text):
    """A ``Q`` for the meetings whose theme, place, event or network holds ``text``, in any case and with or without
    dots."""
    pattern = pattern_of(text)
    events = _model("events", "EventPage").filter(
        Q(title__iregex=pattern) | Q(place__iregex=pattern) | Q(network__title__iregex=pattern)
    )
    own = _any(Q(**{f"{name}__iregex": pattern}) for name in _LINE)
    if shown_language() == settings.LANGUAGE_CODE:
        return own | Q(page__in=events.values("pk"))
    networks = _networks().filter(title__iregex=pattern)
    keys = {"page__translation_key__in": events.filter(**_LIVE).values("translation_key")}
    network_keys = {"page__network__translation_key__in": networks.values("translation_key")}
    rows = _translated_rows().filter(_any(Q(**{f"{name}__iregex": pattern}) for name in _WORDS))
    translated = Q(translation_key__in=rows.values("translation_key"))
    return own | translated | Q(**keys) | Q(**network_keys) | Q(page__in=events.values("pk"))


def saying(asked):
    """A ``Q`` for the meetings that have what is ``asked`` (a Said, see ``selection/said.py``) in the same places.

    No database knows what a word means. So the texts that stand in those places are read, each once, and compared in
    Python: a query for each of the places, however many the words.
    """
    texts = _texts() if asked.words or asked.phrases or asked.without else {}

    def has(word):
        return _any(_at(place, rows, word) for place, rows in texts.items())

    conditions = [*map(has, asked.phrases), *(~has(word) for word in asked.without)]
    if asked.text:
        known = [*map(has, asked.words), *([Q(status__in=asked.statuses)] if asked.statuses else [])]
        conditions.append(mention(asked.text) | reduce(and_, known) if known else mention(asked.text))
    if asked.without_statuses:
        conditions.append(~Q(status__in=asked.without_statuses))
    return reduce(and_, conditions, Q())


def public_texts(meetings):
    """The different texts that ``meetings`` (a queryset of public ones) are found by, in the shown language."""
    fields = (*_LINE, "page__title", "page__place", "page__network__title")
    found = {text for row in meetings.order_by().values_list(*fields).distinct() for text in row if text}
    if shown_language() != settings.LANGUAGE_CODE:
        rows, keys = _translated_rows(), ("translation_key", "page__translation_key", "page__network__translation_key")
        of = {key: meetings.order_by().values(key) for key in keys}
        translated = [
            rows.filter(translation_key__in=of[keys[0]]).values_list(*_WORDS),
            _translated(_model("events", "EventPage"), of[keys[1]]).values_list("title", "place"),
            _translated(_networks(), of[keys[2]]).values_list("title"),
        ]
        found |= {text for each in translated for row in each for text in row if text}
    return sorted(found)


def _translated(pages, keys):
    return pages.filter(translation_key__in=keys, locale__language_code=shown_language(), **_LIVE)


def _at(place, rows, word):
    return Q(**{f"{place}__in": [key for key, *texts in rows if word.occurs_in(texts)]})


def _texts():
    """``{what a meeting is chosen by: [(its value, texts)]}``."""
    events, rows = _model("events", "EventPage"), _model("events", "Occurrence")
    found = {
        name: [(text, text) for text in rows.values_list(name, flat=True).distinct().order_by()] for name in _LINE
    }
    found["page"] = list(events.values_list("pk", "title", "place", "network__title"))
    if shown_language() != settings.LANGUAGE_CODE:
        titles = ("translation_key", "title")
        found["translation_key"] = list(_translated_rows().values_list("translation_key", *_WORDS))
        found["page__translation_key"] = list(events.filter(**_LIVE).values_list(*titles, "place"))
        found["page__network__translation_key"] = list(_networks().values_list(*titles))
    return found


def _translated_rows():
    live = {f"page__{name}": value for name, value in _LIVE.items()}
    return _model("events", "Occurrence").filter(locale__language_code=shown_language(), **live)


def _networks():
    return _model("networks", "NetworkPage").filter(**_LIVE)


def _model(app, name):
    return apps.get_model(app, name).objects


def _any(conditions):
    return reduce(or_, conditions)


def pattern_of(text):
    """A regular expression for ``text`` in any case and with or without dots.

    Because SQLite folds only ASCII letters and no database lets "o" find "ö".
    """
    return "".join(_SPELLINGS.get(letter) or re.escape(letter) for letter in fold(text))
