"""Meetings that are gone from the site but still in people's calendars."""

from uuid import UUID

from django.apps import apps
from django.db import models
from django.db.models import Q
from wagtail.models import Page

from networks.restrictions.closed_paths import restricted_paths

from .stamps import REGION, area_stamp, event_stamp, network_stamp


class RemovedMeetingQuerySet(models.QuerySet):
    def shown(self):
        """Those that feeds may tell of: of events that any visitor may see, or that lie in the bin and whose network
        is not hidden."""
        networks = apps.get_model("networks", "NetworkPage").objects
        listed = networks.listed().of_source().values("translation_key")
        events = apps.get_model("events", "EventPage").objects.listed().values("translation_key")
        in_bin = ~Q(network_key__in=networks.values("translation_key"))
        network = Q(network_key=None) | Q(network_key__in=listed) | in_bin
        return self.filter(Q(item=None, event_key__in=events) | (Q(item__isnull=False) & network))

    def told(self):
        """Those in the bin that the public log may name: any visitor may see the page that they lay below."""
        public = Page.objects.live().exclude(restricted_paths()).values("pk")
        return self.shown().filter(item__isnull=False, item__parent_key__in=public)

    def stamps(self):
        """The keys of the stamps of all feeds that may tell of them."""
        found = set()
        for event, owners, areas in self.values_list("event_key", "owners", "areas"):
            found |= {REGION, event_stamp(event)}
            found |= {network_stamp(UUID(key)) for key in owners} | {area_stamp(UUID(key)) for key in areas}
        return found


class RemovedMeeting(models.Model):
    """A coming meeting that was deleted, alone or with its page. Feeds show it as cancelled for as long as they would
    have shown the meeting.

    ``item`` is what it lies in the bin with; without one, its event is still there. ``owners`` and ``areas`` are the
    translation keys (texts) of the networks that owned it and of their areas. ``texts`` has its VEVENT by language.
    ``facts`` are what else the calendar's filters ask for: ``category`` (hex of a translation key, or ""), ``format``,
    ``status`` and ``words``, the searched texts by language. Null for one that was deleted before they were kept.
    """

    uid = models.UUIDField(primary_key=True, editable=False)
    event_key = models.UUIDField(db_index=True)
    network_key = models.UUIDField(null=True)
    item = models.ForeignKey("networks.BinnedItem", null=True, on_delete=models.CASCADE, related_name="+")
    owners = models.JSONField(default=list)
    areas = models.JSONField(default=list)
    facts = models.JSONField(null=True)
    last_day = models.DateField(db_index=True)
    sequence = models.PositiveIntegerField()
    texts = models.JSONField()

    objects = RemovedMeetingQuerySet.as_manager()

    class Meta:
        ordering = ["last_day", "uid"]

    def __str__(self):
        return str(self.uid)
