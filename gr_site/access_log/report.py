"""The admin's report "Inloggningar och rättigheter"."""

import django_filters
from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn

from networks.rights.administrators import AdministratorsListing

from .event import AccessEvent


class AccessFilterSet(WagtailFilterSet):
    handelse = django_filters.MultipleChoiceFilter(
        label=_("Händelse"), field_name="kind", choices=AccessEvent.Kind, widget=forms.CheckboxSelectMultiple
    )
    vem = django_filters.CharFilter(label=_("Vem, av vem eller vad det gäller"), method="mentioning")
    dag = django_filters.DateFromToRangeFilter(label=_("När"), field_name="when", widget=DateRangePickerWidget)

    class Meta:
        model = AccessEvent
        fields = []

    def mentioning(self, events, name, value):
        columns = ("name", "by_name", "about", "added", "removed")
        tests = Q()
        for column in columns:
            tests |= Q(**{f"{column}__icontains": value})
        return events.filter(tests)


def details(event):
    """What an event is about, what was added and what was taken away, in a line: most events have none of them, and
    three columns for them would push the browser off the screen."""
    added = event.added and gettext("tillagt: %s") % ", ".join(event.added.splitlines())
    removed = event.removed and gettext("borttaget: %s") % ", ".join(event.removed.splitlines())
    return "; ".join(part for part in (event.about, added, removed) if part)


class AccessReport(AdministratorsListing):
    model = AccessEvent
    page_title = _("Inloggningar och rättigheter")
    header_icon = "lock"
    verbose_name_plural = _("händelser")
    index_url_name = "access_report"
    index_results_url_name = "access_report_results"
    filterset_class = AccessFilterSet
    default_ordering = "-when"
    columns = [
        DateColumn("when", label=_("När"), sort_key="when"),
        Column("get_kind_display", label=_("Händelse"), sort_key="kind"),
        Column("name", label=_("Vem"), sort_key="name"),
        Column("by_name", label=_("Av"), sort_key="by_name"),
        Column("details", label=_("Gäller"), accessor=details),
        Column("browser", label=_("Webbläsare")),
        Column("address", label=_("Adressens nyckel")),
    ]
    export_filename = "inloggningar-och-rattigheter"
    list_export = ["when", "get_kind_display", "name", "by_name", "about", "added", "removed", "browser", "address"]
    export_headings = {
        "when": _("När"),
        "get_kind_display": _("Händelse"),
        "name": _("Vem"),
        "by_name": _("Av"),
        "about": _("Gäller"),
        "added": _("Tillagt"),
        "removed": _("Borttaget"),
        "browser": _("Webbläsare"),
        "address": _("Adressens nyckel"),
    }

    def order_queryset(self, queryset):
        return queryset.order_by(self.ordering, "-pk")
