"""The panel "Klarspråk" in the edit form: hints about the last saved text. They never prevent publishing."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel
from wagtail.models import Page

from .hints import hints_of


class PlainLanguagePanel(Panel):
    """Shows the hints for the saved text. A script fetches them again after each autosave."""

    def __init__(self, **kwargs):
        super().__init__(**({"heading": _("Klarspråk"), "icon": "pilcrow"} | kwargs))

    class BoundPanel(Panel.BoundPanel):
        template_name = "networks/admin/plain_language_panel.html"

        class Media:
            css = {"all": ["networks/admin/plain_language.css"]}
            js = ["networks/admin/plain_language.js"]

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            page = self.instance
            # Only pages are autosaved while their form is open.
            is_page = isinstance(page, Page) and page.pk
            context["address"] = reverse("plain_language", args=[page.pk]) if is_page else ""
            context["hints"] = hints_of(page) if page.pk else None
            return context
