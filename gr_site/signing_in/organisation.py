"""Lets in whoever an organisation's own log-in vouches for (OpenID Connect)."""

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils.translation import gettext as _

from .refusals import Refused, refusal
from .roles import give_roles, roles_of


class OrganisationAdapter(DefaultSocialAccountAdapter):
    """Accounts are found or made in ``let_in`` and nowhere else: allauth's form for new ones stays closed."""

    def is_open_for_signup(self, request, sociallogin):
        return False

    def send_notification_mail(self, *args, **kwargs):
        """Nothing: the letter about a log-in from a new device says what she needs to know."""

    def pre_social_login(self, request, sociallogin):
        try:
            let_in(request, sociallogin)
        except Refused as refused:
            raise ImmediateHttpResponse(refusal(request, refused.args[0])) from refused

    def get_requests_session(self):
        """One that answers the browser with a page when the organisation's server is away."""
        session = super().get_requests_session()
        ask = session.request

        def request(*args, **kwargs):
            try:
                response = ask(*args, **kwargs)
            except OSError as fault:  # what requests raises are OSErrors, too
                raise self._away() from fault
            if response.status_code >= 500:
                raise self._away()
            return response

        session.request = request
        return session

    def _away(self):
        why = _("Din organisations inloggning svarar inte just nu. Försök igen om en stund.")
        return ImmediateHttpResponse(refusal(self.request, why))


@transaction.atomic
def let_in(request, sociallogin):
    """Find or make the account of ``sociallogin``, tie the two together and renew its roles. Raises Refused."""
    claims = _claims(sociallogin)
    _check(sociallogin, claims)
    roles = roles_of(_groups(claims))
    user = sociallogin.user if sociallogin.is_existing else account_of(claims, sociallogin.account.provider)
    if user is None:
        if not roles:
            raise Refused(_("Du har inget konto här. Be den som sköter webbplatsen att lägga till dig."))
        user = _made(claims)
    if not user.is_active:
        raise Refused(_("Kontot är avstängt. Fråga den som sköter webbplatsen, om du tror att det är ett misstag."))
    give_roles(user, roles)
    if not sociallogin.is_existing:
        sociallogin.connect(request, user)


def _claims(sociallogin):
    """What the organisation says: of the token before what is fetched with it."""
    told = sociallogin.account.extra_data
    token, fetched = told.get("id_token") or {}, told.get("userinfo") or {}
    if token and fetched and token.get("sub") != fetched.get("sub"):  # OpenID Connect Core 1.0, section 5.3.2
        raise Refused(_("Din organisations inloggning svarade inte som den ska. Försök igen."))
    return fetched | token


def _check(sociallogin, claims):
    if sociallogin.state.get("process") != "login":  # allauth can also tie it to whoever is logged in
        raise Refused(_("Logga ut här först, och logga sedan in med din organisation."))
    if settings.OIDC_TENANT and claims.get("tid") != settings.OIDC_TENANT:
        raise Refused(_("Du är inloggad i en organisation som inte har konton här. Byt konto och försök igen."))


def _groups(claims):
    """The names or keys of her groups. Entra leaves out all of them when they are very many, and says so."""
    if "groups" in (claims.get("_claim_names") or ()):
        raise Refused(_("Din organisation skickar för många grupper. Be dem att bara skicka de som gäller här."))
    told = claims.get("groups") or []
    return {str(group) for group in (told if isinstance(told, list) else [told])}


def account_of(claims, provider):
    """The account with her e-mail address; None if there is none."""
    email = _email(claims)
    users = get_user_model().objects.filter(email__iexact=email)
    found = [user for user in users if _folded(user.email) == _folded(email)]  # a database has its own idea of case
    if len(found) > 1:
        raise Refused(_("Flera konton har din e-postadress. Be den som sköter webbplatsen att rätta det."))
    if found and SocialAccount.objects.filter(user=found[0], provider=provider).exists():
        # The address may have gone over to a colleague of the same name.
        raise Refused(_("Kontot med din e-postadress hör till en annan inloggning. Fråga den som sköter webbplatsen."))
    return found[0] if found else None


def _email(claims):
    email = claims.get("email")
    if not isinstance(email, str) or "@" not in email or claims.get("email_verified") in (False, "false"):
        raise Refused(_("Din organisation skickar ingen bekräftad e-postadress. Vi känner igen dig på den."))
    return email.replace("\0", "").strip()


def _folded(email):
    """In small letters, but never with another alphabet's letter as one of ASCII's: the Kelvin sign is no k."""
    return "".join(small if (small := one.lower()).isascii() == one.isascii() else one for one in email)


def _made(claims):
    """A new account without a password, named by the e-mail address."""
    users, email = get_user_model(), _email(claims)
    names = {"first_name": claims.get("given_name"), "last_name": claims.get("family_name")}
    names = {field: str(name or "").replace("\0", "")[:150] for field, name in names.items()}
    if users.objects.filter(username__iexact=email).exists() or len(email) > 150:
        raise Refused(_("Kontot med din e-postadress hör till en annan inloggning. Fråga den som sköter webbplatsen."))
    return users.objects.create_user(email, email, **names)
