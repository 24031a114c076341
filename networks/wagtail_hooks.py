"""What networks add to the admin: the lists that editors own."""

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Area, NetworkEditors, NetworkPage, Organisation, SharedStatement
from .rights.views import may_make_networks_below
from .rights.viewsets import KeptByTheSite, NetworkEditorsViewSet

register_permission_policy(NetworkEditors, KeptByTheSite(NetworkEditors))


class SharedStatementViewSet(SnippetViewSet):
    model = SharedStatement
    icon = "pilcrow"
    list_display = ["title", "owner", "locale"]
    search_fields = ["title", "text"]


class AreaViewSet(SnippetViewSet):
    model = Area
    icon = "tag"
    list_display = ["name", "colour", "sort_order", "locale"]


class OrganisationViewSet(SnippetViewSet):
    model = Organisation
    icon = "group"
    list_display = ["name", "kind"]
    list_filter = ["kind"]
    search_fields = ["name"]


@register_snippet
class NetworkSnippets(SnippetViewSetGroup):
    items = (SharedStatementViewSet, AreaViewSet, OrganisationViewSet)
    menu_label = _("Nätverkens register")
    menu_icon = "list-ul"
    menu_order = 300


@hooks.register("register_admin_viewset")
def editors_viewset():
    return NetworkEditorsViewSet("network_editors", url_prefix="natverkens-redaktorer")


@hooks.register("before_create_page")
def refuse_networks_below_networks(request, parent, page_class):
    if issubclass(page_class, NetworkPage) and not may_make_networks_below(request.user, parent.specific):
        raise PermissionDenied
