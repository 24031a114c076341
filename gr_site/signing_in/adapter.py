from urllib.parse import urljoin

from allauth.account.adapter import DefaultAccountAdapter
from django.conf import settings
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from networks.models import Letter
from networks.outbox.posting import post

from . import attempts
from .local import refuse_local
from .wording import wait_in_words

_MISMATCH = _("Namnet eller lösenordet stämmer inte. Försök igen.")


class AccountAdapter(DefaultAccountAdapter):
    """Accounts that an administrator makes, and letters that name the site and not the host of the request."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "username_password_mismatch": _MISMATCH,
        "email_password_mismatch": _MISMATCH,
        "enter_current_password": _("Lösenordet stämmer inte. Skriv det du har nu."),
        "incorrect_password": _("Lösenordet stämmer inte."),
        "incorrect_code": _("Koden stämmer inte."),
        "rate_limited": _("Du har försökt för många gånger. Vänta några minuter."),
        "too_many_login_attempts": _("Du har försökt för många gånger. Vänta några minuter."),
    }

    def is_open_for_signup(self, request):
        return False

    # --- wrong passwords ---

    def pre_authenticate(self, request, **credentials):
        """Count the attempt before the password is compared, so that many at a time are no way round the limit."""
        name = credentials.get("username") or credentials.get("email") or ""
        self._counted = attempts.at_log_in(name, self.get_client_ip(request))
        if wait := attempts.take(*self._counted):
            raise ValidationError(
                _("Du har skrivit fel lösenord för många gånger. Försök igen om %(wait)s, eller använd en passkey."),
                code="too_many_login_attempts",
                params={"wait": wait_in_words(wait)},
            )

    def authenticate(self, request, **credentials):
        user = super().authenticate(request, **credentials)
        if user is not None:
            attempts.give_back(*self._counted)
        return user

    def pre_login(self, request, user, *, signal_kwargs, **kwargs):
        inactive = super().pre_login(request, user, signal_kwargs=signal_kwargs, **kwargs)
        return inactive or refuse_local(request, user, signal_kwargs)

    # --- where a user goes ---

    def is_safe_url(self, url):
        try:
            return super().is_safe_url(url)
        except ValueError:  # no address at all, such as "http://["
            return False

    def get_login_redirect_url(self, request):
        """The admin, or the front page for somebody who may not enter it."""
        return reverse("wagtailadmin_home") if request.user.has_perm("wagtailadmin.access_admin") else "/"

    def get_password_change_redirect_url(self, request):
        return reverse("mfa_index")

    # --- letters ---

    def get_reset_password_from_key_url(self, key):
        path = reverse("account_reset_password_from_key", kwargs={"uidb36": "UID", "key": "KEY"})
        return urljoin(settings.WAGTAILADMIN_BASE_URL, path.replace("UID-KEY", key))

    def send_mail(self, template_prefix, email, context):
        """A letter in plain text, which leaves by the outbox, so that no fault of the mail server reaches its reader.

        allauth's own would take the site's name from the host of the request.
        """
        context = context | {"site_name": settings.WAGTAIL_SITE_NAME, "site_address": settings.WAGTAILADMIN_BASE_URL}
        subject = " ".join(render_to_string(f"{template_prefix}_subject.txt", context).split())
        body = render_to_string(f"{template_prefix}_message.txt", context).strip() + "\n"
        post(Letter(to=email, subject=subject, text=body, kind="account"))
