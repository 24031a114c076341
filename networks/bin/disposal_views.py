"""The administrator's pages: destroy one thing or all that is old, and the list of what has been destroyed."""

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin import messages

from ..models import BinnedItem, Disposal
from ..rights.admin_pages import AdminPage
from .disposal_forms import BeforeForm, DecisionForm
from .disposing import contents, dispose, may_dispose, older_than

PER_PAGE = 50


class AdministratorPage(AdminPage):
    """A page below the bin. Everybody else is refused, in words instead of being sent to the start page."""

    header_icon = "bin"

    def dispatch(self, request, *args, **kwargs):
        if not may_dispose(request.user):
            return TemplateResponse(request, "networks/admin/bin/refused.html", status=403)
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        back = {"url": reverse("bin"), "label": _("Papperskorgen")}
        return [*self.breadcrumbs_items, back, {"url": "", "label": self.get_page_title()}]


class _Disposing(AdministratorPage):
    """Asks who has decided and why, and then destroys ``items()``. A GET changes nothing."""

    template_name = "networks/admin/bin/dispose.html"

    def get_context_data(self, **kwargs):
        items = self.items()
        form = kwargs.pop("form", None) or DecisionForm(user=self.request.user)
        return super().get_context_data(items=items, contents=contents(items), form=form, **kwargs)

    def post(self, request, *args, **kwargs):
        form, items = DecisionForm(request.POST, user=request.user), self.items()
        if not items or not form.is_valid():
            return self.render_to_response(self.get_context_data(form=form))
        number = len(dispose(items, request.user, **form.cleaned_data))
        words = ngettext("%(number)d sak är gallrad.", "%(number)d saker är gallrade.", number)
        messages.success(request, words % {"number": number})
        return redirect("disposals")


class DisposeView(_Disposing):
    page_title = gettext_lazy("Ta bort för alltid")

    def items(self):
        return [get_object_or_404(BinnedItem, pk=self.kwargs["pk"])]


class DisposeOldView(_Disposing):
    """The day stands in the address, so that what is posted is what was shown."""

    page_title = gettext_lazy("Töm papperskorgen")

    def setup(self, request, *args, **kwargs):
        super().setup(request, *args, **kwargs)
        self.day_form = BeforeForm(request.GET if "before" in request.GET else None)

    def items(self):
        return list(older_than(self.day_form.cleaned_data["before"])) if self.day_form.is_valid() else []

    def get_context_data(self, **kwargs):
        return super().get_context_data(day_form=self.day_form, **kwargs)


class DisposalsView(AdministratorPage):
    template_name = "networks/admin/bin/disposals.html"
    page_title = gettext_lazy("Gallrat")

    def get_context_data(self, **kwargs):
        items = Paginator(Disposal.objects.all(), PER_PAGE).get_page(self.request.GET.get("p"))
        return super().get_context_data(items=items, **kwargs)
