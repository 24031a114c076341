"""The rows of a network page: members, contacts, documents, relations, shared texts, earlier names."""

from copy import copy

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.models import Orderable

from ..pages.changed_rows import WrittenWhenChanged
from ..reading.read_only import make_read_only
from ..translation import TranslatedRow, facts
from .choices import DocumentAccess, NameBasis, RelationKind, Role


class EarlierName(Orderable):
    page = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="earlier_names")
    name = models.CharField(_("namn"), max_length=200)
    until = models.PositiveSmallIntegerField(_("till och med år"), null=True, blank=True)

    panels = [FieldRowPanel([FieldPanel("name"), FieldPanel("until")])]

    class Meta(Orderable.Meta):
        verbose_name = _("tidigare namn")

    def __str__(self):
        return self.name


class NetworkRelation(Orderable):
    page = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="relations")
    kind = models.CharField(_("förhållande"), max_length=30, choices=RelationKind)
    target = models.ForeignKey(
        "networks.NetworkPage", verbose_name=_("till"), on_delete=models.CASCADE, related_name="inverse_relations"
    )

    panels = [FieldRowPanel([FieldPanel("kind"), PageChooserPanel("target")])]

    class Meta(Orderable.Meta):
        verbose_name = _("förhållande till andra")

    def __str__(self):
        return f"{self.get_kind_display()} {self.target}"

    def clean(self):
        super().clean()
        if self.target_id and self.page_id and self.target_id == self.page_id:
            raise ValidationError({"target": _("Ett nätverk kan inte ha ett förhållande till sig självt.")})


class StatementRowManager(models.Manager):
    """Reads each row together with its shared text and the text's owner, since a page shows all of them."""

    def get_queryset(self):
        return super().get_queryset().select_related("statement__owner")


class DocumentRowManager(models.Manager):
    """Reads each row together with its file, for the same reason."""

    def get_queryset(self):
        return super().get_queryset().select_related("document")


class NetworkStatement(Orderable):
    page = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="statements")
    statement = models.ForeignKey(
        "networks.SharedStatement", verbose_name=_("text"), on_delete=models.PROTECT, related_name="uses"
    )

    objects = StatementRowManager()
    panels = [FieldPanel("statement")]

    class Meta(Orderable.Meta):
        verbose_name = _("gemensam text")

    def __str__(self):
        return str(self.statement)


class NetworkMember(TranslatedRow, Orderable, WrittenWhenChanged):
    """A seat in the network. It may have no person, because many seats belong to a function."""

    page = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="members")
    organisation = models.ForeignKey(
        "networks.Organisation", verbose_name=_("organisation"), on_delete=models.PROTECT, related_name="seats"
    )
    name = models.CharField(_("namn"), max_length=120, blank=True)
    name_basis = models.CharField(
        _("varför namnet får visas"),
        max_length=20,
        choices=NameBasis,
        blank=True,
        help_text=_("Den rättsliga grunden. Utan den visas bara roll och organisation."),
    )
    hide_name = models.BooleanField(
        _("visa inte namnet"),
        default=False,
        help_text=_("Till exempel för den som har skyddad identitet. Sidan visar då bara roll och organisation."),
    )
    role = models.CharField(_("roll"), max_length=20, choices=Role, default=Role.MEMBER)
    title = models.CharField(_("befattning"), max_length=120, blank=True, help_text=_("Till exempel socialchef."))
    party = models.CharField(
        _("parti"), max_length=10, blank=True, help_text=_("Bara för politiska organ, till exempel S.")
    )
    vacant = models.BooleanField(_("vakant"), default=False)
    valid_from = models.DateField(_("från"), null=True, blank=True)
    valid_until = models.DateField(_("till och med"), null=True, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("organisation"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("name"), FieldPanel("title"), FieldPanel("party")]),
        FieldPanel("name_basis"),
        FieldRowPanel([FieldPanel("hide_name"), FieldPanel("vacant")]),
        FieldRowPanel([FieldPanel("valid_from"), FieldPanel("valid_until")]),
    ]
    words = ("title",)
    override_translatable_fields = facts(
        "organisation", "name", "name_basis", "hide_name", "role", "party", "vacant", "valid_from", "valid_until"
    )

    class Meta(TranslatedRow.Meta, Orderable.Meta):
        verbose_name = _("ledamot")

    def __str__(self):
        return f"{self.public_name or self.get_role_display()}, {self.organisation}"

    @property
    def public_name(self):
        """The name as visitors may see it.

        Empty when the seat is vacant, when the name is to be hidden and when there is no legal basis for showing it.
        """
        return self.name if self.may_be_named else ""

    @property
    def may_be_named(self):
        return bool(self.name_basis) and not (self.vacant or self.hide_name)

    def as_seen(self):
        """The seat as visitors may see it: a read-only copy, without what would tell who holds a hidden one."""
        seen = make_read_only(copy(self))
        if self.vacant or self.hide_name or (self.name and not self.name_basis):
            seen.name = seen.title = seen.party = ""
        return seen

    def serves_on(self, day):
        """Whether the seat is held on ``day``. Both dates of the row are inclusive."""
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_until is None or day <= self.valid_until
        )

    def clean(self):
        super().clean()
        if self.vacant and self.name:
            raise ValidationError({"name": _("En vakant plats har inget namn. Ta bort namnet eller krysset.")})
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": _("Slutdatumet ligger före startdatumet.")})


class NetworkContact(TranslatedRow, Orderable, WrittenWhenChanged):
    page = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(_("namn"), max_length=120)
    title = models.CharField(_("befattning"), max_length=120, blank=True)
    email = models.EmailField(_("e-post"), blank=True)
    phone = models.CharField(_("telefon"), max_length=40, blank=True)
    valid_until = models.DateField(
        _("till och med"), null=True, blank=True, help_text=_("Efter den dagen visas personen inte längre.")
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("title")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
        FieldPanel("valid_until"),
    ]
    words = ("title",)
    override_translatable_fields = facts("name", "email", "phone", "valid_until")

    class Meta(TranslatedRow.Meta, Orderable.Meta):
        verbose_name = _("kontaktperson")

    def __str__(self):
        return self.name


class NetworkDocument(TranslatedRow, Orderable, WrittenWhenChanged):
    """A document of the network. One that is not published is still listed, with how to ask for it."""

    page = ParentalKey("networks.NetworkPage", on_delete=models.CASCADE, related_name="documents")
    title = models.CharField(_("titel"), max_length=200)
    document = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("fil"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="network_rows",
    )
    dated = models.DateField(_("datum"), null=True, blank=True)
    access = models.CharField(_("tillgång"), max_length=20, choices=DocumentAccess, default=DocumentAccess.PUBLIC)
    registry_number = models.CharField(_("diarienummer"), max_length=60, blank=True)

    objects = DocumentRowManager()
    panels = [
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("document"), FieldPanel("dated")]),
        FieldRowPanel([FieldPanel("access"), FieldPanel("registry_number")]),
    ]
    words = ("title",)
    override_translatable_fields = facts("document", "dated", "access", "registry_number")

    class Meta(TranslatedRow.Meta, Orderable.Meta):
        verbose_name = _("dokument")

    def __str__(self):
        return self.title

    @property
    def url(self):
        """The file's address for visitors. Empty when there is no file or it is only given out on request."""
        return self.document.url if self.document and self.access == DocumentAccess.PUBLIC else ""

    def clean(self):
        super().clean()
        if self.access == DocumentAccess.PUBLIC and not self.document_id:
            raise ValidationError({"document": _("Välj en fil, eller ange att dokumentet lämnas ut på begäran.")})
