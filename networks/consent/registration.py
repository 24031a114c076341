"""Gives the list its address and its menu item, and tells an editor what waits."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from ..rights.access import may_edit_anything
from .answering import ANSWERED
from .listing import counted
from .telling import tell_what_waits
from .views import ConsentsView, answer_view


class ConsentsMenuItem(MenuItem):
    """Shown to those who have answers to give or to change, with the number of those to give."""

    def is_shown(self, request):
        if not may_edit_anything(request.user):
            return False
        request.consents_waiting, total = counted(request.user)
        return total > 0

    def render_component(self, request):
        component = super().render_component(request)
        if request.consents_waiting:
            component.label = _("Väntar på ditt ja (%(n)d)") % {"n": request.consents_waiting}
        return component


@hooks.register("register_admin_urls")
def consent_urls():
    return [
        path("vantar-pa-ditt-ja/", ConsentsView.as_view(), name="consents"),
        path("vantar-pa-ditt-ja/<int:pk>/svara/", answer_view, name="answer_consent"),
    ]


@hooks.register("register_admin_menu_item")
def consents_menu_item():
    return ConsentsMenuItem(
        gettext_lazy("Väntar på ditt ja"), reverse("consents"), name="consents", icon_name="circle-check", order=170
    )


@hooks.register("register_log_actions")
def consent_log_action(actions):
    said = gettext_lazy("Svar på om sidan får visas hos ett annat nätverk")
    actions.register_action(ANSWERED, gettext_lazy("Svara"), said)


hooks.register("after_create_page", tell_what_waits)
hooks.register("after_edit_page", tell_what_waits)
