"""What a user may plan: their networks and events. Only the source language, which alone decides meetings' times."""

from wagtail.permission_policies.pages import PagePermissionPolicy

from networks.fields.declared import Part, names
from networks.models import NetworkPage
from networks.rights.access import editable

from ..fields.declared import EVENT
from ..models import EventPage


def plannable_networks(user):
    """A queryset of the networks, except closed ones, that ``user`` may add meetings to, by title."""
    pages = PagePermissionPolicy(NetworkPage).instances_user_has_permission_for(user, "add")
    own = pages.of_source()
    return own.current().select_related("area").order_by("title")


def editable_events(user):
    """A queryset of the events that ``user`` may change, without their long texts."""
    events = EventPage.objects.of_source()
    return editable(user, events).defer(*names(EVENT, Part.TEXT)).order_by("title")
