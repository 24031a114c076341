"""Gives the bin its addresses, its menu item and its place in front of Wagtail's deletions."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..rights.access import may_edit_anything
from .disposal_views import DisposalsView, DisposeOldView, DisposeView
from .disposing import DISPOSED
from .file_views import DocumentsToBinAction, FileToBinAction, ImagesToBinAction
from .files import file_models
from .page_views import PagesAPIWithBin, PagesToBinAction
from .restoring import RESTORED
from .views import BinView, RestoreView


class BinMenuItem(MenuItem):
    def is_shown(self, request):
        return may_edit_anything(request.user)


@hooks.register("register_admin_urls")
def bin_urls():
    return [
        path("papperskorgen/", BinView.as_view(), name="bin"),
        path("papperskorgen/<int:pk>/aterstall/", RestoreView.as_view(), name="restore_from_bin"),
        path("papperskorgen/<int:pk>/gallra/", DisposeView.as_view(), name="dispose"),
        path("papperskorgen/tom/", DisposeOldView.as_view(), name="dispose_old"),
        path("papperskorgen/gallrat/", DisposalsView.as_view(), name="disposals"),
    ]


@hooks.register("register_admin_menu_item")
def bin_menu_item():
    return BinMenuItem(_("Papperskorgen"), reverse("bin"), name="bin", icon_name="bin", order=950)


@hooks.register("register_log_actions")
def bin_log_actions(actions):
    actions.register_action(RESTORED, _("Återställ"), _("Återställd från papperskorgen"))
    actions.register_action(DISPOSED, _("Gallra"), _("Gallrad från papperskorgen"))


# Registered last, so that it takes the place of Wagtail's "delete".
for action in (PagesToBinAction, DocumentsToBinAction, ImagesToBinAction):
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("register_actions", order=100)
def delete_files_by_actions(registry):
    for model in file_models():
        registry.register(model, FileToBinAction)


@hooks.register("construct_admin_api")
def delete_by_the_api(router):
    router.register_endpoint("pages", PagesAPIWithBin)
