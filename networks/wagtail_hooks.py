"""Adds the networks' lists and views to the admin."""

from django.core.exceptions import PermissionDenied
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from .bin import registration  # noqa: F401 - registers the bin's addresses, menu and deletions
from .consent import registration as consent  # noqa: F401 - registers its list
from .editing.form_views import MergingRowView, MergingSnippetViewSet
from .editing.page_views import Pages
from .editing.session import signed_in
from .listing.index_page import index_context
from .models import Area, NetworkEditors, NetworkPage, Organisation, SharedStatement, Term
from .people.views import ACTION as FORGOTTEN
from .people.views import ForgetPersonView
from .publication.bulk_actions import MovePageByPage, PublishPageByPage, UnpublishPageByPage
from .reviews.views import ACTION, ReviewView
from .rights.api import DocumentsWithinReach, ImagesWithinReach
from .rights.choosing import choosable, choosable_pages
from .rights.menus import CentralMenuItem, central_only
from .rights.page_views import may_make_networks_below
from .rights.viewsets import KeptByTheSite, NetworkEditorsViewSet
from .showing.links import LinksToShownPages
from .writing.views import plain_language

hooks.register("network_index_context", index_context)
register_permission_policy(NetworkEditors, KeptByTheSite(NetworkEditors))


class SharedStatementViewSet(MergingSnippetViewSet):
    model = SharedStatement
    icon = "pilcrow"
    list_display = ["title", "owner", "locale"]
    search_fields = ["title", "text"]


class AreaViewSet(MergingSnippetViewSet):
    model = Area
    icon = "tag"
    list_display = ["name", "colour", "sort_order", "locale"]


class OrganisationViewSet(MergingSnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]


class TermViewSet(MergingSnippetViewSet):
    model = Term
    icon = "openquote"
    list_display = ["term", "expansion", "locale"]
    search_fields = ["term", "expansion", "explanation"]


@register_snippet
class NetworkSnippets(SnippetViewSetGroup):
    items = (SharedStatementViewSet, AreaViewSet, OrganisationViewSet, TermViewSet)
    menu_label = _("Register")
    menu_icon = "list-ul"
    menu_order = 300


@hooks.register("register_admin_viewset")
def editors_viewset():
    return NetworkEditorsViewSet("network_editors", url_prefix="natverkens-redaktorer", edit_view_class=MergingRowView)


@hooks.register("insert_editor_js")
def saving_scripts():
    return render_to_string("networks/admin/saving_scripts.html")


@hooks.register("register_admin_urls")
def session_urls():
    return [path("inloggad/", signed_in, name="signed_in")]


@hooks.register("register_admin_viewset", order=100)
def views_of_pages():
    return Pages()


# Registered last, so that each takes the place of Wagtail's.
for action in (PublishPageByPage, UnpublishPageByPage, MovePageByPage):
    hooks.register("register_bulk_action", action, order=100)


@hooks.register("before_create_page")
def refuse_networks_below_networks(request, parent, page_class):
    if issubclass(page_class, NetworkPage) and not may_make_networks_below(request.user, parent.specific):
        raise PermissionDenied


@hooks.register("register_admin_urls")
def review_urls():
    return [
        path("stammer-fortfarande/<int:pk>/", ReviewView.as_view(), name="review_network"),
        path("klarsprak/<int:pk>/", plain_language, name="plain_language"),
    ]


@hooks.register("register_log_actions")
def review_log_action(actions):
    actions.register_action(ACTION, _("Stämmer fortfarande"), _("Sidan granskad: stämmer fortfarande"))


@hooks.register("register_page_header_buttons")
def review_header_button(page, user, view_name=None, next_url=None):
    if (
        issubclass(page.specific_class or Page, NetworkPage)
        and page.live
        and page.permissions_for_user(user).can_edit()
    ):
        address = reverse("review_network", args=[page.pk])
        # Wagtail's own script posts on click; without scripts the link leads to a page that asks for confirmation.
        attrs = {
            "data-controller": "w-action",
            "data-action": "w-action#post:prevent",
            "data-w-action-url-value": address,
        }
        yield Button(_("Stämmer fortfarande"), address, icon_name="check", attrs=attrs, priority=14)


@hooks.register("before_move_page")
def refuse_to_ask_about_a_move_that_is_refused(request, page, destination):
    """Refuse a move before Wagtail asks "are you sure", since it checks the rights only afterwards."""
    if not page.permissions_for_user(request.user).can_move_to(destination):
        raise PermissionDenied


@hooks.register("construct_admin_api", order=100)
def list_files_within_reach(router):
    router.register_endpoint("images", ImagesWithinReach)
    router.register_endpoint("documents", DocumentsWithinReach)


@hooks.register("construct_page_chooser_queryset")
def leave_out_drafts_of_others(pages, request):
    return choosable_pages(request.user, pages)


@hooks.register("construct_document_chooser_queryset")
@hooks.register("construct_image_chooser_queryset")
def leave_out_files_of_others(files, request):
    return files.filter(pk__in=choosable(request.user, files.model).values("pk"))


@hooks.register("construct_reports_menu")
def leave_out_reports_on_all_networks(request, items):
    names = ("wagtail_localize:translations_report", "wagtailadmin_reports:page_types_usage")
    central_only(items, request, {reverse(name) for name in names})


@hooks.register("register_rich_text_features", order=100)
def lead_only_to_shown_pages(features):
    """In place of Wagtail's handler, which leads to every page."""
    features.register_link_type(LinksToShownPages)


@hooks.register("register_admin_urls")
def forget_person_urls():
    return [path("ta-bort-en-person/", ForgetPersonView.as_view(), name="forget_person")]


@hooks.register("register_settings_menu_item")
def forget_person_menu_item():
    return CentralMenuItem(
        _("Ta bort en person"), reverse("forget_person"), name="forget-person", icon_name="user", order=60
    )


@hooks.register("register_log_actions")
def forget_person_log_action(actions):
    actions.register_action(FORGOTTEN, _("Ta bort en person"), _("En person är borttagen från webbplatsen"))
