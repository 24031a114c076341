"""The fixed lists of choices in search."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class HitKind(models.TextChoices):
    NETWORK = "network", _("Nätverk")
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
