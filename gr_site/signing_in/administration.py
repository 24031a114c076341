"""What an administrator can do for a colleague who cannot log in, or whose computer somebody has taken."""

from allauth.account.adapter import get_adapter
from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from networks.rights.admin_pages import AdminPage

from . import attempts
from .sessions import end_all


def may_help(helper, user) -> bool:
    """An administrator helps others. For herself there is /konto/, which asks for her password."""
    return helper.is_active and helper.is_superuser and helper != user


def reset_second_factor(request, user) -> None:
    """Take away her apps, passkeys and recovery codes, and log her out. ``authenticator_removed`` is sent for each,
    with the administrator's request, and she gets a letter."""
    for authenticator in Authenticator.objects.filter(user=user):
        authenticator.delete()
        authenticator_removed.send(Authenticator, request=request, user=user, authenticator=authenticator)
    end_all(user, request=request)
    get_adapter(request).send_notification_mail("mfa/email/reset_by_administrator", user)


class UserSignInView(AdminPage):
    """How one user logs in, where she is logged in and whether she has to wait, with a button for each."""

    template_name = "gr_site/signing_in/user.html"
    page_title = gettext_lazy("Inloggning")
    header_icon = "lock"

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.user = get_object_or_404(get_user_model(), pk=kwargs["pk"])

    def dispatch(self, request, *args, **kwargs):
        if request.user == self.user:
            return redirect("mfa_index")
        if not may_help(request.user, self.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        return self.user.get_full_name() or self.user.get_username()

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            user_in_question=self.user,
            authenticators=Authenticator.objects.filter(user=self.user).order_by("type", "pk"),
            sessions=UserSession.objects.purge_and_list(self.user),
            locks=attempts.locks_of(self.user),
            **kwargs,
        )

    def post(self, request, *args, **kwargs):
        if "unlock" in request.POST:
            attempts.forgive(self.user)
            messages.success(request, _("Upplåst. Nu går det att försöka igen genast."))
        elif "log-out" in request.POST:
            end_all(self.user, request=request)
            messages.success(request, _("Utloggad överallt."))
        elif "reset" in request.POST:
            reset_second_factor(request, self.user)
            messages.success(
                request, _("Nollställt. Nästa gång räcker lösenordet, och hen väljer en ny andra faktor.")
            )
        return redirect("user_sign_in", pk=self.user.pk)
