"""The messages to an editor before and after a change of a meeting."""

from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .actions import CANCEL, MOVE, PLACE, REINSTATE


def refusal(page, user):
    """Why ``user``, who may edit ``page``, cannot change its meetings now; "" if nothing prevents it."""
    if not page.live:
        return _("Sidan är inte publicerad, så ingen har sett mötet än. Ändra det direkt i formuläret.")
    lock = page.get_lock()
    return lock_words(lock, user) if lock is not None and lock.for_user(user) else ""


def lock_words(lock, user):
    why = strip_tags(lock.get_message(user) or "")
    return _("Mötet är inte ändrat, för sidan är låst. %(why)s") % {"why": why}


def review_words(page, user):
    """One or two sentences about what will happen when the form is sent."""
    others = page.has_unpublished_changes
    if page.permissions_for_user(user).can_publish():
        now = _("Ändringen publiceras direkt. Allt annat på sidan är som förut.")
        return " ".join([now, _("Utkastets andra ändringar publiceras inte.")]) if others else now
    if not page.has_workflow:
        now = _("Ändringen sparas i utkastet. Någon som får publicera behöver publicera den.")
    else:
        now = _("Ändringen skickas till granskning och syns när den är godkänd.")
    return " ".join([now, _("Granskaren ser även utkastets andra ändringar.")]) if others else now


def done_words(action, row, outcome):
    """``(function in wagtail.admin.messages, words)``"""
    if not outcome.published:
        return messages.success, _sent(outcome)
    words = [_published(action, row)]
    if outcome.not_in_draft:
        words.append(_("Utkastet har inte mötet kvar: om utkastet publiceras försvinner mötet från sidan."))
        return messages.warning, " ".join(words)
    if outcome.kept_draft:
        words.append(_("Ändringen finns även i utkastet. Utkastets andra ändringar är inte publicerade."))
    return messages.success, " ".join(words)


def _sent(outcome):
    if outcome.submitted:
        return _("Ändringen är skickad till granskning. Den syns på sidan när den är godkänd.")
    return _("Ändringen ligger i utkastet. Be någon som får publicera att publicera den.")


def _published(action, row):
    """Built on each call, so that it is in the editor's language."""
    words = {
        CANCEL: _("Mötet %(when)s är inställt."),
        MOVE: _("Mötet är flyttat till %(when)s."),
        PLACE: _("Mötet %(when)s har fått en ny plats."),
        REINSTATE: _("Mötet %(when)s blir av."),
    }
    return words.get(action, _("Mötet %(when)s är bekräftat.")) % {"when": row.when}
