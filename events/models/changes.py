"""The public log: what visitors have been told, when, and what they were told before."""

from django.db import models

from .change_kinds import ChangeKind
from .change_querysets import PublicChangeQuerySet


class PublicChange(models.Model):
    """One change that the public could notice, written with the publication that made it and never again.

    Pages are named by their translation keys, so that the log outlives them. ``uid`` is the meeting's, and empty for
    a change of a network's page; ``event_key`` likewise. ``network_key`` is the event's own network at the time.
    ``group`` is shared by the changes of one event in one publication. ``before`` and ``after`` are JSON with ISO
    dates, as ``meeting_states`` makes them. Nothing is written while the page is hidden, and readers see only what
    is about pages that are public now.

    A person's right to be forgotten (GDPR article 17) may need a reason emptied; only ``forget_reasons`` can do that.
    """

    changed_at = models.DateTimeField(editable=False)
    group = models.UUIDField(editable=False)
    kind = models.CharField(max_length=20, choices=ChangeKind, editable=False)
    uid = models.UUIDField(null=True, editable=False)
    event_key = models.UUIDField(null=True, editable=False, db_index=True)
    network_key = models.UUIDField(null=True, editable=False, db_index=True)
    before = models.JSONField(default=dict, editable=False)
    after = models.JSONField(default=dict, editable=False)
    reason = models.CharField(max_length=300, blank=True, editable=False)

    objects = PublicChangeQuerySet.as_manager()

    class Meta:
        ordering = ["-changed_at", "-pk"]
        indexes = [
            models.Index(fields=["-changed_at", "-id"], name="events_change_latest"),
            models.Index(fields=["uid", "-changed_at"], name="events_change_of_meeting"),
        ]

    def __str__(self):
        return f"{self.kind} {self.uid or self.network_key}"

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("The public log is only added to.")
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise TypeError("The public log is only added to.")
