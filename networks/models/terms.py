from django.core.exceptions import ValidationError
from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from ..translation import LanguageQuerySet, OncePerLanguage


class Term(OncePerLanguage, TranslatableMixin, models.Model):
    """An abbreviation or a technical term, explained once for the whole site."""

    term = models.CharField(_("ord eller förkortning"), max_length=60, help_text=_("Till exempel MAS."))
    expansion = models.CharField(
        _("utskrivet"), max_length=150, blank=True, help_text=_("Vad en förkortning står för. Tomt för ett ord.")
    )
    explanation = models.CharField(
        _("förklaring"), max_length=400, blank=True, help_text=_("En eller två meningar, för den som är ny i frågan.")
    )
    also = models.CharField(
        _("skrivs även"),
        max_length=200,
        blank=True,
        help_text=_("Böjningar och andra stavningar, med kommatecken mellan: ”beredningsgruppen, beredningsgrupper”."),
    )

    objects = LanguageQuerySet.as_manager()
    panels = [FieldPanel("term"), FieldPanel("expansion"), FieldPanel("explanation"), FieldPanel("also")]
    words = ("term", "expansion", "explanation", "also")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("ord eller förkortning")
        verbose_name_plural = _("ord och förkortningar")
        ordering = ["term"]
        constraints = [models.UniqueConstraint(fields=["locale", "term"], name="networks_term_once_per_locale")]

    def __str__(self):
        return self.term

    @property
    def anchor(self):
        """The term's name in addresses."""
        return slugify(self.term) or self.translation_key.hex

    @property
    def spellings(self):
        return (self.term, *(each.strip() for each in self.also.split(",") if each.strip()))

    def clean(self):
        super().clean()
        if not self.expansion.strip() and not self.explanation.strip():
            raise ValidationError(_("Skriv vad förkortningen står för, eller förklara ordet."))
