"""What networks add to the admin: the lists that editors own."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from .models import Area, Organisation, SharedStatement


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
