from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class AccessEvent(models.Model):
    """Somebody logged in, or what somebody may do was changed. Written once and never changed.

    ``name`` and ``by_name`` are user names, kept when the users are gone. ``added`` and ``removed`` have a line for
    each group or permission. Of whoever logs in or tries to, ``browser`` is "Firefox, Windows" and ``address`` a keyed
    hash, which tells two network addresses apart but not what they are. ``device`` is the number in the browser's own
    cookie.
    """

    class Kind(models.TextChoices):
        LOG_IN = "log_in", _("Inloggad")
        FAILED = "failed", _("Misslyckad inloggning")
        LOG_OUT = "log_out", _("Utloggad")
        PASSWORD = "password", _("Nytt lösenord")
        FACTOR_ADDED = "factor_added", _("Passkey eller andra steg tillagt")
        FACTOR_REMOVED = "factor_removed", _("Passkey eller andra steg borttaget")
        FACTOR_RESET = "factor_reset", _("Nya reservkoder")
        CREATED = "created", _("Konto skapat")
        DELETED = "deleted", _("Konto borttaget")
        ACTIVATED = "activated", _("Konto aktiverat")
        CLOSED = "closed", _("Konto avstängt")
        ADMINISTRATOR = "administrator", _("Blev administratör")
        NO_ADMINISTRATOR = "no_administrator", _("Är inte längre administratör")
        GROUPS = "groups", _("Ändrade grupper")
        PERMISSIONS = "permissions", _("Ändrade egna rättigheter")
        GROUP_PERMISSIONS = "group_permissions", _("En grupps rättigheter ändrade")
        REVIEW_ON = "review_on", _("Nätverk granskas före publicering")
        REVIEW_OFF = "review_off", _("Nätverk granskas inte längre")
        RESTRICTED = "restricted", _("Skydd av en sida ändrat")
        OPENED = "opened", _("Skydd av en sida borttaget")

    when = models.DateTimeField(_("när"), default=timezone.now, db_index=True)
    kind = models.CharField(_("händelse"), max_length=20, choices=Kind)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    name = models.CharField(_("vem"), max_length=150, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(_("av"), max_length=150, blank=True)
    about = models.CharField(_("gäller"), max_length=255, blank=True)
    added = models.TextField(_("tillagt"), blank=True)
    removed = models.TextField(_("borttaget"), blank=True)
    browser = models.CharField(_("webbläsare"), max_length=60, blank=True)
    address = models.CharField(_("adressens nyckel"), max_length=16, blank=True)
    device = models.UUIDField(null=True)

    class Meta:
        verbose_name = _("inloggning eller ändrad rättighet")
        verbose_name_plural = _("inloggningar och rättigheter")
        ordering = ["-when", "-pk"]
        indexes = [
            models.Index(fields=["kind", "when"], name="gr_site_access_kind"),
            models.Index(fields=["user", "kind"], name="gr_site_access_user"),
        ]
        default_permissions = ("view",)

    def __str__(self):
        return f"{self.get_kind_display()} {self.name}".strip()

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise TypeError("What is in the log stays as it was written.")
        super().save(*args, **kwargs)
