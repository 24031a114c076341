"""The filters of the admin's list of meetings. Their names are the address's parameters."""

import django_filters
from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget

from networks.rights.access import editable_networks

from ..attention.meetings import to_confirm, to_minute
from ..models import EventCategory, Occurrence
from ..models.choices import Status
from .views import ListingFilterSet

_FILE = [("ja", _("Finns")), ("nej", _("Saknas"))]


def _networks(request):
    return editable_networks(request.user).only("title").order_by("title")


def _categories(request):
    return EventCategory.objects.of_source()


def _file_filter(label, field):
    return django_filters.ChoiceFilter(
        label=label,
        choices=_FILE,
        field_name=field,
        method="with_file",
        widget=forms.RadioSelect,
        empty_label=_("Alla"),
    )


class MeetingFilterSet(ListingFilterSet):
    nar = django_filters.ChoiceFilter(
        label=_("När"),
        choices=[("passerade", _("Passerade")), ("alla", _("Alla"))],
        method="in_time",
        widget=forms.RadioSelect,
        empty_label=_("Kommande"),
    )
    behov = django_filters.ChoiceFilter(
        label=_("Behöver ses över"),
        choices=[
            ("preliminara", _("Preliminära nära i tiden")),
            ("anteckningar", _("Hållna utan anteckningar")),
            ("utkast", _("Inte publicerade")),
        ],
        method="in_need",
        widget=forms.RadioSelect,
        empty_label=_("Alla"),
    )
    natverk = django_filters.ModelMultipleChoiceFilter(
        label=_("Nätverk"), queryset=_networks, method="of_networks", widget=forms.CheckboxSelectMultiple
    )
    dag = django_filters.DateFromToRangeFilter(label=_("Datum"), field_name="start_date", widget=DateRangePickerWidget)
    status = django_filters.MultipleChoiceFilter(
        label=_("Status"), choices=Status, widget=forms.CheckboxSelectMultiple
    )
    slag = django_filters.ModelMultipleChoiceFilter(
        label=_("Slag"), field_name="page__category", queryset=_categories, widget=forms.CheckboxSelectMultiple
    )
    dagordning = _file_filter(_("Dagordning"), "agenda")
    anteckningar = _file_filter(_("Anteckningar"), "minutes")

    class Meta:
        model = Occurrence
        fields = []

    def filter_queryset(self, queryset):
        """Show coming meetings unless any filter asks for another time."""
        chosen = self.form.cleaned_data
        if not any(chosen.get(name) for name in ("nar", "behov", "dag")):
            queryset = queryset.filter(last_day__gte=timezone.localdate())
        return super().filter_queryset(queryset)

    def in_time(self, meetings, name, value):
        return meetings.filter(last_day__lt=timezone.localdate()) if value == "passerade" else meetings

    def in_need(self, meetings, name, value):
        today = timezone.localdate()
        if value == "utkast":
            return meetings.filter(page__live=False)
        return (to_confirm if value == "preliminara" else to_minute)(meetings, today)

    def of_networks(self, meetings, name, networks):
        return meetings.for_networks([network.pk for network in networks]) if networks else meetings

    def with_file(self, meetings, name, value):
        return meetings.filter(**{f"{name}__isnull": value == "nej"})
