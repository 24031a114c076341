from django.db import models
from django.db.models import F
from django.utils.translation import gettext_lazy as _

KEPT = 500  # rows; the oldest go first


class Refusal(models.Model):
    """What browsers refused on a page, and how often. Nothing about who met it: no address, no browser, no user."""

    directive = models.CharField(_("regel"), max_length=40)
    blocked = models.CharField(_("stoppades"), max_length=200, blank=True)
    page = models.CharField(_("sida"), max_length=200)
    number = models.PositiveIntegerField(_("antal"), default=0)
    last = models.DateTimeField(_("senast"))

    class Meta:
        ordering = ["-last", "-pk"]
        constraints = [models.UniqueConstraint(fields=["directive", "blocked", "page"], name="each_refusal_once")]

    def __str__(self):
        return f"{self.directive}: {self.blocked} ({self.page})"

    @classmethod
    def note(cls, directive, blocked, page, now):
        key = {"directive": directive, "blocked": blocked, "page": page}
        row, made = cls.objects.get_or_create(**key, defaults={"last": now})
        cls.objects.filter(pk=row.pk).update(number=F("number") + 1, last=now)
        if made and (oldest := list(cls.objects.values_list("pk", flat=True)[KEPT:])):
            cls.objects.filter(pk__in=oldest).delete()
