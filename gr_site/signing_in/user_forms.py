"""The admin's forms for a user: an e-mail address is a way to log in, so it belongs to one account."""

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.utils.translation import gettext as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views.users import UserViewSet


class OneAccount:
    """A mixin for a form of a user. Refuses a name and an address that already log in to another account, however
    they are written. What was stored before may stay."""

    def clean_username(self):
        return self._of_one_account("username", self.cleaned_data["username"])

    def clean_email(self):
        return self._of_one_account("email", self.cleaned_data["email"])

    def _of_one_account(self, name, value):
        others = get_user_model().objects.exclude(pk=self.instance.pk)
        if (
            value
            and value != self.initial.get(name)
            and others.filter(Q(username__iexact=value) | Q(email__iexact=value)).exists()
        ):
            raise ValidationError(_("Ett annat konto loggar in med det här. Skriv något annat."), code="unique")
        return value


class OneAccountCreationForm(OneAccount, UserCreationForm):
    pass


class OneAccountEditForm(OneAccount, UserEditForm):
    pass


class OneAccountUserViewSet(UserViewSet):
    def get_form_class(self, for_update=False):
        return OneAccountEditForm if for_update else OneAccountCreationForm
