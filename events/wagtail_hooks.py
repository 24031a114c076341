"""What events add: the meetings on a network's page, next meetings in the list of networks, and admin lists."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import EventCategory
from .schedule import attach_next_meetings, network_schedule


@hooks.register("network_sections")
def meetings_section(network, request):
    return [network_schedule(network, request)]


@hooks.register("network_listing")
def next_meetings(networks):
    attach_next_meetings(networks)


@register_snippet
class EventCategoryViewSet(SnippetViewSet):
    model = EventCategory
    icon = "calendar-alt"
    menu_label = _("Slag av möten")
    add_to_admin_menu = False
    list_display = ["name", "slug", "locale"]
