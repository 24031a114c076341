"""What a user may plan: her networks and their events, in the source language, which alone says when meetings are."""

from django.conf import settings
from wagtail.permission_policies.pages import PagePermissionPolicy

from networks.models import NetworkPage

from ..models import EventPage


def plannable_networks(user):
    """Networks below which ``user`` may add meetings, but closed ones, by name: a queryset."""
    return _own(NetworkPage, user, "add").current().select_related("area").order_by("title")


def editable_networks(user):
    """Networks whose page ``user`` may change, by name: a queryset."""
    return _own(NetworkPage, user, "change").select_related("area").order_by("title")


def editable_events(user):
    """Events that ``user`` may change, without their long texts: a queryset."""
    return _own(EventPage, user, "change").defer("body", "introduction").order_by("title")


def _own(model, user, action):
    pages = PagePermissionPolicy(model).instances_user_has_permission_for(user, action)
    return pages.filter(locale__language_code=settings.LANGUAGE_CODE, alias_of=None)
