from django.db import models
from django.utils.translation import gettext_lazy as _

from .choices import Accessibility


class DocumentAccessibility(models.Model):
    """Whether everybody can read a file. A file without such a row has not been examined.

    The verdict belongs to Wagtail's document and not to the rows that show it, because one file can be shown as
    agenda, as minutes and among a network's documents. The accessibility statement has to list the files that are
    not accessible and say why (lag 2018:1937, MDFFS 2019:2).
    """

    document = models.OneToOneField(
        "wagtaildocs.Document", on_delete=models.CASCADE, primary_key=True, related_name="accessibility"
    )
    verdict = models.CharField(_("tillgängligt"), max_length=10, choices=Accessibility)
    shortcomings = models.CharField(_("vad som brister"), max_length=300, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("märkning av tillgänglighet")
        verbose_name_plural = _("märkningar av tillgänglighet")

    def __str__(self):
        return self.get_verdict_display()
