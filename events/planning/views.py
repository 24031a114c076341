"""The admin's "Planera nästa år": choose, adjust in a table, save as preliminary, and see the result."""

from dataclasses import asdict

from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies.pages import PagePermissionPolicy

from ..days.date_format import WEEKDAYS
from .below_planning import BelowPlanning
from .forms import PlanForm
from .storing import store
from .table import PlanTable
from .year import YearPlan

REPORT = "planning_report"  # session key: the result of the latest save


class PlanYearView(WagtailAdminTemplateMixin, TemplateView):
    """GET chooses networks and then shows the table. The choice is in the address, so that it can be bookmarked.

    POST checks again, adds a row or saves. Nothing is stored until "save", and a refused form comes back as it was
    typed. With scripts the editor need not press "check".
    """

    template_name = "events/admin/plan_year.html"
    choose_template_name = "events/admin/plan_choose.html"
    header_icon = "calendar-alt"
    choice_errors = ()

    @cached_property
    def form(self):
        """The choice of what to plan: from the table's form if it was sent, else from the address."""
        posted = self._form(self.request.POST)
        if posted.is_bound and not posted.is_valid() and (asked := self._form(self.request.GET)).is_valid():
            self.choice_errors = posted.errors.get("natverk", [])
            return asked
        return posted if posted.is_bound else self._form(self.request.GET)

    def _form(self, data):
        given = data if data.keys() & {"natverk", "moten", "ar"} else None
        return PlanForm(given, user=self.request.user, today=timezone.localdate())

    @cached_property
    def plan(self):
        data = self.form.cleaned_data
        return YearPlan(self.request.user, data["ar"], data["natverk"], data["moten"])

    def get(self, request, *args, **kwargs):
        if self.form.is_bound and self.form.is_valid():
            return self.show(PlanTable(self.plan))
        return self.choose()

    def post(self, request, *args, **kwargs):
        if not self.form.is_valid():
            return self.choose()
        table = PlanTable(self.plan, request.POST, blank_for=request.POST.get("add"))
        if request.POST.get("action") not in {"draft", "publish"}:
            return self.show(table)
        if table.has_unseen_rows:
            return self.show(table, has_unseen_rows=True)
        if not table.is_valid():
            return self.show(table, refused=True)
        if not table.chosen:
            return self.show(table, nothing_chosen=True)
        return self.save(table)

    def save(self, table):
        results = store(table.chosen, self.request.user, public=self.request.POST["action"] == "publish")
        if not any(result.failed for result in results):
            self.request.session[REPORT] = {"year": self.plan.year, "results": [asdict(result) for result in results]}
            return redirect("plan_year_report")
        # Saved rows are read from the database; failed rows are still as they were typed.
        plan = YearPlan(self.request.user, self.plan.year, self.plan.networks, self.plan.event)
        return self.show(PlanTable(plan, self.request.POST), results=results)

    def choose(self):
        self.template_name = self.choose_template_name
        return self.render_to_response(self.get_context_data(form=self.form, networks=self._choices()))

    def _choices(self):
        """``[(network, whether it is chosen)]``"""
        chosen = {str(key) for key in self.form["natverk"].value() or []}
        return [(network, str(network.pk) in chosen) for network in self.form.fields["natverk"].queryset]

    def show(self, table, **context):
        return self.render_to_response(self.get_context_data(table=table, plan=self.plan, **context))

    def get_page_title(self):
        if self.form.is_bound and self.form.is_valid():
            return _("Planera %(year)d") % {"year": self.plan.year}
        return _("Planera nästa år")

    def get_breadcrumbs_items(self):
        start = {"url": reverse("plan_year"), "label": _("Planera nästa år")}
        here = [{"url": "", "label": self.get_page_title()}] if self.form.is_bound else []
        return [*self.breadcrumbs_items, start, *here]

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        if "table" in context:
            context["can_publish"] = PagePermissionPolicy().user_has_permission(self.request.user, "publish")
            context["networks"] = [] if self.plan.event else self._choices()
            context["week_days"] = [name[:3] for name in WEEKDAYS["sv"]]
            context["choice_errors"] = self.choice_errors
            context["new_row_of"] = self.request.POST.get("add", "")
        return context


class PlanReportView(BelowPlanning, TemplateView):
    """The result of the latest save of a plan. It can be reloaded."""

    template_name = "events/admin/plan_report.html"
    header_icon = "calendar-check"

    def get(self, request, *args, **kwargs):
        if REPORT not in request.session:
            return redirect("plan_year")
        return super().get(request, *args, **kwargs)

    def get_page_title(self):
        return _("Det här sparades")

    def get_context_data(self, **kwargs):
        report = self.request.session[REPORT]
        results = report["results"]
        return super().get_context_data(**kwargs) | {
            "year": report["year"],
            "results": results,
            "added": sum(len(result["added"]) for result in results),
            "doubled": sum(result["doubled"] for result in results),
        }
