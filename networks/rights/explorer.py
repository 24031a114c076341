"""Wagtail's explorer, without the pages that lie below the common ancestor of somebody's pages and are not hers."""

from django.shortcuts import redirect
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.views.pages.listing import ExplorableIndexView

from .access import is_central
from .choosing import may_look_below


class ExplorerWithinReachView(ExplorableIndexView):
    """Leads from a page that the user may neither edit nor look below to the top of her own pages.

    Wagtail shows all that lies below that top, with drafts, whoever works on them and what they say of each other.
    """

    def get(self, request, parent_page_id=None):
        user = request.user
        top = self.permission_policy.explorable_root_instance(user)
        if parent_page_id in (None, top.pk) or is_central(user) or may_look_below(user, parent_page_id):
            return super().get(request, parent_page_id)
        return redirect(self.index_url_name, top.pk)

    def get_side_panels(self):
        """They show the page's latest draft, its review and its locks."""
        return super().get_side_panels() if self.permissions.can_edit() else MediaContainer()
