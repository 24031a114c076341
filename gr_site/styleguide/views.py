"""All parts of the site on one page, for those who build it. Only in Swedish and not indexed."""

from django.utils.translation import override
from django.views.generic import TemplateView

from events.calendar.my_networks import MyNetworksForm
from events.selection.filters import CalendarFilterForm

from . import tokens
from .examples import calendar, meetings, networks, searching, texts
from .forms import ExampleForm

SIZES = {
    "t-1": "Rubrik 1",
    "t-2": "Rubrik 2",
    "t-3": "Rubrik 3",
    "t-lead": "Ingress",
    "t-body": "Text",
    "t-small": "Liten",
}
SPACES = ("gap-1", "gap-2", "gap-3", "gap-4", "gap-5")


class StyleGuideView(TemplateView):
    """Rendered with the pages' own templates, with unsaved examples."""

    template_name = "gr_site/styleguide/page.html"

    def get(self, request, *args, **kwargs):
        with override("sv"):
            response = super().get(request, *args, **kwargs).render()
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    def get_context_data(self, **kwargs):
        css = tokens.STYLESHEET.read_text()
        light = tokens.palettes(css)["light"]
        return super().get_context_data(
            pairs=tokens.pairs(css),
            sizes=[(name, label, light[name]) for name, label in SIZES.items()],
            spaces=[(name, light[name]) for name in SPACES],
            calendar_form=CalendarFilterForm({}),
            my_networks_form=MyNetworksForm({"adress": "fel"}),
            form=ExampleForm({"text": "Förskola", "day": "31 februari"}),
            **meetings(),
            **calendar(),
            **networks(),
            **searching(),
            **texts(),
            **kwargs,
        )
