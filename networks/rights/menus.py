"""Menus show what the user can use."""

from wagtail.admin.menu import MenuItem

from .access import is_central


class CentralMenuItem(MenuItem):
    """For views that are the central editors'."""

    def is_shown(self, request):
        return is_central(request.user)


def central_only(items, request, addresses):
    """Take those of ``items`` away that lead to one of ``addresses``, unless the user is a central editor."""
    if not is_central(request.user):
        items[:] = [item for item in items if getattr(item, "url", None) not in addresses]
