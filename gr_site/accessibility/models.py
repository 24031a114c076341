from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, URLValidator
from django.db import models
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.models import Page

from networks.pages.blocks import RICH_TEXT_FEATURES
from networks.pages.page_form import plain_tabs
from networks.translation import facts, in_source, lend_words
from networks.writing.fields import ProseField
from networks.writing.panels import PlainLanguagePanel

from . import conformance
from .choices import Conformance, Method, Reason
from .documents import inaccessible_documents
from .forms import StatementForm
from .panels import RemindersPanel

# Riksdagen's text of lag (2018:1937) om tillgänglighet till digital offentlig service.
LAW = (
    "https://www.riksdagen.se/sv/dokument-och-lagar/dokument/svensk-forfattningssamling/"
    "lag-20181937-om-tillganglighet-till-digital_sfs-2018-1937/"
)


class AccessibilityStatementPage(Page):
    """The statement: editors fill in facts, and the page puts them in the words that Digg requires."""

    actor = models.CharField(
        _("aktör"), max_length=200, help_text=_("Den som har ansvar för webbplatsen, med sitt fullständiga namn.")
    )
    service_name = models.CharField(
        _("webbplatsens namn"), max_length=200, help_text=_("Som det står överst på sidorna.")
    )
    addresses = models.TextField(
        _("adresser"), help_text=_("Alla adresser som redogörelsen gäller, en på varje rad, med https:// först.")
    )
    conformance = models.CharField(_("hur väl lagen följs"), max_length=10, choices=Conformance)
    documents_fixed_by = models.DateField(
        _("otillgängliga dokument åtgärdade senast"),
        null=True,
        blank=True,
        help_text=_("Dokumenten listas av sig själva: alla som är märkta med brister och som besökare kan öppna."),
    )
    assessed_on = models.DateField(
        _("granskad den"), null=True, help_text=_("Dagen då webbplatsen senast granskades mot lagens krav.")
    )
    method = models.CharField(_("hur den granskades"), max_length=10, choices=Method)
    assessor = models.CharField(
        _("vem som granskade"), max_length=200, blank=True, help_text=_("Behövs när någon utifrån har granskat.")
    )
    method_description = ProseField(
        _("så gick granskningen till"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("Vilka sidor, vilka hjälpmedel och vilka verktyg ni prövade med."),
    )
    email = models.EmailField(_("e-post för påpekanden"), help_text=_("En funktionsadress som någon alltid läser."))
    phone = models.CharField(_("telefon"), max_length=40)
    answer_days = models.PositiveSmallIntegerField(
        _("svar inom så många arbetsdagar"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(30)],
    )
    work = ProseField(
        _("så arbetar ni med tillgänglighet"),
        blank=True,
        features=RICH_TEXT_FEATURES,
    )

    words = ("title", "service_name", "method_description", "work")
    override_translatable_fields = facts(
        "actor", "addresses", "conformance", "documents_fixed_by", "assessed_on", "method", "assessor", "email",
        "phone", "answer_days", "show_in_menus",
    )  # fmt: skip

    base_form_class = StatementForm
    content_panels = [
        RemindersPanel(),
        *Page.content_panels,
        MultiFieldPanel(
            [FieldPanel("actor"), FieldPanel("service_name"), FieldPanel("addresses")], heading=_("Vad det gäller")
        ),
        FieldPanel("conformance"),
        InlinePanel(
            "shortcomings",
            heading=_("Vad som inte är tillgängligt"),
            label=_("Brist"),
            help_text=_("Skriv en rad för varje brist som ni känner till. Dokument behöver ni inte skriva här."),
        ),
        FieldPanel("documents_fixed_by"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("assessed_on"), FieldPanel("method")]),
                FieldPanel("assessor"),
                FieldPanel("method_description"),
            ],
            heading=_("Granskningen"),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                FieldPanel("answer_days"),
            ],
            heading=_("Dit besökare vänder sig"),
        ),
        FieldPanel("work"),
        PlainLanguagePanel(),
    ]
    # Without the choice "Visa i menyer", since every page's footer links here.
    promote_panels = [
        MultiFieldPanel(
            [FieldPanel("slug"), FieldPanel("seo_title"), FieldPanel("search_description")],
            heading=_("För sökmotorer"),
        )
    ]
    edit_handler = plain_tabs(content_panels, promote_panels=promote_panels)
    parent_page_types = ["gr_site.HomePage"]
    subpage_types = []
    max_count = 1  # translations are not counted, because they are not created as new pages
    page_description = _("Tillgänglighetsredogörelsen som lagen kräver. Det finns en, och sidfoten leder dit.")

    class Meta:
        verbose_name = _("tillgänglighetsredogörelse")
        verbose_name_plural = _("tillgänglighetsredogörelser")

    def clean(self):
        super().clean()
        self.show_in_menus = False
        errors = {}
        if self.assessed_on and self.assessed_on > timezone.localdate():
            errors["assessed_on"] = _("Dagen har inte varit än. Skriv när webbplatsen senast granskades.")
        try:
            for address in self.address_lines:
                URLValidator(["https", "http"])(address)
        except ValidationError:
            errors["addresses"] = _("Skriv en hel adress på varje rad, till exempel https://www.example.se.")
        if errors:
            raise ValidationError(errors)

    @property
    def address_lines(self):
        return self.addresses.split()

    @cached_property
    def facts(self):
        """The statement in the source language, which everything but the words is read from."""
        return in_source(self) or self

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self._told(inaccessible_documents())

    def whole_text(self):
        """The page as HTML for ``search.indexing.page_rows``, the same until the page is published again: without
        the documents, and with the conformance that it has without them."""
        return render_to_string("gr_site/accessibility/whole.html", {"page": self, **self._told([])})

    def _told(self, documents):
        shortcomings = lend_words(list(self.facts.shortcomings.all()))
        shown = conformance.shown(self.facts.conformance, [row.reason for row in shortcomings], len(documents))
        grouped = [(reason, [row for row in shortcomings if row.reason == reason]) for reason in Reason]
        return {
            "facts": self.facts,
            "conformance": Conformance(shown) if shown else None,
            "shortcomings": [(reason, rows) for reason, rows in grouped if rows],
            "documents": documents,
            "updated": self.facts.last_published_at or self.facts.latest_revision_created_at or timezone.now(),
            "law": LAW,
        }
