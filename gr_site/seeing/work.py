"""What "Driftläge" asks about work that the site does by itself: letters, what is due, and the nights' work."""

from datetime import timedelta

from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from networks.models import Letter
from networks.moments import moment_in_words

from ..operations.scheduled import due_since
from .rows import Answer, State

LATE = timedelta(minutes=5)  # run_due runs each minute
RECENT = timedelta(days=7)


def letters_waiting():
    now, address = timezone.now(), reverse("letters_report")
    waiting = Letter.objects.filter(state__in=[Letter.State.WAITING, Letter.State.SENDING])
    number, oldest = waiting.count(), waiting.aggregate(oldest=Min("due"))["oldest"]
    if not number:
        return Answer(State.GOOD, _("Inget brev väntar."), address)
    text = ngettext("%(number)s brev väntar på att skickas.", "%(number)s brev väntar på att skickas.", number)
    text %= {"number": number}
    if oldest > now - LATE:
        return Answer(State.GOOD, text, address)
    since = _("Det äldsta skulle ha skickats %(moment)s. Körs kommandot run_due?") % {
        "moment": moment_in_words(oldest)
    }
    return Answer(State.FAULT, f"{text} {since}", address)


def letters_failed():
    """Also those that nobody knows of: the mail server may have taken them."""
    since = timezone.now() - RECENT
    wrong = Letter.objects.filter(state__in=[Letter.State.FAILED, Letter.State.UNKNOWN], created__gte=since).count()
    address = reverse("letters_report")
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
    late = [moment for moment in due_since(now) if moment < now - LATE]
    if not late:
        return Answer(State.GOOD, _("Allt som skulle ha publicerats eller avpublicerats är gjort."))
    text = ngettext(
        "%(number)s publicering eller avpublicering är försenad, sedan %(moment)s. Körs kommandot run_due?",
        "%(number)s publiceringar eller avpubliceringar är försenade, den äldsta sedan %(moment)s. "
        "Körs kommandot run_due?",
        len(late),
    )
    return Answer(State.FAULT, text % {"number": len(late), "moment": moment_in_words(min(late))})
