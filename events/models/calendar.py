from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Page

from networks.blocks import RICH_TEXT_FEATURES
from networks.page_form import PageForm, plain_tabs
from networks.translation import facts
from networks.writing.fields import ProseField


class CalendarPage(RoutablePageMixin, Page):
    """The regional calendar: all networks' meetings as a list, by month and by year."""

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
        from ..calendar import views as calendar_views  # the views read the models

        return calendar_views.upcoming(self, request)

    @path("<int:year>/")
    def year(self, request, year):
        from ..calendar import views as calendar_views  # see above

        return calendar_views.year(self, request, year)

    @path("<int:year>/<int:month>/")
    def month(self, request, year, month):
        from ..calendar import views as calendar_views  # see above

        return calendar_views.month(self, request, year, month)
