"""Other forms of a page for those who need them (webbriktlinjerna R12): easy to read, sign language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class OtherWays(models.Model):
    """Facts of the page in the source language, because the links lead to Swedish whatever language the page is in."""

    easy_read = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("lättläst sida"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("En annan sida som säger det viktigaste på lättläst svenska."),
    )
    sign_language = models.URLField(
        _("film på teckenspråk"), blank=True, help_text=_("Adressen till en film på svenskt teckenspråk.")
    )

    class Meta:
        abstract = True

    def clean(self):
        super().clean()
        if self.pk and self.easy_read_id == self.pk:
            raise ValidationError({"easy_read": _("Välj en annan sida än den här.")})


def other_ways_panel():
    return MultiFieldPanel(
        [FieldPanel("easy_read"), FieldPanel("sign_language")],
        heading=_("Lättläst och teckenspråk"),
        classname="collapsed",
    )
