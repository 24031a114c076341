"""Verbs for the public log."""

from django.apps import apps
from django.db import models
from django.db.models import Q

from .change_kinds import ChangeKind


class PublicChangeQuerySet(models.QuerySet):
    def public(self):
        """What is about pages that any visitor may see now, whatever they were when it happened, and the removal of
        meetings whose event lies in the bin."""
        events = _pages("events", "EventPage").listed().values("translation_key")
        networks = _pages("networks", "NetworkPage").listed().of_source()
        page = Q(event_key=None, network_key__in=networks.values("translation_key"))
        removed = Q(kind=ChangeKind.REMOVED, event_key__in=_removed().told().values("event_key"))
        return self.filter(Q(event_key__in=events) | page | removed)

    def of_network(self, network):
        """What is about the network's page and about events that it owns now, alone or with others, or owned
        when they went to the bin.

        ``network`` is the page in the source language.
        """
        events = _pages("events", "EventPage").of_networks([network.pk]).values("translation_key")
        page, in_bin = Q(event_key=None, network_key=network.translation_key), _removed().filter(item__isnull=False)
        gone = [row.event_key for row in in_bin if str(network.translation_key) in row.owners]
        return self.filter(Q(event_key__in=events) | Q(event_key__in=gone) | page)

    def of_meeting(self, uid):
        return self.filter(uid=uid)

    def forget_reasons(self):
        """Empty the reasons, which may name a person (GDPR article 17): all else of the log stays as it was told."""
        return super().update(reason="")

    def update(self, **values):
        raise TypeError("The public log is only added to; see forget_reasons().")

    def bulk_update(self, *args, **kwargs):
        raise TypeError("The public log is only added to; see forget_reasons().")

    def delete(self):
        raise TypeError("The public log is only added to.")


def _removed():
    return apps.get_model("events", "RemovedMeeting").objects


def _pages(app, name):
    return apps.get_model(app, name).objects
