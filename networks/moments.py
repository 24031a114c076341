"""A day and a time in words, as the admin writes them."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _


def moment_in_words(moment) -> str:
    """'7 februari 2020 kl. 08.30' (English '7 February 2020, 08:30') in the current time zone and language."""
    local = timezone.localtime(moment) if timezone.is_aware(moment) else moment
    # Translators: a format of Django's "date" filter; a letter after a backslash stands for itself.
    return date_format(local, _(r"j F Y \k\l. H.i"))
