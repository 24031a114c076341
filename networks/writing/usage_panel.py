"""Panels that we add to Wagtail's edit forms."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel


class StatementUsagePanel(Panel):
    """Shows the editor of a shared text which networks' pages will change with it."""

    def __init__(self, **kwargs):
        kwargs.setdefault("heading", _("Här visas texten"))
        super().__init__(**kwargs)

    class BoundPanel(Panel.BoundPanel):
        template_name = "networks/admin/statement_usage.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            statement = self.instance
            context["networks"] = statement.networks().select_related("locale") if statement.pk else []
            # Each language has its own words, so a change in one has to be repeated in the others.
            context["translations"] = statement.get_translations().select_related("locale") if statement.pk else []
            return context
