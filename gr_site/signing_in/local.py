"""Whether somebody may log in with a password or passkey of this site's own."""

from django.conf import settings
from django.utils.translation import gettext as _

from .refusals import refusal


def refuse_local(request, user, signal_kwargs):
    """The answer to a log-in that only ``LOCAL_ACCOUNTS`` may use; None for those, and for an organisation's."""
    names = {name.casefold() for name in settings.LOCAL_ACCOUNTS}
    if not names or user.get_username().casefold() in names or "sociallogin" in (signal_kwargs or {}):
        return None
    return refusal(request, _("Här loggar du in med din organisation, inte med ett lösenord eller en passkey."))
