"""The admin's report "Utskick": what became of each letter. Their texts are for whom they were written to."""

import django_filters
from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from networks.models import Letter
from networks.rights.administrators import AdministratorsListing


class LetterFilterSet(WagtailFilterSet):
    lage = django_filters.MultipleChoiceFilter(
        label=_("Läge"), field_name="state", choices=Letter.State, widget=forms.CheckboxSelectMultiple
    )
    till = django_filters.CharFilter(label=_("Till"), field_name="to", lookup_expr="icontains")
    dag = django_filters.DateFromToRangeFilter(label=_("Skrivet"), field_name="created", widget=DateRangePickerWidget)

    class Meta:
        model = Letter
        fields = []


class LettersReport(AdministratorsListing):
    model = Letter
    page_title = _("Utskick")
    header_icon = "mail"
    verbose_name_plural = _("utskick")
    index_url_name = "letters_report"
    index_results_url_name = "letters_report_results"
    filterset_class = LetterFilterSet
    default_ordering = "-created"
    columns = [
        DateColumn("created", label=_("Skrivet"), sort_key="created"),
        Column("get_state_display", label=_("Läge"), sort_key="state"),
        Column("to", label=_("Till"), sort_key="to"),
        Column("subject", label=_("Ämne")),
        Column("attempts", label=_("Försök")),
        Column("error", label=_("Fel")),
    ]
    export_filename = "utskick"
    list_export = ["created", "get_state_display", "to", "subject", "attempts", "error"]
    export_headings = {
        "created": _("Skrivet"),
        "get_state_display": _("Läge"),
        "to": _("Till"),
        "subject": _("Ämne"),
        "attempts": _("Försök"),
        "error": _("Fel"),
    }
