"""Adds the report to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from networks.rights.administrators import AdministratorsMenuItem

from .event import AccessEvent
from .report import AccessReport


@hooks.register("register_admin_urls")
def access_urls():
    results = AccessReport.as_view(results_only=True)
    return [
        path("rapporter/inloggningar/", AccessReport.as_view(), name="access_report"),
        path("rapporter/inloggningar/resultat/", results, name="access_report_results"),
    ]


@hooks.register("register_reports_menu_item")
def access_menu_item():
    return AdministratorsMenuItem(
        _("Inloggningar och rättigheter"),
        reverse("access_report"),
        model=AccessEvent,
        name="access-log",
        icon_name="lock",
        order=810,
    )
