"""Follows pages into the bin and back."""

from django.dispatch import receiver

from networks.bin.signals import pages_restored
from networks.models import NetworkPage

from ..models import EventPage


@receiver(pages_restored)
def find_networks(pages, **kwargs):
    """Set the network of events that came back below another page than before."""
    for event in EventPage.objects.filter(pk__in=pages):
        network = NetworkPage.objects.filter(pk=event.get_parent().pk).first()
        EventPage.objects.filter(pk=event.pk).update(network=network)
