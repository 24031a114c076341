"""Answers Wagtail's views before they do something with a network's page."""

from django.contrib.contenttypes.models import ContentType
from wagtail.models import PagePermissionTester


class NetworkPermissionTester(PagePermissionTester):
    """A right on a network's page covers its text and its events.

    To create, move, delete or restrict the network itself takes a right given on a page above the networks.
    """

    def __init__(self, user, page):
        super().__init__(user, page)
        self.given_above = user.is_superuser or (user.is_active and self._given_above())

    def _given_above(self):
        network = ContentType.objects.get_for_model(type(self.page)).pk
        return any(
            given.permission.codename == "add_page"
            and given.page.content_type_id != network
            and self.page.path.startswith(given.page.path)
            for given in self.permission_policy.get_cached_permissions_for_user(self.user)
        )

    def can_delete(self, ignore_bulk=False):
        return self.given_above and super().can_delete(ignore_bulk)

    def can_unpublish(self):
        return self.given_above and super().can_unpublish()

    def can_copy(self):
        return self.given_above and super().can_copy()

    def can_set_view_restrictions(self):
        return self.given_above and super().can_set_view_restrictions()
