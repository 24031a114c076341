"""The fixed lists of choices in search."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class HitKind(models.TextChoices):
    # Swedish has one word for one and for several.
    NETWORK = "network", pgettext_lazy("flera", "Nätverk")
    MEETING = "meeting", _("Möten")
    DOCUMENT = "document", _("Dokument")
    PAGE = "page", _("Textsidor")


class TextState(models.TextChoices):
    """The result of reading a document's text."""

    WAITING = "waiting", _("Väntar")
    READ = "read", _("Läst")
    PARTLY = "partly", _("Delvis läst: dokumentet är mycket långt")
    EMPTY = "empty", _("Ingen text: kanske en inskannad bild")
    BROKEN = "broken", _("Gick inte att läsa")
