"""The filters of the admin's list of networks. Their names are the address's parameters."""

import django_filters
from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.models import Area, NetworkPage
from networks.models.choices import Kind, Status
from networks.reviews.queries import due_for_review

from ..attention.networks import without_coming_meetings
from .views import ListingFilterSet


def _areas(request):
    return Area.objects.of_source()


def _keepers(request):
    return get_user_model().objects.filter(kept_networks__isnull=False).distinct().order_by("username")


class KeeperFilter(django_filters.ModelChoiceFilter):
    @property
    def field(self):
        field = super().field
        field.label_from_instance = lambda user: user.get_full_name() or user.get_username()
        return field


class NetworkFilterSet(ListingFilterSet):
    behov = django_filters.ChoiceFilter(
        label=_("Behöver ses över"),
        choices=[
            ("granska", _("Inte granskade på ett år")),
            ("utan_moten", _("Utan kommande möten")),
            ("utkast", _("Inte publicerade")),
            ("utan_ansvarig", _("Utan sidansvarig")),
        ],
        method="in_need",
        widget=forms.RadioSelect,
        empty_label=_("Alla"),
    )
    area = django_filters.ModelMultipleChoiceFilter(
        label=_("Område"), queryset=_areas, method="in_areas", widget=forms.CheckboxSelectMultiple
    )
    kind = django_filters.MultipleChoiceFilter(label=_("Typ"), choices=Kind, widget=forms.CheckboxSelectMultiple)
    status = django_filters.MultipleChoiceFilter(label=_("Läge"), choices=Status, widget=forms.CheckboxSelectMultiple)
    keeper = KeeperFilter(label=_("Sidansvarig"), queryset=_keepers, widget=forms.RadioSelect, empty_label=_("Alla"))

    class Meta:
        model = NetworkPage
        fields = []

    def in_areas(self, networks, name, areas):
        chosen = [area.pk for area in areas]
        return (networks.filter(area__in=chosen) | networks.filter(second_area__in=chosen)) if chosen else networks

    def in_need(self, networks, name, value):
        today = timezone.localdate()
        return {
            "granska": lambda: due_for_review(networks, today),
            "utan_moten": lambda: without_coming_meetings(networks, today),
            "utkast": lambda: networks.filter(live=False),
            "utan_ansvarig": lambda: networks.filter(keeper=None),
        }[value]()
