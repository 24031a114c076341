"""Decides who may import: users who may add a page to the list of networks or, to update a page, edit it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.models import Locale, Site

from events.models import EventPage
from networks.models import NetworkIndexPage


def may_import(user):
    """Whether ``user`` may add pages where imports go: to the list of networks or, if missing, the home page."""
    locale = Locale.get_default()
    parent = NetworkIndexPage.objects.filter(locale=locale).first() or _first_page(locale)
    return parent is not None and parent.permissions_for_user(user).can_add_subpage()


def may_update(user, network):
    """Whether ``user`` may replace the drafts of ``network`` and of its events."""
    pages = [network, *EventPage.objects.child_of(network)]
    return all(_may_edit(page.permissions_for_user(user)) for page in pages)


def _may_edit(permissions):
    return permissions.can_edit() and not permissions.page_locked()


def _first_page(locale):
    site = Site.objects.filter(is_default_site=True, root_page__locale=locale).select_related("root_page").first()
    return site.root_page.specific if site else None


class ImportMenuItem(MenuItem):
    def __init__(self):
        super().__init__(
            _("Importera sida"), reverse("import_page"), name="import-page", icon_name="upload", order=250
        )

    def is_shown(self, request):
        return may_import(request.user)
