"""What events add to networks' pages and to the admin: a network's meetings, next meetings in lists, admin lists."""

from django.db.models import Q
from django.shortcuts import redirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from networks.editing.form_views import MergingSnippetViewSet
from networks.models import NetworkPage
from networks.rights.menus import CentralMenuItem

from .amending.actions import ACTIONS
from .amending.views import VIEWS
from .bin.cancelling import cancel_coming, cancel_coming_of_pages, offer_to_cancel
from .bin.losses import meetings_lost
from .calendar import views as calendar_views
from .calendar.schedule import attach_next_meetings, event_page_context, network_schedule
from .changes.history import add_meetings
from .editing.views import ReviewDatesView
from .feeds.preview import AS_CALENDAR_ENTRY
from .feeds.reports import FeedHealthView
from .listings import registration  # noqa: F401 - registers the listings' addresses and menu
from .models import EventCategory, EventPage
from .paste.views import PasteDatesView
from .planning import urls as planning_urls
from .planning.menu import PlanYearMenuItem, plan_button

hooks.register("calendar_upcoming", calendar_views.upcoming)
hooks.register("calendar_year", calendar_views.year)
hooks.register("calendar_month", calendar_views.month)
hooks.register("event_page_context", event_page_context)
hooks.register("register_log_actions", add_meetings, order=100)
hooks.register("event_preview_mode", lambda: AS_CALENDAR_ENTRY)


@hooks.register("network_sections")
def meetings_section(network, request):
    return [network_schedule(network, request)]


@hooks.register("network_listing")
def next_meetings(networks):
    attach_next_meetings(networks)


@hooks.register("hidden_pages")
def events_of_hidden_networks():
    return Q(eventpage__network__live=False)


hooks.register("bin_losses", meetings_lost)
hooks.register("instead_of_deleting", offer_to_cancel)


@hooks.register("register_admin_urls")
def cancel_urls():
    return [
        path("stall-in-kommande/", cancel_coming_of_pages, name="cancel_coming_of_pages"),
        path("stall-in-kommande/<int:pk>/", cancel_coming, name="cancel_coming"),
    ]


@register_snippet
class EventCategoryViewSet(MergingSnippetViewSet):
    model = EventCategory
    icon = "calendar-alt"
    menu_label = _("Slag av möten")
    add_to_settings_menu = True
    list_display = ["name", "slug", "locale"]


@hooks.register("network_editor_permissions")
def what_network_editors_see():
    return ["events.view_eventcategory"]


@hooks.register("central_editor_permissions")
def what_central_editors_change():
    return [f"events.{verb}_eventcategory" for verb in ("add", "change", "delete", "view")]


@hooks.register("register_admin_urls")
def paste_urls():
    return [path("klistra-in-datum/<int:pk>/", PasteDatesView.as_view(), name="paste_dates")]


@hooks.register("register_admin_urls")
def amend_urls():
    return [
        path(f"andra-mote/<uuid:key>/{action.slug}/", VIEWS[action].as_view(), name=action.name) for action in ACTIONS
    ]


@hooks.register("register_admin_urls")
def planning_admin_urls():
    return planning_urls.urlpatterns


@hooks.register("register_admin_menu_item")
def plan_year_menu_item():
    return PlanYearMenuItem()


hooks.register("register_page_header_buttons", plan_button)


@hooks.register("register_admin_urls")
def review_urls():
    return [path("granska-datum/<int:pk>/", ReviewDatesView.as_view(), name="review_dates")]


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def paste_from_the_form(request, page):
    """Open the paste view from the form's button "Klistra in flera datum". The form has been saved by now."""
    if "action-paste-dates" in request.POST and issubclass(page.specific_class, EventPage):
        return redirect("paste_dates", page.pk)
    return None


@hooks.register("register_admin_urls")
def feed_health_urls():
    return [path("rapporter/kalenderfloden/", FeedHealthView.as_view(), name="feed_health")]


@hooks.register("register_reports_menu_item")
def feed_health_menu_item():
    return CentralMenuItem(
        _("Kalenderflöden"), reverse("feed_health"), name="feed-health", icon_name="calendar-check", order=500
    )


@hooks.register("register_page_header_buttons")
def paste_header_button(page, user, view_name=None, next_url=None):
    if _may_paste(page, user):
        yield _paste_button(page)


@hooks.register("register_page_listing_more_buttons")
def paste_listing_button(page, user, next_url=None):
    if _may_paste(page, user):
        yield _paste_button(page)


def _paste_button(page):
    address = reverse("paste_dates", args=[page.pk])
    return Button(_("Klistra in datum"), address, icon_name="clipboard-list", priority=15)


def _may_paste(page, user):
    """Whether dates can be pasted onto the page and the user may add them. The view itself checks again."""
    if issubclass(page.specific_class or Page, EventPage):
        return page.permissions_for_user(user).can_edit()
    return issubclass(page.specific_class or Page, NetworkPage) and page.permissions_for_user(user).can_add_subpage()
