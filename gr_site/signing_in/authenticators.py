import base64
import logging
import secrets

from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from . import encryption

logger = logging.getLogger(__name__)


class MFAAdapter(DefaultMFAAdapter):
    """Second factors that carry the site's name, with secrets that are encrypted in the database."""

    error_messages = DefaultMFAAdapter.error_messages | {
        "incorrect_code": _("Koden stämmer inte. Skriv den som visas just nu."),
        "cannot_generate_recovery_codes": _("Lägg till en app eller en passkey först."),
    }

    def encrypt(self, text):
        return encryption.encrypt(text)

    def decrypt(self, encrypted_text):
        """After a change of ``SECRET_KEY`` without a fallback nobody can read the secret. Then no code is right, and
        an administrator resets the second factor."""
        try:
            return encryption.decrypt(encrypted_text)
        except encryption.InvalidToken:
            logger.error("A second factor was encrypted with another SECRET_KEY: reset it in the admin.")
            return base64.b32encode(secrets.token_bytes(20)).decode()

    def get_totp_label(self, user):
        return user.get_username()

    def get_totp_issuer(self):
        return settings.WAGTAIL_SITE_NAME

    def get_public_key_credential_rp_entity(self):
        """The host that the browser sees decides which passkeys fit. Only the name is ours."""
        return super().get_public_key_credential_rp_entity() | {"name": settings.WAGTAIL_SITE_NAME}

    def build_totp_svg(self, url):
        """Empty: ``qr_code`` serves the picture at an address of its own, since the policy forbids ``data:``."""
        return ""

    def generate_authenticator_name(self, user, type):
        number = user.authenticator_set.filter(type=type).count() + 1
        return gettext("Min passkey") if number == 1 else gettext("Passkey {number}").format(number=number)
