"""Answers Wagtail's views before they do something with a network's page, by the table."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import PagePermissionTester

from ..models import NetworkPage
from .table import Action, Role, may


def connect():
    """Called once the apps are loaded."""
    NetworkPage.permission_tester = NetworkPermissionTester


class NetworkPermissionTester(PagePermissionTester):
    """A right on a network's page covers its text and its events.

    To create, move, delete, restrict or withdraw the network itself takes a right given on a page above the networks.
    """

    def __init__(self, user, page):
        super().__init__(user, page)
        self.given_above = user.is_superuser or (user.is_active and self._given_above())
        self._role = Role.CENTRAL if self.given_above else Role.EDITOR

    def _given_above(self):
        network = ContentType.objects.get_for_model(type(self.page)).pk
        return any(
            given.permission.codename == "add_page"
            and given.page.content_type_id != network
            and self.page.path.startswith(given.page.path)
            for given in self.permission_policy.get_cached_permissions_for_user(self.user)
        )

    def may(self, action):
        """Whether the table allows the action. Wagtail's own permissions are asked beside it."""
        return may(self._role, action, NetworkPage._meta.label)

    def can_edit(self):
        return self.may(Action.CHANGE) and super().can_edit()

    def can_publish(self):
        withdrawn = self.page.first_published_at and not self.page.live
        return self.may(Action.PUBLISH_AGAIN if withdrawn else Action.PUBLISH) and super().can_publish()

    def can_unpublish(self):
        return self.may(Action.UNPUBLISH) and super().can_unpublish()

    def can_unschedule(self):
        return self.may(Action.UNSCHEDULE) and super().can_unschedule()

    def can_delete(self, ignore_bulk=False):
        return self.may(Action.DELETE) and super().can_delete(ignore_bulk)

    def can_move(self):
        return self.may(Action.MOVE) and super().can_move()

    def can_copy(self):
        return self.may(Action.COPY) and super().can_copy()

    def can_set_view_restrictions(self):
        return self.may(Action.RESTRICT) and super().can_set_view_restrictions()

    def can_lock(self):
        return self.may(Action.LOCK) and super().can_lock()
