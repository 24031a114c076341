"""Wagtail's own ways to log in and to get a new password: beside allauth's they would need only a password. Found
before Wagtail's, they lead to allauth's; and the password of a closed page is counted."""

from django.urls import path, reverse_lazy
from django.views.generic import RedirectView

from .page_passwords import open_document, open_page

_log_in = RedirectView.as_view(pattern_name="account_login", query_string=True)
_new_password = RedirectView.as_view(url=reverse_lazy("account_reset_password"))

admin_urlpatterns = [
    path("login/", _log_in),
    path("password_reset/", _new_password),
    path("password_reset/done/", _new_password),
    path("password_reset/confirm/<str:uidb64>/<str:token>/", _new_password),
    path("password_reset/complete/", _new_password),
]
document_urlpatterns = [
    path(
        "authenticate_with_password/<int:restriction_id>/",
        open_document,
        name="wagtaildocs_authenticate_with_password",
    ),
]
page_urlpatterns = [
    path("login/", _log_in, name="wagtailcore_login"),
    path(
        "authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        open_page,
        name="wagtailcore_authenticate_with_password",
    ),
]
