from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms import auth


class LoginForm(auth.LoginForm):
    """Wagtail's, whose name of the second field is English in every language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["password"].label = _("Lösenord")
