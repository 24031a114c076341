"""The admin's "Ta bort en person": type the name, see where it occurs, choose, and only then remove it."""

from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log

from ..rights.admin_pages import CentralAdminPage
from . import shown_report
from .forgetting import forget
from .forms import PersonForm

ACTION = "networks.forget_person"


class ForgetPersonView(CentralAdminPage):
    """``action`` is "preview" or "remove"; only "remove" changes anything.

    The name is sent in the form and never in the address, because servers log addresses.
    """

    template_name = "networks/admin/forget_person.html"
    page_title = gettext_lazy("Ta bort en person")
    header_icon = "user"

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(form=PersonForm()))

    def post(self, request, *args, **kwargs):
        form = PersonForm(request.POST)
        context = {"form": form}
        if form.is_valid():
            removes = request.POST.get("action") == "remove"
            choice = form.choice() if removes else None
            report = forget(form.cleaned_data["name"], preview=not removes, choice=choice)
            context |= {"report": report, "removed": removes, **self._shown(report)}
            if removes:
                # Logs who did it and how much was removed, but not the name.
                log(instance=request.user, action=ACTION, user=request.user, data=_counts(report))
                context["form"] = PersonForm()
        return self.render_to_response(self.get_context_data(**context))

    def _shown(self, report):
        user = self.request.user
        return {
            "owners": shown_report.owners(report, user),
            "near": shown_report.near(report, user, self.request.POST.getlist("near")),
            "more_near": max(len(report.near) - shown_report.MOST_NEAR, 0),
            "addresses": shown_report.addresses(report, user),
            "documents": shown_report.documents(report, user),
        }

    def get_context_data(self, **kwargs):
        return super().get_context_data(form_address=reverse("forget_person"), **kwargs)


def _counts(report):
    return {
        "members": len(report.members),
        "contacts": len(report.contacts),
        "texts": len(report.places),
        "revisions": sum(report.revisions.values()),
        "logs": sum(report.logs.values()),
    }
