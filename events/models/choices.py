"""The closed vocabularies of an event and its occurrences."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# Of a meeting's link, in characters. Invitations to Teams have 250 and more.
LONGEST_LINK = 2000


class Status(models.TextChoices):
    """RFC 5545 section 3.8.1.11, in words."""

    TENTATIVE = "tentative", _("Preliminärt")
    CONFIRMED = "confirmed", _("Bekräftat")
    CANCELLED = "cancelled", _("Inställt")


class Timing(models.TextChoices):
    CLOCK = "clock", _("Klockslag (mötets egna eller de vanliga)")
    WHOLE_DAY = "whole_day", _("Heldag")
    TO_BE_ANNOUNCED = "to_be_announced", _("Tid meddelas senare")


class Format(models.TextChoices):
    ON_SITE = "on_site", _("På plats")
    ONLINE = "online", _("Digitalt")
    HYBRID = "hybrid", _("På plats och digitalt")
