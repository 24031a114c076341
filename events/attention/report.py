"""The report "Behöver ses över": everything from the panel, for every page the user may edit, with export."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from networks.rights.access import may_edit_anything
from networks.rights.admin_pages import AdminPage

from .concerns import concerns_of, found_for

SHOWN = 100  # rows of each concern on the page; the export has all


class ReportForm(forms.Form):
    visa = forms.ChoiceField(label=_("Visa"), required=False)

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        own = [(concern.key, concern.heading) for concern in concerns_of(user)]
        self.fields["visa"].choices = [("", _("Allt")), *own]

    @property
    def chosen(self):
        """The key of the concern to show; '' for all of them, also if the given one does not exist."""
        return self.cleaned_data["visa"] if self.is_valid() else ""


class AttentionReport(SpreadsheetExportMixin, AdminPage):
    template_name = "events/admin/attention_report.html"
    page_title = _("Behöver ses över")
    header_icon = "warning"
    export_filename = "behover-ses-over"
    list_export = ["concern", "title", "about", "day", "url"]
    export_headings = {
        "concern": _("Vad"),
        "title": _("Namn"),
        "about": _("Om"),
        "day": _("Datum"),
        "url": _("Adress"),
    }

    def dispatch(self, request, *args, **kwargs):
        if not may_edit_anything(request.user):
            raise PermissionDenied
        self.form = ReportForm(request.GET, user=request.user)
        return super().dispatch(request, *args, **kwargs)

    def get(self, request, *args, **kwargs):
        if self.is_export:
            return self.as_spreadsheet(self._export_rows(), request.GET["export"])
        return super().get(request, *args, **kwargs)

    def _found(self):
        return found_for(self.request.user, timezone.localdate(), self.form.chosen)

    def _export_rows(self):
        found = self._found()
        return [
            {
                "concern": str(answer.concern.heading),
                "title": row.title,
                "about": row.about,
                "day": row.day,
                "url": self.request.build_absolute_uri(row.url),
            }
            for answer in found
            for row in answer.rows
        ]

    def get_context_data(self, **kwargs):
        found = [(answer, answer.first(SHOWN)) for answer in self._found()]
        return super().get_context_data(form=self.form, found=found, shown=SHOWN, **kwargs)
