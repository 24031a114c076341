"""Wagtail's app of users with our forms, by the way that Wagtail has for it."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    user_viewset = "gr_site.signing_in.user_forms.OneAccountUserViewSet"
