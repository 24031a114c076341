"""Removes old letters. What was written to whom is nothing to keep for its own sake."""

from datetime import timedelta

from django.utils import timezone

from .letter import Letter

KEPT_SENT = timedelta(days=30)
KEPT_OTHERS = timedelta(days=90)  # for an administrator to see what went wrong


def prune():
    """Delete letters that are done with. Gives how many."""
    now = timezone.now()
    sent = Letter.objects.filter(state=Letter.State.SENT, done__lt=now - KEPT_SENT)
    others = Letter.objects.filter(state__in=[Letter.State.FAILED, Letter.State.UNKNOWN], done__lt=now - KEPT_OTHERS)
    return sent.delete()[0] + others.delete()[0]
