from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from ..analysis.thesaurus import phrases


class SynonymGroup(models.Model):
    """Words and abbreviations that mean the same, such as "MAS, medicinskt ansvarig sjuksköterska"."""

    words = models.CharField(
        _("ord som betyder samma sak"),
        max_length=300,
        help_text=_("Skriv ett kommatecken mellan orden, till exempel ”MAS, medicinskt ansvarig sjuksköterska”."),
    )

    panels = [FieldPanel("words")]

    class Meta:
        verbose_name = _("synonymer och förkortningar")
        verbose_name_plural = _("synonymer och förkortningar")
        ordering = ["words"]

    def __str__(self):
        return self.words

    @property
    def phrases(self):
        """``["mas", "medicinskt ansvarig sjuksköterska"]``, in lower case."""
        return list(phrases(self.words))

    def clean(self):
        super().clean()
        if len(self.phrases) < 2:
            raise ValidationError({"words": _("Skriv minst två olika ord med kommatecken mellan.")})
