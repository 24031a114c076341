"""The admin's "Bekräfta möten": preliminary meetings by network, to confirm and publish many at a time."""

from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.permission_policies.pages import PagePermissionPolicy

from .below_planning import BelowPlanning
from .confirming import confirm, preliminary


class ConfirmMeetingsView(BelowPlanning, TemplateView):
    """One button confirms the ticked meetings, and one for each network confirms all of its. Changes nothing else."""

    template_name = "events/admin/confirm_meetings.html"
    header_icon = "calendar-check"

    @cached_property
    def groups(self):
        return preliminary(self.request.user, timezone.localdate())

    def post(self, request, *args, **kwargs):
        chosen = self.chosen()
        results = confirm(chosen, request.user)
        if results:
            del self.groups  # confirmed meetings are no longer in the list
        failed = {result.page_id for result in results if result.failed}
        self.ticked = {one.value for one in chosen if one.event.pk in failed}
        return self.render_to_response(self.get_context_data(results=results, nothing_chosen=not chosen))

    ticked = frozenset()

    def chosen(self):
        """The ticked meetings in the list, or all meetings of the network whose button was pressed."""
        asked, ticked = self.request.POST.get("all"), set(self.request.POST.getlist("meeting"))
        return [
            one
            for _, key, group in self.groups
            for one in group
            if key == asked or (not asked and one.value in ticked)
        ]

    def get_page_title(self):
        return _("Bekräfta möten")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["groups"] = self.groups
        context["ticked"] = self.ticked
        context["number"] = sum(len(group) for _, _, group in self.groups)
        context["can_publish"] = PagePermissionPolicy().user_has_permission(self.request.user, "publish")
        return context
