"""The fixed lists of choices for a network, in GR's own words."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Kind(models.TextChoices):
    POLITICAL = "political", _("Politiskt organ")
    HEADS = "heads", _("Chefsnätverk")
    NETWORK = "network", _("Nätverk")
    WORKING_GROUP = "working_group", _("Arbetsgrupp")
    EXTERNAL = "external", _("Extern samverkan")


class Status(models.TextChoices):
    ACTIVE = "active", _("Aktivt")
    PAUSED = "paused", _("Vilande")
    CLOSED = "closed", _("Avslutat")


class Season(models.TextChoices):
    SPRING = "spring", _("våren")
    AUTUMN = "autumn", _("hösten")


class RelationKind(models.TextChoices):
    REPORTS_TO = "reports_to", _("Rapporterar till")
    PREPARES_FOR = "prepares_for", _("Bereder frågor åt")
    WORKING_GROUP_UNDER = "working_group_under", _("Arbetsgrupp under")
    CONSULTS = "consults", _("Rådfrågar")
    COOPERATES_WITH = "cooperates_with", _("Samverkar med")

    @property
    def inverse_label(self):
        """The heading for the same relation on the other body's page."""
        return _INVERSE_LABELS[self]


_INVERSE_LABELS = {
    RelationKind.REPORTS_TO: _("Får rapporter från"),
    RelationKind.PREPARES_FOR: _("Får frågor beredda av"),
    RelationKind.WORKING_GROUP_UNDER: _("Arbetsgrupper"),
    RelationKind.CONSULTS: _("Rådfrågas av"),
    RelationKind.COOPERATES_WITH: _("Samverkar med"),
}


class OrganisationKind(models.TextChoices):
    MEMBER = "member", _("Medlemskommun i GR")
    MUNICIPALITY = "municipality", _("Annan kommun")
    GR = "gr", _("Göteborgsregionen")
    REGION = "region", _("Region")
    AUTHORITY = "authority", _("Statlig myndighet")
    SCHOOL = "school", _("Skola")
    COMPANY = "company", _("Bolag")
    OTHER = "other", _("Annan organisation")


class Role(models.TextChoices):
    CHAIR = "chair", _("Ordförande")
    VICE_CHAIR = "vice_chair", _("Vice ordförande")
    MEMBER = "member", _("Ledamot")
    SUBSTITUTE = "substitute", _("Ersättare")
    ADJUNCT = "adjunct", _("Adjungerad")
    SECRETARY = "secretary", _("Sekreterare")


class NameBasis(models.TextChoices):
    """Why a member's name may be shown (GDPR article 6.1). Without a basis, only role and organisation are shown."""

    PUBLIC_TASK = "public_task", _("Allmänt intresse: förtroendevald, eller företräder sin organisation i tjänsten")
    CONSENT = "consent", _("Personen har sagt ja")

    __empty__ = _("Ingen angiven (namnet visas inte)")


class DocumentAccess(models.TextChoices):
    PUBLIC = "public", _("Öppet för alla")
    REGISTERED = "registered", _("Lämnas ut på begäran (bara diarienummer visas)")


class Accessibility(models.TextChoices):
    YES = "yes", _("Ja, tillgänglig")
    NO = "no", _("Nej, det finns brister")


class AreaColour(models.TextChoices):
    """Names of colour tokens. The stylesheet gives each a light and a dark value and states their contrast."""

    LINGON = "lingon", _("Lingon")
    OCEAN = "ocean", _("Hav")
    FOREST = "forest", _("Skog")
    HEATHER = "heather", _("Ljung")
    AMBER = "amber", _("Bärnsten")
    STONE = "stone", _("Sten")
