from django.core.exceptions import ValidationError
from django.db import models
from django.http import Http404
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.fields import StreamField
from wagtail.models import Page, PageManager
from wagtail.search import index

from networks.fields.declared import Part, names, source_facts, words
from networks.models import NetworkPage
from networks.models.consent import Tie, TieKind
from networks.pages.blocks import BodyBlock
from networks.pages.changed_rows import WritesChangedRows
from networks.pages.references import IndexesReferencesOnce
from networks.pages.targets import ReadsTargetsOnce
from networks.translation import facts, in_source, lend_words

from ..days.clock import passes_midnight
from ..fields.declared import EVENT, Found, found
from ..series.filling import fill_rows
from ..series.recurrence import HostileRule, expand
from ..series.rule_field import RuleField, rule_of
from .choices import LONGEST_LINK, Format
from .preview_mode import registered_previews
from .querysets import EventPageQuerySet


class EventPage(ReadsTargetsOnce, IndexesReferencesOnce, WritesChangedRows, Page):
    """A meeting series, a single meeting or a conference: everything that its dates share.

    ``network`` follows from the page's place in the tree and is stored for queries. It is empty for an event of the
    whole region, whose page is under the calendar.

    The page type knows no form, view or feed: ``events.editing`` gives it its edit form when the site starts, and
    hooks bring what its page shows and how else it can be previewed.
    """

    introduction = models.TextField(_("om mötena"), blank=True, help_text=_("Kort text som gäller alla datum."))
    body = StreamField(BodyBlock(), verbose_name=_("mer text"), blank=True)
    category = models.ForeignKey(
        "events.EventCategory",
        verbose_name=_("slag"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="events",
    )
    start_time = models.TimeField(_("börjar vanligen"), null=True, blank=True)
    end_time = models.TimeField(_("slutar vanligen"), null=True, blank=True)
    place = models.CharField(_("vanlig plats"), max_length=200, blank=True)
    format = models.CharField(_("mötesform"), max_length=20, choices=Format, default=Format.ON_SITE)
    online_link = models.URLField(
        _("öppen möteslänk"),
        max_length=LONGEST_LINK,
        blank=True,
        help_text=_("Visas för alla. Skriv inte in en länk som bara är för deltagarna."),
    )
    contact_email = models.EmailField(_("funktionsadress för frågor"), blank=True)
    series_start = models.DateField(_("första dag"), null=True, blank=True)
    recurrence = RuleField(verbose_name=_("regel"), null=True, blank=True)
    handed_out = models.JSONField(default=list, blank=True)
    network = models.ForeignKey(
        "networks.NetworkPage", null=True, editable=False, on_delete=models.SET_NULL, related_name="events"
    )

    objects = PageManager.from_queryset(EventPageQuerySet)()

    words = words(EVENT)
    override_translatable_fields = facts(*source_facts(EVENT))

    parent_page_types = ["networks.NetworkPage", "events.CalendarPage"]
    subpage_types: list[str] = []
    may_be_aliased = False
    page_description = _("Möten med gemensam text, tid och plats.")
    search_fields = [
        *Page.search_fields,
        *(index.SearchField(name) for name in (*names(EVENT, Part.TEXT), "place")),
        index.RelatedFields("occurrences", [index.SearchField(name) for name in found(Found.LINE, Found.TEXT)]),
    ]

    class Meta:
        verbose_name = _("möten")
        verbose_name_plural = _("möten")

    def clean(self):
        super().clean()
        start, end = self.start_time, self.end_time
        if start and end and end <= start and not passes_midnight(start, end):
            raise ValidationError({"end_time": _("Sluttiden ligger före starttiden.")})
        if end and not start:
            raise ValidationError({"start_time": _("Ange också när mötena börjar.")})
        try:
            self.rule_dates()
        except HostileRule as error:
            raise ValidationError({"recurrence": str(error)}) from error

    def rule_dates(self):
        """The dates that the rule gives; ``[]`` without a rule. Raises HostileRule for one that the site refuses."""
        rule = rule_of(self.recurrence)
        if rule is None:
            return []
        if self.series_start is None:
            raise HostileRule(_("Ange seriens första dag."))
        return expand(rule, self.series_start)

    def fill_from_rule(self, today, **options):
        """Bring the rows in line with the rule (see ``fill_rows``). Nothing is written until the page is saved."""
        rule = rule_of(self.recurrence)
        fill_rows(self, rule.frequency if rule else "", self.rule_dates(), today, **options)

    def save(self, *args, **kwargs):
        parent = self.get_parent() if self.path else None
        self.network = parent.specific if parent and issubclass(parent.specific_class, NetworkPage) else None
        super().save(*args, **kwargs)

    @cached_property
    def facts(self):
        """The event in the source language, which times, places and owners are read from."""
        return in_source(self) or self

    def owners(self):
        """The listed networks that own the event, in the shown language. Its own network comes first."""
        keys = self.owner_ids()
        listed = NetworkPage.objects.listed().select_related("area").in_language().in_bulk(keys)
        return [listed[key] for key in keys if key in listed]

    def owner_ids(self):
        """The keys of the networks that own the event: its own first, then those that have agreed."""
        own = [self.network_id] if self.network_id else []
        return own + [row.network_id for row in self.co_owners.all() if row.network_id not in own and row.agreed]

    def ties(self):
        """What the page, with the rows that it has in memory, shows on other networks' pages."""
        keys = {row.network_id for row in self.co_owners.all()} - {self.network_id, None}
        return {Tie(TieKind.CO_OWNER, key) for key in keys}

    def serve(self, request, *args, **kwargs):
        """Hide the events of a network that is not live, except in an editor's preview."""
        network = self.facts.network
        hidden = network is not None and not network.live
        if hidden and not getattr(request, "is_preview", False):
            raise Http404
        return super().serve(request, *args, **kwargs)

    def get_context(self, request, *args, **kwargs):
        """What rooms above register with the hook ``event_page_context`` comes with the facts."""
        facts = self.facts
        lend_words([facts.network or facts.category])
        context = super().get_context(request, *args, **kwargs) | {"facts": facts}
        for build in hooks.get_hooks("event_page_context"):
            context |= build(self, request)
        return context

    @property
    def preview_modes(self):
        return [("", _("Sidan")), *((mode.name, mode.label) for mode in registered_previews().values())]

    def get_preview_template(self, request, mode_name):
        if mode := registered_previews().get(mode_name):
            return mode.template
        return super().get_preview_template(request, mode_name)

    def get_preview_context(self, request, mode_name):
        if mode := registered_previews().get(mode_name):
            return {"page": self, **mode.context(self)}
        return super().get_preview_context(request, mode_name)
