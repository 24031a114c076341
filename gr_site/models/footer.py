"""Settings that editors make once for all pages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="list-ul")
class SiteFooter(BaseSiteSetting):
    """The footer of every page, the same in every language. Its texts belong to the home page."""

    address = models.TextField(_("adress"), blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    linkedin = models.URLField(_("LinkedIn"), blank=True)
    facebook = models.URLField(_("Facebook"), blank=True)
    youtube = models.URLField(_("Youtube"), blank=True)
    newsletter = models.URLField(
        _("nyhetsbrev"), blank=True, help_text=_("Adressen till sidan där man prenumererar på GR:s nyhetsbrev.")
    )

    panels = [
        MultiFieldPanel([FieldPanel("address"), FieldPanel("email"), FieldPanel("phone")], heading=_("Kontakt")),
        MultiFieldPanel(
            [FieldPanel("linkedin"), FieldPanel("facebook"), FieldPanel("youtube"), FieldPanel("newsletter")],
            heading=_("Sociala medier och nyhetsbrev"),
        ),
    ]

    class Meta:
        verbose_name = _("sidfot")
        verbose_name_plural = _("sidfötter")
