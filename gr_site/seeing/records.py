"""What "Driftläge" asks about what other parts of the site keep a record of."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from networks.moments import moment_in_words

from ..backup import last
from . import figures
from .rows import Answer, State

LATE = timedelta(hours=30)  # a night, and some hours for a machine that was off


def nights():
    """Whether all the work of the night is done: ``run_due`` or the worker does it."""
    chores = figures.chores()
    if not chores:
        return Answer(State.UNKNOWN, _("Inget är antecknat än. Körs kommandot run_due?"))
    failing = [chore.name for chore in chores if chore.attempts]
    if failing:
        return Answer(State.FAULT, _("Misslyckades: %(names)s. Loggen säger varför.") % {"names": ", ".join(failing)})
    oldest = min((chore.ended for chore in chores if chore.ended), default=None)
    if oldest is None:
        return Answer(State.LOOK, _("Inget är klart än."))
    moment = moment_in_words(oldest)
    if oldest < timezone.now() - LATE:
        return Answer(State.FAULT, _("Inte klart sedan %(moment)s. Körs kommandot run_due?") % {"moment": moment})
    return Answer(State.GOOD, _("Klart, senast %(moment)s.") % {"moment": moment})


def last_backup():
    found = last()
    if found is None:
        return Answer(State.UNKNOWN, _("Okänd: webbplatsen hittar ingen säkerhetskopia."))
    moment = moment_in_words(found.when)
    if not found.whole:
        return Answer(State.FAULT, _("Kopian från %(moment)s är inte hel.") % {"moment": moment})
    if found.when < timezone.now() - LATE:
        return Answer(State.FAULT, _("Ingen ny säkerhetskopia sedan %(moment)s.") % {"moment": moment})
    return Answer(State.GOOD, _("Gjord %(moment)s.") % {"moment": moment})
