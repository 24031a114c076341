"""What one network's page shows on another's: such a tie shows there when somebody has said yes to it."""

from typing import NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class TieKind(models.TextChoices):
    RELATION = "relation", _("Förhållande till andra")
    CO_OWNER = "co_owner", _("Gemensamt möte")


class Answer(models.TextChoices):
    WAITING = "waiting", _("Väntar på svar")
    YES = "yes", _("Ja")
    NO = "no", _("Nej")


class Tie(NamedTuple):
    """``network`` is the key of the network on whose page it shows, and ``words`` what it says there: the kind of
    relation, or nothing."""

    kind: str
    network: int
    words: str = ""


class ConsentQuerySet(models.QuerySet):
    def waiting(self):
        return self.filter(answer=Answer.WAITING)

    def given(self):
        return self.filter(answer=Answer.YES)


class Consent(models.Model):
    """The answer to one tie from a public page, ``page``, to ``network``.

    It lasts as long as the tie: whoever removes a tie and makes it again asks again. A tie without a row shows only
    on the page that it was made on. ``answered_at`` is empty for what was stored before anybody was asked.
    """

    kind = models.CharField(max_length=20, choices=TieKind)
    page = models.ForeignKey("wagtailcore.Page", on_delete=models.CASCADE, related_name="consents_asked_for")
    network = models.ForeignKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="consents")
    words = models.CharField(max_length=30, blank=True)
    answer = models.CharField(max_length=10, choices=Answer, default=Answer.WAITING)
    asked_at = models.DateTimeField(default=timezone.now)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_at = models.DateTimeField(null=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    answered_centrally = models.BooleanField(default=False)

    objects = ConsentQuerySet.as_manager()

    class Meta:
        verbose_name = _("svar på vad som visas hos ett annat nätverk")
        verbose_name_plural = _("svar på vad som visas hos andra nätverk")
        ordering = ["-asked_at", "-pk"]
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["network", "page", "kind", "words"], name="networks_consent_once")
        ]

    def __str__(self):
        return f"{self.page} → {self.network}: {self.get_answer_display()}"

    @property
    def tie(self):
        return Tie(self.kind, self.network_id, self.words)


def agreed(kind, *, page="page", network="network", words=""):
    """A condition: somebody has said yes to the tie. ``page`` and ``network`` name columns of the outer query;
    ``words`` is text or an ``OuterRef``."""
    rows = Consent.objects.given().filter(kind=kind, words=words)
    return Exists(rows.filter(page=OuterRef(page), network=OuterRef(network)))
