"""The admin's list of the networks' editors and whether they are reviewed."""

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from ..models import NetworkEditors
from .forms import NetworkEditorsForm


class KeptByTheSite(ModelPermissionPolicy):
    """Nobody may add or delete a row, because the rows come and go with their networks."""

    def user_has_permission(self, user, action):
        return action in {"change", "view"} and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return self.user_has_any_permission(user, actions)


class EditorsIndexView(generic.IndexView):
    default_ordering = "group__name"

    def get_base_queryset(self):
        people = Count("group__user", filter=Q(group__user__is_active=True))
        return super().get_base_queryset().select_related("group").annotate(people=people)

    @property
    def columns(self):
        return [
            TitleColumn("group", label=_("Nätverk"), sort_key="group__name", url_name=self.edit_url_name),
            Column("people", label=_("Redaktörer"), sort_key="people"),
            BooleanColumn("reviewed", label=_("Granskas"), sort_key="reviewed"),
        ]

    @columns.setter
    def columns(self, value):
        """Ignored: Wagtail's viewset would set its own columns."""


class NetworkEditorsViewSet(ModelViewSet):
    model = NetworkEditors
    icon = "group"
    menu_label = _("Nätverkens redaktörer")
    add_to_settings_menu = True
    menu_order = 50
    copy_view_enabled = False
    list_per_page = 100
    index_view_class = EditorsIndexView
    search_fields = ["group__name"]
    panels = [FieldPanel("reviewed"), FieldPanel("people")]

    def get_edit_handler(self):
        handler = super().get_edit_handler()
        handler.base_form_class = NetworkEditorsForm
        return handler
