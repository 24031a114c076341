"""The rows of a statement: what is not accessible, for whom and why."""

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.models import Orderable

from networks.translation import TranslatedRow, facts

from .choices import Reason

_criterion = RegexValidator(r"^[1-4]\.[1-5]\.\d{1,2}$", _("Skriv kravets nummer, till exempel 1.4.3."))


class Shortcoming(TranslatedRow, Orderable):
    page = ParentalKey("gr_site.AccessibilityStatementPage", on_delete=models.CASCADE, related_name="shortcomings")
    what = models.CharField(
        _("vad som inte är tillgängligt"),
        max_length=300,
        help_text=_("Till exempel ”Kartan över kommunerna går inte att använda utan mus”."),
    )
    affects = models.CharField(
        _("för vem"), max_length=200, help_text=_("Till exempel ”den som använder skärmläsare”.")
    )
    criterion = models.CharField(
        _("krav i WCAG"),
        max_length=10,
        blank=True,
        validators=[_criterion],
        help_text=_("Numret, till exempel 1.4.3."),
    )
    reason = models.CharField(_("varför"), max_length=10, choices=Reason, default=Reason.NOT_MET)
    motivation = models.TextField(
        _("förklaring"),
        blank=True,
        help_text=_(
            "Vad ni gör åt bristen, eller varför den finns kvar. Behövs alltid när ni hänvisar till 12 §: väg "
            "kostnaden mot nyttan för dem som berörs."
        ),
    )
    fixed_by = models.DateField(
        _("åtgärdad senast"), null=True, blank=True, help_text=_("Dagen då ni räknar med att ha rättat bristen.")
    )

    panels = [
        FieldPanel("what"),
        FieldRowPanel([FieldPanel("affects"), FieldPanel("criterion")]),
        FieldRowPanel([FieldPanel("reason"), FieldPanel("fixed_by")]),
        FieldPanel("motivation"),
    ]
    words = ("what", "affects", "motivation")
    override_translatable_fields = facts("criterion", "reason", "fixed_by")

    class Meta(TranslatedRow.Meta, Orderable.Meta):
        verbose_name = _("brist")
        verbose_name_plural = _("brister")

    def __str__(self):
        return self.what

    def clean(self):
        super().clean()
        if self.reason == Reason.BURDEN and not self.motivation.strip():
            raise ValidationError(
                {"motivation": _("Förklara varför det är oskäligt betungande att anpassa detta. Lagen kräver skäl.")}
            )
