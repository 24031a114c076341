"""Below /konto/: allauth's addresses, and ours."""

from django.urls import include, path
from django.views.generic import RedirectView

from .views import end_all_sessions, qr_code

_to_overview = RedirectView.as_view(pattern_name="mfa_index")

urlpatterns = [
    path("", _to_overview, name="account_overview"),
    # An administrator changes an e-mail address, in the admin.
    path("email/", _to_overview, name="account_email"),
    path("2fa/totp/qr.svg", qr_code, name="totp_qr_code"),
    path("sessions/end-all/", end_all_sessions, name="end_all_sessions"),
    path("", include("allauth.urls")),
]
