"""What a new password has to be, besides Django's own rules (``AUTH_PASSWORD_VALIDATORS``)."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


class DifferentCharacters:
    """At least ``fewest`` different characters, however long the password is.

    Whoever guesses tries one key held down, and two in turn, at every length.
    """

    def __init__(self, fewest: int = 5) -> None:
        self.fewest = fewest

    def validate(self, password: str, user: object = None) -> None:
        """Raises ValidationError. "a" and "A" are two characters, as they are to whoever logs in."""
        if len(set(password)) >= self.fewest:
            return
        message = _("Lösenordet har för få olika tecken. Välj ett med minst %(fewest)d olika.")
        raise ValidationError(message, code="password_too_uniform", params={"fewest": self.fewest})

    def get_help_text(self) -> str:
        return _("Ditt lösenord måste innehålla minst %(fewest)d olika tecken.") % {"fewest": self.fewest}
