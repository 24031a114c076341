"""The public log: what changed for visitors, when, and what was public before."""

from django.db import models

from .change_kinds import ChangeKind
from .change_querysets import PublicChangeQuerySet


class PublicChange(models.Model):
    """One change that the public could notice. Written by the publication that made it and never altered.

    Pages are identified by translation key, so that the log outlives them. ``uid`` is the meeting's UID and
    ``event_key`` its event; both are empty for a change of a network's page. ``network_key`` is the event's own
    network at the time. Changes of one event in one publication share a ``group``. ``before`` and ``after`` are JSON
    with ISO dates, as ``meeting_states`` makes them. Nothing is logged while the page is hidden, and readers see only
    changes of pages that are public now.

    The right to be forgotten (GDPR article 17) may require a reason to be emptied; only ``forget_reasons`` does that.
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
