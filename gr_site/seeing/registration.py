"""Adds "Driftläge" to the admin."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from networks.rights.administrators import AdministratorsMenuItem

from .views import StateOfSiteView


@hooks.register("register_admin_urls")
def state_of_site_urls():
    return [path("rapporter/driftlage/", StateOfSiteView.as_view(), name="state_of_site")]


@hooks.register("register_reports_menu_item")
def state_of_site_menu_item():
    return AdministratorsMenuItem(
        _("Driftläge"), reverse("state_of_site"), name="state-of-site", icon_name="cogs", order=690
    )
