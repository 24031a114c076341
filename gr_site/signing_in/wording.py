import math

from django.utils.translation import ngettext


def wait_in_words(seconds: float) -> str:
    """How long to wait, in whole minutes and never less than one: "5 minuter"."""
    minutes = max(1, math.ceil(seconds / 60))
    return ngettext("%(number)d minut", "%(number)d minuter", minutes) % {"number": minutes}
