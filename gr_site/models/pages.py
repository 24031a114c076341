"""The home page and standard pages."""

from django.db import models
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page, Site
from wagtail.search import index

from networks.models.other_ways import OtherWays, other_ways_panel
from networks.pages.blocks import RICH_TEXT_FEATURES, BodyBlock
from networks.pages.known_parents import remember_parent
from networks.pages.page_form import PageForm, plain_tabs
from networks.translation import facts, in_source, live_pages, shown_language
from networks.writing.fields import ProseField
from networks.writing.panels import PlainLanguagePanel


class HomePage(OtherWays, Page):
    introduction = models.TextField(_("ingress"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("innehåll"), blank=True)
    footer_text = ProseField(
        _("om GR, längst ner på varje sida"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("Adress, e-post och telefon står under Inställningar, Sidfot."),
    )

    words = ("title", "introduction", "body", "footer_text")
    override_translatable_fields = facts("show_in_menus", "easy_read", "sign_language")

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        FieldPanel("footer_text"),
        other_ways_panel(),
    ]
    base_form_class = PageForm
    edit_handler = plain_tabs(content_panels)
    parent_page_types = ["wagtailcore.Page"]
    page_description = _("Webbplatsens första sida.")

    class Meta:
        verbose_name = _("startsida")
        verbose_name_plural = _("startsidor")

    def route(self, request, path_components):
        """Find the child among the pages read for every page's menu and footer, so that one query serves both."""
        request.home_page = self
        if not path_components:
            return super().route(request, path_components)
        if self.pk == Site.find_for_request(request).root_page_id:
            return self._route_below(request, path_components)
        try:
            return self._route_to_translation(request, path_components)
        except Http404:
            # A page without a translation has its own address below the language's prefix.
            source = in_source(self)
            if source is None:
                raise
            return source._route_below(request, path_components)

    def _route_to_translation(self, request, path_components):
        for page in live_pages(shown_language()).values():
            if page.slug == path_components[0] and page.depth == self.depth + 1 and page.path.startswith(self.path):
                remember_parent(page, self)
                return page.specific.route(request, path_components[1:])
        # An alias takes the place of an untranslated page above translated ones.
        alias = self.get_children().live().filter(slug=path_components[0]).first()
        if alias is None:
            raise Http404
        return alias.specific.route(request, path_components[1:])

    def _route_below(self, request, path_components):
        request.pages_under_source = list(self.get_children().live())
        for page in request.pages_under_source:
            if page.slug == path_components[0]:
                remember_parent(page, self)
                return page.specific.route(request, path_components[1:])
        raise Http404

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        for build in hooks.get_hooks("home_context"):
            context |= build(self, request)
        return context


class StandardPage(OtherWays, Page):
    introduction = models.TextField(_("ingress"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("innehåll"), blank=True)

    words = ("title", "introduction", "body")
    override_translatable_fields = facts("show_in_menus", "easy_read", "sign_language")

    content_panels = [
        *Page.content_panels,
        FieldPanel("introduction"),
        FieldPanel("body"),
        other_ways_panel(),
        PlainLanguagePanel(),
    ]
    base_form_class = PageForm
    edit_handler = plain_tabs(content_panels)
    parent_page_types = ["gr_site.HomePage", "gr_site.StandardPage"]
    page_description = _("En vanlig textsida.")
    search_fields = [*Page.search_fields, index.SearchField("introduction"), index.SearchField("body")]

    class Meta:
        verbose_name = _("textsida")
        verbose_name_plural = _("textsidor")
