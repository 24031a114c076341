"""The further owners of a joint meeting."""

from django.db import models
from django.db.models import Case, F, When
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import PageChooserPanel
from wagtail.models import Orderable

from networks.models.consent import TieKind, agreed


class EventOwnerQuerySet(models.QuerySet):
    def agreed(self):
        """The rows of networks that own their event."""
        return self.filter(agreed(TieKind.CO_OWNER))


class EventOwnerManager(models.Manager.from_queryset(EventOwnerQuerySet)):
    """Reads with each row whether it is agreed to."""

    def get_queryset(self):
        return super().get_queryset().annotate(agreed=agreed(TieKind.CO_OWNER))


def joint_owner(page="page"):
    """An expression for lists of meetings: the key of a further owner of each, and null where it has not agreed. A
    meeting comes once for each of its further owners, or once."""
    network = f"{page}__co_owners__network"
    return Case(When(agreed(TieKind.CO_OWNER, page=page, network=network), then=F(network)))


class EventOwner(Orderable):
    """A further network that is to own the event. A joint meeting is one event, found under each of its owners.

    It owns the event when somebody has said yes to it for the network: every list begins with ``agreed()``.
    """

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="co_owners")
    network = models.ForeignKey(
        "networks.NetworkPage", verbose_name=_("nätverk"), on_delete=models.CASCADE, related_name="joint_events"
    )

    objects = EventOwnerManager()

    panels = [PageChooserPanel("network")]

    class Meta(Orderable.Meta):
        verbose_name = _("nätverk som också håller i mötet")
        constraints = [models.UniqueConstraint(fields=["page", "network"], name="events_owner_once")]

    def __str__(self):
        return str(self.network)

    @cached_property
    def agreed(self):
        """Whether it owns the event. Read with the row, and asked for here only if the row is of a draft."""
        return EventOwner.objects.filter(page=self.page_id, network=self.network_id).agreed().exists()
