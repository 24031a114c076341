from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from networks.pages.blocks import RICH_TEXT_FEATURES
from networks.pages.page_form import PageForm, plain_tabs
from networks.translation import facts
from networks.writing.fields import ProseField


class CalendarPage(RoutablePageMixin, Page):
    """The regional calendar: the meetings of all networks as a list, by month and by year."""

    introduction = ProseField(_("ingress"), blank=True, features=RICH_TEXT_FEATURES)

    words = ("title", "introduction")
    override_translatable_fields = facts("show_in_menus")

    base_form_class = PageForm
    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    edit_handler = plain_tabs(content_panels)
    subpage_types = ["events.EventPage"]
    max_count_per_parent = 1
    page_description = _("Kalendern över alla möten.")

    class Meta:
        verbose_name = _("kalender")
        verbose_name_plural = _("kalendrar")

    @path("")
    def upcoming(self, request):
        return _view("calendar_upcoming")(self, request)

    @path("<int:year>/")
    def year(self, request, year):
        return _view("calendar_year")(self, request, year)

    @path("<int:year>/<int:month>/")
    def month(self, request, year, month):
        return _view("calendar_month")(self, request, year, month)


def _view(name):
    """The view that ``events.calendar`` registers with this hook: views read the models, and never the reverse."""
    [view] = hooks.get_hooks(name)
    return view
