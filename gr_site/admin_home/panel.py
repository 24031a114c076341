"""The dashboard's first panel: the three errands that editors come with."""

from dataclasses import dataclass

from django.forms import Media
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.components import Component

from networks.rights.access import may_edit_anything


@dataclass(frozen=True)
class Errand:
    """``name`` is also the URL name of the view that chooses a network or meeting."""

    name: str
    icon: str
    label: str
    help: str

    @property
    def url(self):
        return reverse(self.name)


NEW_DATES = Errand(
    "choose_new_dates", "plus", _("Nya mötesdatum"), _("Skriv eller klistra in datum, ett eller många på en gång.")
)
MEETING = Errand(
    "choose_meeting", "date", _("Ändra ett möte"), _("Ställ in, flytta, byt plats eller bekräfta ett enda möte.")
)
NETWORK_PAGE = Errand(
    "choose_network_page",
    "edit",
    _("Uppdatera ett nätverks sida"),
    _("Ändra texter, ledamöter, kontakter och dokument."),
)
ERRANDS = (NEW_DATES, MEETING, NETWORK_PAGE)


class ErrandsPanel(Component):
    name = "errands"
    order = 100
    template_name = "gr_site/admin/errands_panel.html"
    media = Media(css={"all": ["gr_site/admin/home.css"]})

    def render_html(self, parent_context=None):
        if not may_edit_anything(parent_context["request"].user):
            return ""
        return super().render_html(parent_context)

    def get_context_data(self, parent_context):
        return {"errands": ERRANDS}
