from itertools import groupby

from django.db import models
from django.utils.html import escape
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from networks.glossary.terms import shown_terms
from networks.pages.page_form import PageForm, plain_tabs
from networks.translation import facts


class GlossaryPage(Page):
    """Lists the terms from the register, where editors change them. Every page explains them too."""

    introduction = models.TextField(_("ingress"), blank=True)

    words = ("title", "introduction")
    override_translatable_fields = facts("show_in_menus")

    content_panels = [*Page.content_panels, FieldPanel("introduction")]
    base_form_class = PageForm
    edit_handler = plain_tabs(content_panels)
    parent_page_types = ["gr_site.HomePage"]
    subpage_types = []
    max_count = 1
    page_description = _("Ordlistan. Orden skriver du under Register.")

    class Meta:
        verbose_name = _("ordlista")
        verbose_name_plural = _("ordlistor")

    def whole_text(self):
        """The page's words for ``search.indexing.page_rows``, which ``receivers`` renews with the terms."""
        told = (". ".join(filter(None, [each.term, each.expansion, each.explanation])) for each in shown_terms())
        return "\n".join([self.introduction, *map(escape, told)])

    def get_context(self, request, *args, **kwargs):
        terms = shown_terms()
        letters = [(letter, list(found)) for letter, found in groupby(terms, key=lambda term: term.term[:1].upper())]
        return super().get_context(request, *args, **kwargs) | {"letters": letters}
