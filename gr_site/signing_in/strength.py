"""What vouches for a session besides a password."""

from allauth.account.authentication import AUTHENTICATION_METHODS_SESSION_KEY, get_authentication_records
from allauth.mfa.models import Authenticator

STRONG = {"mfa", "socialaccount"}
SET_UP = "second_factor_set_up"
TYPES = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def is_strong(request) -> bool:
    """Whether this session began with a second factor, a passkey or another organisation's log-in, or has set up the
    first of these. ``get_authentication_records`` without the user would say no to everybody."""
    methods = {record["method"] for record in get_authentication_records(request, request.user)}
    return bool(methods & STRONG) or request.session.get(SET_UP) == request.user.pk


def where_to_prove(user) -> str:
    """The name of the address where she uses the second factor that she has, or sets one up."""
    types = set(Authenticator.objects.filter(user=user, type__in=TYPES).values_list("type", flat=True))
    if not types:
        return "mfa_index"
    return "mfa_reauthenticate" if Authenticator.Type.TOTP in types else "mfa_reauthenticate_webauthn"


def count_as_proof(request, user, authenticator, **kwargs) -> None:
    """Who has just set up an app or a passkey has used it, too: no need to ask for it again in this session."""
    if authenticator.type in TYPES and request.user == user:
        request.session[SET_UP] = user.pk


def forget_proof(request, user, **kwargs) -> None:
    """Without any app or passkey left, this session is as weak as its password."""
    if request.user != user or Authenticator.objects.filter(user=user, type__in=TYPES).exists():
        return
    request.session.pop(SET_UP, None)
    records = get_authentication_records(request, user)
    request.session[AUTHENTICATION_METHODS_SESSION_KEY] = [row for row in records if row["method"] != "mfa"]
