from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model


class NameOrAddressBackend(AuthenticationBackend):
    """Knows a user by name, or by e-mail address where only one active user has it."""

    def _authenticate_by_email(self, email, password):
        found = get_user_model().objects.filter(email__iexact=email, is_active=True)[:2]
        return self._check_password(found[0], password) if len(found) == 1 else None
