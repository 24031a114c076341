from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin

from ..pages.blocks import RICH_TEXT_FEATURES
from ..translation import LanguageQuerySet, facts
from ..writing.fields import ProseField
from ..writing.panels import PlainLanguagePanel
from ..writing.usage_panel import StatementUsagePanel
from .network import NetworkPage


class SharedStatement(TranslatableMixin, models.Model):
    """A text owned by a political body, written once and shown on every network that refers to it."""

    title = models.CharField(_("rubrik"), max_length=150, help_text=_("Till exempel ”Utbildningsgruppens vision”."))
    owner = models.ForeignKey(
        "networks.NetworkPage",
        verbose_name=_("ägs av"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="owned_statements",
        help_text=_("Det organ som har formulerat texten."),
    )
    text = ProseField(_("text"), features=RICH_TEXT_FEATURES)
    changed_at = models.DateTimeField(_("ändrad"), default=timezone.now, editable=False)

    objects = LanguageQuerySet.as_manager()

    panels = [
        StatementUsagePanel(),
        FieldPanel("title"),
        FieldPanel("owner"),
        FieldPanel("text"),
        PlainLanguagePanel(),
    ]

    words = ("title", "text")
    override_translatable_fields = facts("owner")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("gemensam text")
        verbose_name_plural = _("gemensamma texter")
        ordering = ["title"]

    def __str__(self):
        return self.title

    def networks(self):
        """The network pages that show this text, including drafts, sorted by title."""
        return NetworkPage.objects.filter(statements__statement=self).distinct().order_by("title")
