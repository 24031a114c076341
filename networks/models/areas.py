from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from ..translation import LanguageQuerySet, OncePerLanguage, facts
from .choices import AreaColour


class Area(OncePerLanguage, TranslatableMixin, models.Model):
    """One of GR's subject areas, such as Utbildning. Areas have been renamed twice, so editors own the list."""

    name = models.CharField(_("namn"), max_length=100)
    slug = models.SlugField(
        _("namn i adressen"), max_length=60, help_text=_("Står i adressen till filtrerade listor.")
    )
    colour = models.CharField(_("färg"), max_length=20, choices=AreaColour, default=AreaColour.OCEAN)
    description = models.TextField(_("beskrivning"), blank=True)
    sort_order = models.PositiveSmallIntegerField(_("ordning"), default=0)

    objects = LanguageQuerySet.as_manager()

    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("colour"),
        FieldPanel("description"),
        FieldPanel("sort_order"),
    ]

    words = ("name", "description")
    override_translatable_fields = facts("colour", "sort_order")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("område")
        verbose_name_plural = _("områden")
        ordering = ["sort_order", "name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="networks_area_slug_per_locale")]

    def __str__(self):
        return self.name
