"""The links to "Planera nästa år": a menu item, and a button on each network and event."""

from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from networks.models import NetworkPage

from ..models import EventPage


class PlanYearMenuItem(MenuItem):
    def __init__(self):
        super().__init__(
            _("Planera nästa år"), reverse("plan_year"), name="plan-year", icon_name="calendar-alt", order=160
        )

    def is_shown(self, request):
        return PagePermissionPolicy().user_has_permission(request.user, "add")


def plan_button(page, user, view_name=None, next_url=None):
    """The button that opens the table for a network or an event."""
    model = page.specific_class or Page
    permissions = page.permissions_for_user(user)
    if issubclass(model, EventPage) and permissions.can_edit():
        yield _button(_("Kopiera till nästa år"), moten=page.pk)
    elif issubclass(model, NetworkPage) and permissions.can_add_subpage():
        yield _button(_("Planera nästa år"), natverk=page.pk)


def _button(label, **query):
    address = f"{reverse('plan_year')}?{urlencode({'ar': timezone.localdate().year + 1, **query})}"
    return Button(label, address, icon_name="calendar-alt", priority=16)
