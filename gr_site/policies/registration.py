"""Registers the list of what browsers have refused."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from networks.rights.administrators import AdministratorsMenuItem

from .views import RefusalsView


@hooks.register("register_admin_urls")
def refusals_urls():
    return [path("rapporter/sakerhetsregler/", RefusalsView.as_view(), name="refusals")]


@hooks.register("register_reports_menu_item")
def refusals_menu_item():
    return AdministratorsMenuItem(
        _("Stoppat av säkerhetsregler"), reverse("refusals"), name="refusals", icon_name="lock", order=700
    )
