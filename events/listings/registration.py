"""Registers the addresses and menu items of the listings, the month and the report on what needs attention."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from networks.rights.access import may_edit_anything

from ..attention.panel import AttentionPanel
from ..attention.report import AttentionReport
from .meetings import MeetingListing
from .month import MonthView
from .networks import NetworkListing


class EditorsMenuItem(MenuItem):
    """Shown to users who may edit at least one page."""

    def is_shown(self, request):
        return may_edit_anything(request.user)


@hooks.register("register_admin_urls")
def listing_urls():
    return [
        path("natverk/", NetworkListing.as_view(), name="network_listing"),
        path("natverk/resultat/", NetworkListing.as_view(results_only=True), name="network_listing_results"),
        path("moten/", MeetingListing.as_view(), name="meeting_listing"),
        path("moten/resultat/", MeetingListing.as_view(results_only=True), name="meeting_listing_results"),
        path("moten/kalender/", MonthView.as_view(), name="meeting_month"),
        path("rapporter/behover-ses-over/", AttentionReport.as_view(), name="attention_report"),
    ]


@hooks.register("register_admin_menu_item")
def networks_menu_item():
    return EditorsMenuItem(_("Nätverk"), reverse("network_listing"), name="networks", icon_name="group", order=110)


@hooks.register("register_admin_menu_item")
def meetings_menu_item():
    return EditorsMenuItem(_("Möten"), reverse("meeting_listing"), name="meetings", icon_name="date", order=120)


@hooks.register("register_admin_menu_item")
def month_menu_item():
    return EditorsMenuItem(_("Kalender"), reverse("meeting_month"), name="month", icon_name="calendar-alt", order=130)


@hooks.register("register_reports_menu_item")
def attention_menu_item():
    return EditorsMenuItem(
        _("Behöver ses över"), reverse("attention_report"), name="attention", icon_name="warning", order=490
    )


@hooks.register("construct_homepage_panels")
def attention_panel(request, panels):
    panels.append(AttentionPanel())
