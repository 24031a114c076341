"""Puts logging in into the admin: a button for each user, for administrators, and a link from one's own account."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button

from .administration import UserSignInView, may_help


@hooks.register("register_admin_urls")
def sign_in_urls():
    return [path("anvandare/<int:pk>/inloggning/", UserSignInView.as_view(), name="user_sign_in")]


@hooks.register("register_user_listing_buttons")
def sign_in_button(user, request_user):
    if may_help(request_user, user):
        yield Button(_("Inloggning"), reverse("user_sign_in", args=[user.pk]), icon_name="lock", priority=20)


@hooks.register("register_account_menu_item")
def own_sign_in(request):
    return {
        "url": reverse("mfa_index"),
        "label": _("Din inloggning"),
        "help_text": _("Lösenord, passkeys, appen med koder och var du är inloggad."),
    }
