"""allauth's forms of accounts, with our words."""

from allauth.account import forms as account
from django.contrib.auth.password_validation import password_validators_help_text_html
from django.utils.functional import lazy
from django.utils.translation import gettext_lazy as _

_rules = lazy(password_validators_help_text_html, str)


def _word(form, **labels):
    """Labels for the fields, with no grey copy of them inside and no link below."""
    for name, label in labels.items():
        form.fields[name].label = label
        form.fields[name].help_text = ""
        form.fields[name].widget.attrs.pop("placeholder", None)


def _word_new_password(form):
    _word(form, password1=_("Nytt lösenord"), password2=_("Nytt lösenord en gång till"))
    form.fields["password1"].help_text = _rules()


class LoginForm(account.LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, login=_("Användarnamn eller e-postadress"), password=_("Lösenord"))
        _word(self, remember=_("Kom ihåg mig på den här datorn"))
        self.fields["login"].widget.attrs |= {"autocomplete": "username webauthn", "autocapitalize": "none"}


class ResetPasswordForm(account.ResetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, email=_("E-postadress"))


class ResetPasswordKeyForm(account.ResetPasswordKeyForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word_new_password(self)


class SetPasswordForm(account.SetPasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word_new_password(self)


class ChangePasswordForm(account.ChangePasswordForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, oldpassword=_("Lösenordet du har nu"))
        _word_new_password(self)


class ReauthenticateForm(account.ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        _word(self, password=_("Lösenord"))
