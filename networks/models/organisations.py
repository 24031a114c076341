from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from .choices import OrganisationKind


class Organisation(models.Model):
    """The organisation that a member represents: one of GR's 13 municipalities, or a school, agency or neighbour."""

    name = models.CharField(_("namn"), max_length=120, unique=True)
    kind = models.CharField(_("slag"), max_length=20, choices=OrganisationKind, default=OrganisationKind.OTHER)

    panels = [FieldPanel("name"), FieldPanel("kind")]

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisationer")
        ordering = ["name"]

    def __str__(self):
        return self.name
