from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import auth


class LoginForm(auth.LoginForm):
    """Wagtail's form with a translated label for the password, which Wagtail leaves in English."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Lösenord")
