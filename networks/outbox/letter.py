from uuid import uuid4

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Letter(models.Model):
    """An e-mail to one address. ``due`` is when to try next, ``claimed`` when a process last began to send it."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Väntar")
        SENDING = "sending", _("Skickas")
        SENT = "sent", _("Skickat")
        FAILED = "failed", _("Misslyckat")
        UNKNOWN = "unknown", _("Okänt: kan ha kommit fram")

    key = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    to = models.CharField(_("till"), max_length=320)
    subject = models.CharField(_("ämne"), max_length=300)
    text = models.TextField()
    html = models.TextField(blank=True)
    headers = models.JSONField(default=dict, blank=True)  # in addition to those that every letter has
    kind = models.CharField(_("slag"), max_length=30)  # "new_device"
    created = models.DateTimeField(_("skrivet"), default=timezone.now)
    due = models.DateTimeField(_("nästa försök"), default=timezone.now)
    attempts = models.PositiveIntegerField(_("försök"), default=0)
    state = models.CharField(_("läge"), max_length=10, choices=State, default=State.WAITING)
    claimed = models.DateTimeField(null=True)
    done = models.DateTimeField(null=True)
    error = models.TextField(_("fel"), blank=True)

    class Meta:
        verbose_name = _("utskick")
        verbose_name_plural = _("utskick")
        ordering = ["-created", "key"]
        indexes = [models.Index(fields=["state", "due"], name="networks_letter_due")]
        default_permissions = ("view",)

    def __str__(self):
        return self.subject
