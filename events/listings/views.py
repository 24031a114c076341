"""Shared by the admin's two listings: who may open them, search, filters, export and the first column."""

from django.middleware.csrf import get_token
from django.template.defaultfilters import yesno
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.views.mixins import SpreadsheetExportMixin

from networks.rights.admin_pages import EditorsOnly


class ListingFilterSet(WagtailFilterSet):
    """Has no language filter, because listings show only pages in the source language."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.filters.pop("locale", None)


class AdminListing(EditorsOnly, SpreadsheetExportMixin, BaseListingView):
    """A list of what the user may edit. ``with_rows`` completes only the rows that are shown."""

    paginate_by = 50
    is_searchable = True
    table_classname = "listing full-width"
    custom_value_preprocess = SpreadsheetExportMixin.custom_value_preprocess | {
        bool: dict.fromkeys(SpreadsheetExportMixin.FORMATS, yesno)
    }

    def with_rows(self, rows):
        """``rows`` (a list) completed with what their columns show in addition to their own fields."""
        return rows

    def get_table(self, object_list):
        return super().get_table(self.with_rows(list(object_list)))

    def render_to_response(self, context, **response_kwargs):
        if self.is_export:
            rows = self.with_rows(list(context["object_list"]))
            return self.as_spreadsheet(rows, self.request.GET["export"])
        return super().render_to_response(context, **response_kwargs)


class TemplateColumn(Column):
    """A column whose cells use a template of ours, with the row as ``row``. On a phone each cell shows its label."""

    class Media:
        css = {"all": ["events/admin/listing.css"]}

    def __init__(self, *args, template="plain", **kwargs):
        super().__init__(*args, **kwargs)
        self.cell_template_name = f"events/admin/listings/{template}.html"

    def get_cell_context_data(self, instance, parent_context):
        context = super().get_cell_context_data(instance, parent_context)
        return context | {"row": instance, "csrf_token": get_token(parent_context["request"])}
