from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth import get_user_model


class NameOrAddressBackend(AuthenticationBackend):
    """Knows a user by name, or by e-mail address where only one active user has it.

    allauth's own compares the password twice where the address is known and once where it is not, which can be
    measured, and lets in each of several users who share an address.
    """

    def _authenticate(self, request, **credentials):
        name = credentials.get("username") or credentials.get("email") or ""
        checked = (self._check_password(user, credentials["password"]) for user in _known_as(name))
        return next((user for user in checked if user), None)


def _known_as(name):
    """Nobody or one user; two only if one's name is another's address."""
    by_name = get_user_model().objects.filter(username__iexact=name)
    exact = [user for user in by_name if user.get_username() == name]
    by_address = get_user_model().objects.filter(email__iexact=name, is_active=True) if name else ()
    alone = [users[0] for users in (exact or by_name, by_address) if len(users) == 1]
    return list(dict.fromkeys(alone))
