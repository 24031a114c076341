"""The list "Väntar på ditt ja" in the admin, and its buttons."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from ..models import Consent
from ..models.consent import Answer
from ..rights.admin_pages import AdminPage, EditorsOnly
from .answering import answer, answerable, may_change
from .listing import answered, waiting


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=Answer)


class ConsentsView(EditorsOnly, AdminPage):
    template_name = "networks/admin/consent/index.html"
    page_title = gettext_lazy("Väntar på ditt ja")
    header_icon = "circle-check"

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(waiting=waiting(user), answered=answered(user), **kwargs)


@require_POST
def answer_view(request, pk):
    """Answer the consent ``pk``. Raises PermissionDenied."""
    consent = get_object_or_404(Consent.objects.select_related("page", "network"), pk=pk)
    if not answerable(request.user).filter(pk=pk).exists() or not may_change(request.user, consent):
        raise PermissionDenied
    form = AnswerForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data["answer"]
        answer(consent, said, request.user)
        words = {"page": consent.page.title, "network": consent.network.title}
        messages.success(request, _said(said) % words)
    return redirect("consents")


def _said(said):
    return {
        Answer.YES: _("Du har sagt ja. ”%(page)s” visas nu hos %(network)s. Du kan ångra dig här nedanför."),
        Answer.NO: _("Du har sagt nej. ”%(page)s” visas inte hos %(network)s. Du kan ångra dig här nedanför."),
        Answer.WAITING: _("Svaret är borttaget. ”%(page)s” väntar åter på ett svar för %(network)s."),
    }[said]
