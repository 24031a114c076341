from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from networks.translation import LanguageQuerySet, OncePerLanguage


class EventCategory(OncePerLanguage, TranslatableMixin, models.Model):
    """The kind of event: network meeting, political meeting, conference, course."""

    name = models.CharField(_("namn"), max_length=60)
    slug = models.SlugField(_("namn i adressen"), max_length=60)

    objects = LanguageQuerySet.as_manager()

    panels = [FieldPanel("name"), FieldPanel("slug")]

    words = ("name",)

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("slag av möte")
        verbose_name_plural = _("slag av möten")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["locale", "slug"], name="events_category_slug_per_locale")]

    def __str__(self):
        return self.name
