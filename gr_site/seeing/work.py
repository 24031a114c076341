"""What "Driftläge" asks about work that the site does by itself: letters, what is due, and the nights' work."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.moments import moment_in_words

from . import figures
from .rows import Answer, State

LATE = timedelta(minutes=5)  # run_due runs each minute


def letters_waiting():
    waiting, address = figures.letters_waiting(), reverse("letters_report")
    if waiting.oldest is None:
        return Answer(State.GOOD, _("Inget brev väntar."), address)
    text = ngettext("%(number)s brev väntar på att skickas.", "%(number)s brev väntar på att skickas.", waiting.number)
    text %= {"number": waiting.number}
    if waiting.oldest > timezone.now() - LATE:
        return Answer(State.GOOD, text, address)
    since = _("Det äldsta skulle ha skickats %(moment)s. Körs kommandot run_due?") % {
        "moment": moment_in_words(waiting.oldest)
    }
    return Answer(State.FAULT, f"{text} {since}", address)


def letters_failed():
    """Also those that nobody knows of: the mail server may have taken them."""
    wrong, address = figures.letters_failed(), reverse("letters_report")
    if not wrong:
        return Answer(State.GOOD, _("Inget brev har misslyckats den senaste veckan."), address)
    text = ngettext(
        "%(number)s brev kom kanske inte fram den senaste veckan.",
        "%(number)s brev kom kanske inte fram den senaste veckan.",
        wrong,
    )
    return Answer(State.LOOK, text % {"number": wrong}, address)


def scheduled():
    now = timezone.now()
    late = [moment for moment in figures.scheduled() if moment < now - LATE]
    if not late:
        return Answer(State.GOOD, _("Allt som skulle ha publicerats eller avpublicerats är gjort."))
    text = ngettext(
        "%(number)s publicering eller avpublicering är försenad, sedan %(moment)s. Körs kommandot run_due?",
        "%(number)s publiceringar eller avpubliceringar är försenade, den äldsta sedan %(moment)s. "
        "Körs kommandot run_due?",
        len(late),
    )
    return Answer(State.FAULT, text % {"number": len(late), "moment": moment_in_words(min(late))})
