"""What a user may plan: her networks and their events, in the source language, which alone says when meetings are."""

from wagtail.models import Locale
from wagtail.permission_policies.pages import PagePermissionPolicy

from networks.fields import Part, names
from networks.models import NetworkPage
from networks.rights.access import editable

from ..fields import EVENT
from ..models import EventPage


def plannable_networks(user):
    """Networks below which ``user`` may add meetings, but closed ones, by title: a queryset."""
    pages = PagePermissionPolicy(NetworkPage).instances_user_has_permission_for(user, "add")
    own = pages.filter(locale=Locale.get_default(), alias_of=None)
    return own.current().select_related("area").order_by("title")


def editable_events(user):
    """Events that ``user`` may change, without their long texts: a queryset."""
    events = EventPage.objects.filter(locale=Locale.get_default(), alias_of=None)
    return editable(user, events).defer(*names(EVENT, Part.TEXT)).order_by("title")
