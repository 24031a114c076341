"""allauth's forms of the second factor with our words, and with codes that all processes count."""

from allauth.account.adapter import get_adapter
from allauth.mfa.base import forms as base
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from . import attempts
from .wording import wait_in_words


class CountedCode(forms.Form):
    """A code of six or eight digits can be guessed: a user has so many tries, and each code serves once."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["code"].label = _("Kod")
        self.fields["code"].widget = forms.TextInput(attrs={"autocomplete": "one-time-code", "inputmode": "numeric"})

    def clean_code(self):
        counter = attempts.Counter("code", str(self.user.pk), self.user.pk)
        if wait := attempts.take(counter):
            raise ValidationError(
                _("Du har skrivit fel kod för många gånger. Försök igen om %(wait)s."),
                params={"wait": wait_in_words(wait)},
            )
        code = super().clean_code()
        used = "".join(filter(str.isalnum, code))
        if attempts.take(attempts.Counter("used code", f"{self.user.pk}\n{used}")):
            raise get_adapter().validation_error("incorrect_code")
        attempts.give_back(counter)
        return code


class AuthenticateForm(CountedCode, base.AuthenticateForm):
    pass


class ReauthenticateForm(CountedCode, base.ReauthenticateForm):
    pass


class ActivateTOTPForm(CountedCode, totp.ActivateTOTPForm):
    pass


class NamedPasskey(forms.Form):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Namn")
        self.fields["name"].help_text = _("Så att du känner igen den, till exempel ”Jobbdatorn”.")


class AddPasskeyForm(NamedPasskey, webauthn.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        alone = self.fields["passwordless"]
        alone.initial = True
        alone.label = _("Den ska räcka utan lösenord")
        alone.help_text = _("Avmarkera bara för en äldre säkerhetsnyckel, som inte kan det.")


class RenamePasskeyForm(NamedPasskey, webauthn.EditWebAuthnForm):
    pass
