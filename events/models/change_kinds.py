"""What may have happened to a meeting, or to a network's page, in the words of the public log."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ChangeKind(models.TextChoices):
    NEW = "new", _("Nytt möte")
    MOVED = "moved", _("Flyttat")
    NEW_TIME = "new_time", _("Ny tid")
    NEW_PLACE = "new_place", _("Ny plats")
    CANCELLED = "cancelled", _("Inställt")
    REINSTATED = "reinstated", _("Blir av ändå")
    CONFIRMED = "confirmed", _("Bekräftat")
    TENTATIVE = "tentative", _("Åter preliminärt")
    THEME = "theme", _("Nytt tema")
    AGENDA = "agenda", _("Dagordning finns")
    MINUTES = "minutes", _("Anteckningar finns")
    NOTE = "note", _("Ny anmärkning")
    REMOVED = "removed", _("Borttaget ur kalendern")
    NEW_PAGE = "new_page", _("Ny sida")
    PAGE_UPDATED = "page_updated", _("Sidan är uppdaterad")
    DOCUMENTS = "documents", _("Nya dokument")
