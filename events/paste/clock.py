"""Clock times in forms: how they may be typed, and what is said of those that make no sense."""

from django.utils.translation import gettext_lazy as _

from ..days.clock import DAY, Fault, faults

# A literal format reads just itself: 24.00 is midnight, at the end of the day.
MIDNIGHT = ("24:00", "24.00", "24")
TIME_FORMATS = ["%H:%M", "%H.%M", "%H", "%H:%M:%S", *MIDNIGHT]
WORDS = {
    Fault.NO_START: _("Ange också när mötet börjar."),
    Fault.ENDS_BEFORE: _("Mötet slutar före det börjar. Kontrollera klockslagen."),
    Fault.WHOLE_DAY: _("Ett möte som varar hela dygnet anges som heldag, utan klockslag."),
    Fault.SKIPPED: _("Den tiden finns inte det dygnet: klockan ställs fram från 02.00 till 03.00."),
}


def add_clock_errors(form, times, first=None, last=None):
    """Put an error on ``start_time`` or ``end_time`` of ``form`` for each time that makes no sense.

    ``times`` is the meeting's actual ``(start, end)``; ``first`` and ``last`` are its days, if known.
    """
    for which, fault in faults(first, last, *times):
        if f"{which}_time" not in form.errors:
            form.add_error(f"{which}_time", WORDS[fault])


def day_of_midnight(form, last):
    """The last day with "24.00" counted to it: the stored end is 00.00 of the day after. None stays None."""
    typed = str(form.data.get(form.add_prefix("end_time")) or "").strip()
    return last + DAY if last and typed in MIDNIGHT else last
