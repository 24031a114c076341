from django.contrib.auth.models import Group
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection


class NetworkEditors(models.Model):
    """Who edits a network: a group, a collection for its files and whether its pages are reviewed.

    Created with the network. It refers to the network by translation key, so that one group edits its page in every
    language.
    """

    network_key = models.UUIDField(unique=True, editable=False)
    group = models.OneToOneField(Group, on_delete=models.CASCADE, editable=False, related_name="edits_network")
    collection = models.OneToOneField(
        Collection, null=True, on_delete=models.SET_NULL, editable=False, related_name="files_of_network"
    )
    reviewed = models.BooleanField(
        _("granskas av GR:s redaktion före publicering"),
        default=False,
        help_text=_("Nätverkets redaktörer skickar då sina ändringar för granskning i stället för att publicera dem."),
    )

    class Meta:
        verbose_name = _("nätverkets redaktörer")
        verbose_name_plural = _("nätverkens redaktörer")
        ordering = ["group__name"]
        # Created and removed with the network; nobody does it by hand.
        default_permissions = ("change", "view")

    def __str__(self):
        return self.group.name
