"""The choices in a statement, in the law's own terms."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Conformance(models.TextChoices):
    FULL = "full", _("Helt förenlig med lagen")
    PARTIAL = "partial", _("Delvis förenlig med lagen")
    NONE = "none", _("Inte förenlig med lagen")


class Reason(models.TextChoices):
    """Why something is not accessible. Only what the law does not require leaves a service fully conformant."""

    NOT_MET = "not_met", _("Uppfyller inte lagens krav än")
    BURDEN = "burden", _("Oskäligt betungande att anpassa (12 § i lagen)")
    OUTSIDE = "outside", _("Omfattas inte av lagen (9 § i lagen)")


class Method(models.TextChoices):
    SELF = "self", _("Egen granskning")
    EXTERNAL = "external", _("Granskning av någon utifrån")
    BOTH = "both", _("Egen granskning och granskning av någon utifrån")
