"""Which deleted meetings belong to a choice, so that whoever follows it is told that they are cancelled."""

from uuid import UUID

from django.conf import settings

from networks.translation import shown_language

from ..models import RemovedMeeting
from .said import said
from .short_keys import named, parts


def deleted_networks(text, keys):
    """The keys named in ``text`` of networks that are deleted and whose meetings feeds still tell of as cancelled.

    ``keys`` are those of all networks that there are (``keys_of``). A network that is only hidden is among them.
    """
    if all(named(part, keys) for part in parts(text)):
        return []
    owners = RemovedMeeting.objects.shown().values_list("owners", flat=True)
    gone = sorted({UUID(key) for row in owners for key in row} - set(keys))
    return [key for key in named(text, [*keys, *gone]) if key in gone]


def fits(row, chosen, network=None):
    """Whether ``row`` (a RemovedMeeting) fitted ``chosen``, the filters of a form, in the shown language.

    ``network``: the key of a deleted network to choose by. A meeting that was deleted before its facts were kept fits
    every form, kind and search: one cancelled meeting too many in a calendar does less harm than a person who goes to
    a meeting that is not held.
    """
    owner, area = network or _key(chosen, "natverk"), _key(chosen, "omrade")
    if (owner and str(owner) not in row.owners) or (area and str(area) not in row.areas):
        return False
    return row.facts is None or _facts_fit(row.facts, chosen)


def _facts_fit(facts, chosen):
    category, text = _key(chosen, "slag"), chosen.get("q")
    if category and facts["category"] != category.hex:
        return False
    if chosen.get("form") and facts["format"] != chosen["form"]:
        return False
    return not text or _says(facts, text)


def _key(chosen, name):
    return chosen[name].translation_key if name in chosen else None


def _says(facts, text):
    """As ``OccurrenceQuerySet.saying``: a translated meeting is found by the source's words too."""
    languages = {settings.LANGUAGE_CODE, shown_language()}
    texts = [each for language in languages for each in facts["words"].get(language, ())]
    return said(text).fits(texts, facts.get("status"))
