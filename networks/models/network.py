from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester
from wagtail.search import index

from ..fields.declared import NETWORK, Part, indexed_texts, names, source_facts, words
from ..pages.blocks import RICH_TEXT_FEATURES, BodyBlock
from ..pages.changed_rows import WritesChangedRows
from ..pages.references import IndexesReferencesOnce
from ..pages.routing import ParentOfNetworks
from ..pages.targets import ReadsTargetsOnce
from ..restrictions.closed_paths import is_listed
from ..text.start import Start
from ..text.tags import without_tags
from ..translation import facts, in_source, lend_words
from ..writing.fields import ProseField
from .choices import Kind, Season, Status
from .consent import Tie, TieKind
from .other_ways import OtherWays
from .querysets import NetworkPageManager
from .related import related_bodies, shared_statements

_BOOST = {"introduction": 2}


class NetworkPage(ReadsTargetsOnce, IndexesReferencesOnce, WritesChangedRows, ParentOfNetworks, OtherWays, Page):
    """A network, a working group or a political body: why it exists, who sits on it and when it meets.

    ``networks.editing`` gives it its edit form and ``networks.rights`` its permissions when the site starts; the hook
    ``network_sections`` brings what other apps show on its page.
    """

    introduction = models.TextField(
        _("ingress"), blank=True, help_text=_("En eller två meningar som säger vad nätverket är till för.")
    )
    kind = models.CharField(_("typ"), max_length=20, choices=Kind, default=Kind.NETWORK)
    area = models.ForeignKey(
        "networks.Area",
        verbose_name=_("område"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="networks",
    )
    second_area = models.ForeignKey(
        "networks.Area",
        verbose_name=_("även område"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="also_networks",
        help_text=_("För grupper som arbetar över två områden."),
    )

    purpose = ProseField(_("syfte och uppdrag"), blank=True, features=RICH_TEXT_FEATURES)
    vision = ProseField(
        _("egen vision"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("En vision som ett politiskt organ äger väljs i stället under Gemensamma texter."),
    )
    mandate = ProseField(_("mandat och organisation"), blank=True, features=RICH_TEXT_FEATURES)
    body = StreamField(BodyBlock(), verbose_name=_("övrigt innehåll"), blank=True)

    status = models.CharField(_("läge"), max_length=20, choices=Status, default=Status.ACTIVE)
    status_reason = models.TextField(
        _("varför"), blank=True, help_text=_("Visas överst på sidan när nätverket är vilande eller avslutat.")
    )
    status_since = models.DateField(_("sedan"), null=True, blank=True)
    successor = models.ForeignKey(
        "self",
        verbose_name=_("ersatt av"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="predecessors",
    )

    start_date = models.DateField(_("startdatum"), null=True, blank=True)
    start_year = models.PositiveSmallIntegerField(_("startår"), null=True, blank=True)
    start_season = models.CharField(_("årstid"), max_length=10, choices=Season, blank=True)

    contact_email = models.EmailField(
        _("funktionsadress"), blank=True, help_text=_("En e-postadress som hör till uppdraget, inte till en person.")
    )
    responsible_authority = models.ForeignKey(
        "networks.Organisation",
        verbose_name=_("ansvarig myndighet"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="answers_for",
        help_text=_("Anges när någon annan än GR svarar för arkiv och personuppgifter."),
    )
    schedule_note = models.TextField(
        _("om mötestiderna"),
        blank=True,
        help_text=_("Till exempel ”Mötestider meddelas senare” eller ”heldag i juni”."),
    )
    publishes_minutes = models.BooleanField(
        _("mötesanteckningar publiceras här"),
        default=True,
        help_text=_("Kryssa ur om anteckningarna finns någon annanstans. Då påminner vi inte om dem."),
    )
    keeper = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("sidansvarig"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="kept_networks",
        help_text=_("Den som ser till att sidan stämmer och går igenom den en gång om året. Visas inte för besökare."),
    )
    reviewed_on = models.DateField(_("senast granskad"), null=True, editable=False)
    import_key = models.CharField(max_length=200, blank=True, editable=False, db_index=True)
    content_changed_at = models.DateTimeField(null=True, editable=False)
    content_fingerprint = models.CharField(max_length=64, blank=True, editable=False)

    objects = NetworkPageManager()

    words = words(NETWORK)
    override_translatable_fields = facts(*source_facts(NETWORK))

    exclude_fields_in_copy = ["reviewed_on"]
    may_be_aliased = False
    permission_tester = PagePermissionTester
    parent_page_types = ["networks.NetworkIndexPage", "networks.NetworkPage"]
    page_description = _("Ett nätverk, en arbetsgrupp eller ett politiskt organ.")
    search_fields = [
        *Page.search_fields,
        *(index.SearchField(name, boost=_BOOST.get(name)) for name in indexed_texts()),
        index.RelatedFields("earlier_names", [index.SearchField("name", boost=2)]),
        index.FilterField("kind"),
        index.FilterField("status"),
        index.FilterField("area_id"),
    ]

    class Meta:
        verbose_name = _("nätverk")
        verbose_name_plural = _("nätverk")

    def clean(self):
        super().clean()
        for name in (field.name for field in self._meta.local_fields if isinstance(field, ProseField)):
            # Wagtail's editor saves an empty field as an empty paragraph, and the page would show a heading above it.
            if not without_tags(getattr(self, name)).strip():
                setattr(self, name, "")
        errors = {}
        if self.start_date and self.start_year:
            errors["start_year"] = _("Ange antingen datum eller år, inte båda.")
        if self.start_season and not self.start_year:
            errors["start_season"] = _("Årstiden behöver ett år.")
        if self.status == Status.ACTIVE and self.successor_id:
            errors["successor"] = _("Bara ett vilande eller avslutat nätverk kan vara ersatt av ett annat.")
        if self.pk and self.successor_id == self.pk:
            errors["successor"] = _("Ett nätverk kan inte ersättas av sig självt.")
        if errors:
            raise ValidationError(errors)

    def with_content_json(self, content):
        """Keep the values that the site maintains: an old revision must not bring back an old date of change."""
        page = super().with_content_json(content)
        for name in names(NETWORK, Part.KEPT):
            setattr(page, name, getattr(self, name))
        return page

    @classmethod
    def allowed_subpage_models(cls):
        """Only page types that name a network as their parent, not those that may be placed anywhere."""
        return [model for model in super().allowed_subpage_models() if getattr(model, "parent_page_types", None)]

    def permissions_for_user(self, user):
        return self.permission_tester(user, self)

    def ties(self):
        """What the page, with the rows that it has in memory, shows on other networks' pages."""
        rows = self.relations.all()
        others = (row for row in rows if row.target_id not in (None, self.pk))
        return {Tie(TieKind.RELATION, row.target_id, row.kind) for row in others}

    @property
    def changes_status_later(self):
        """Whether the day from which the network is paused or closed is still to come."""
        return bool(self.status != Status.ACTIVE and self.status_since and timezone.localdate() < self.status_since)

    @property
    def start(self):
        return Start(self.start_date, self.start_year, self.start_season)

    @property
    def last_updated(self):
        """When a reader would last have noticed a change: an aware datetime, None before the first publication."""
        return self.content_changed_at or self.last_published_at

    @property
    def areas(self):
        return [area for area in (self.area, self.second_area) if area]

    def current_members(self, day=None, rows=None):
        """The seats held on ``day`` (default: today in Stockholm) as visitors may see them, officers first.

        ``rows`` are the network's seats, if they have been read with their organisations.
        """
        day = day or timezone.localdate()
        officers = {"chair": 0, "vice_chair": 1}
        rows = self.members.select_related("organisation") if rows is None else rows
        seats = [seat.as_seen() for seat in rows if seat.serves_on(day)]
        return sorted(seats, key=lambda seat: (officers.get(seat.role, 2), seat.role == "secretary"))

    def current_contacts(self, day=None, rows=None):
        """The contact persons who have not left by ``day`` (default: today in Stockholm)."""
        day = day or timezone.localdate()
        rows = self.contacts.all() if rows is None else rows
        return [contact for contact in rows if contact.valid_until is None or day <= contact.valid_until]

    @cached_property
    def facts(self):
        """The network in the source language, which people, documents, status and relations are read from."""
        return in_source(self) or self

    def get_context(self, request, *args, **kwargs):
        context = super().get_context(request, *args, **kwargs)
        facts = self.facts
        successor = facts.successor if facts.successor and is_listed(facts.successor) else None
        members, contacts, documents = facts.current_members(), facts.current_contacts(), list(facts.documents.all())
        lend_words([*facts.areas, *members, *contacts, *documents])
        context |= {
            "facts": facts,
            "areas": facts.areas,
            "members": members,
            "contacts": contacts,
            "documents": documents,
            "related": related_bodies(facts),
            "statements": shared_statements(facts),
            "successor": successor and lend_words([successor])[0],
        }
        context["sections"] = [
            section for build in hooks.get_hooks("network_sections") for section in build(self, request)
        ]
        return context
