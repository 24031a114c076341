"""Hides menu items that the user cannot use."""

from wagtail.admin.menu import MenuItem

from .access import is_central


class CentralMenuItem(MenuItem):
    """A menu item for a view that only central editors may use."""

    def is_shown(self, request):
        return is_central(request.user)


def central_only(items, request, addresses):
    """Remove the ``items`` that lead to any of ``addresses``, unless the user is a central editor."""
    if not is_central(request.user):
        items[:] = [item for item in items if getattr(item, "url", None) not in addresses]
