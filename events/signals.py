"""Updates the feeds when something public changes.

Every receiver ends in ``follow`` (``feeds/following.py``), which in one transaction raises the stamp that every feed's
ETag is made from and updates the texts of the events concerned. A publication is one transaction
(``networks.publication.whole``), of which this is a part. The stamp is also raised with a page that is saved without
being published (``page_saved``). The stamp always comes first: see ``CalendarStamp.rise``.
"""

from functools import reduce
from operator import or_

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

from networks.models import Area, NetworkIndexPage, NetworkPage
from networks.people.forgetting import person_forgotten
from networks.publication import freshness
from networks.publication.whole import publication_begins

from .changes.log import note_page
from .feeds.following import follow, touch_owners
from .fields.declared import FILES
from .models import CalendarPage, CalendarStamp, EventCategory, EventPage


def below(path):
    """Events at or below a page, and events that networks there own jointly with others."""
    co_owned = Q(co_owners__network__path__startswith=path)
    return EventPage.objects.filter(Q(path__startswith=path) | co_owned)


@receiver(publication_begins)
def wait_for_other_publications(**kwargs):
    CalendarStamp.lock()


@receiver(post_save, sender=EventPage)
@receiver(pre_save, sender=NetworkPage)  # before the save: the stamp must rise first
def page_saved(instance, update_fields=None, raw=False, **kwargs):
    if instance.live and update_fields is None and not raw:
        CalendarStamp.rise()


@receiver(post_save, sender=NetworkIndexPage)
@receiver(post_save, sender=CalendarPage)
def page_above_saved(update_fields=None, raw=False, **kwargs):
    """Raise the stamp, since feeds contain the addresses of the pages below."""
    if update_fields is None and not raw:
        CalendarStamp.rise()


@receiver(page_published, sender=EventPage)
def event_published(instance, **kwargs):
    follow(EventPage.objects.filter(pk=instance.pk), noticed=True)


@receiver(page_unpublished, sender=EventPage)
def event_unpublished(instance, **kwargs):
    CalendarStamp.rise()
    touch_owners(EventPage.objects.filter(pk=instance.pk))


@receiver([page_published, page_unpublished], sender=NetworkPage)
def network_changed(instance, **kwargs):
    follow(EventPage.objects.of_networks([instance.pk]))


@receiver(freshness.content_changed)
def network_reads_differently(network, **kwargs):
    note_page(network, CalendarStamp.rise())


@receiver(post_delete, sender=EventPage)
def event_deleted(**kwargs):
    CalendarStamp.rise()


@receiver(pre_delete, sender=NetworkPage)
def network_about_to_be_deleted(instance, **kwargs):
    CalendarStamp.rise()
    instance.events_of_others = list(instance.joint_events.values_list("page", flat=True))


@receiver(post_delete, sender=NetworkPage)
def network_deleted(instance, **kwargs):
    """Update the joint meetings of a deleted network, which now belong only to the other owners."""
    follow(EventPage.objects.filter(pk__in=instance.events_of_others))


@receiver(post_page_move)
def page_moved(instance, parent_page_before, **kwargs):
    """Set the network of an event that was moved to another network, since Wagtail moves a page without saving it."""
    event = EventPage.objects.filter(pk=instance.pk).first()
    if event:
        event.save(clean=False)
        freshness.touch([parent_page_before.pk])
    follow(below(instance.path), noticed=event is not None)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def restriction_changed(instance, **kwargs):
    path = Page.objects.filter(pk=instance.page_id).values_list("path", flat=True).first()
    if path:  # otherwise the page itself is being deleted
        follow(below(path))


@receiver(person_forgotten)
def person_removed(pages, **kwargs):
    follow(EventPage.objects.filter(Q(pk__in=pages) | Q(network__in=pages)))


@receiver(post_save, sender=Area)
def area_saved(instance, **kwargs):
    networks = NetworkPage.objects.filter(Q(area=instance) | Q(second_area=instance))
    follow(EventPage.objects.filter(network__in=networks.values("pk")))


@receiver(post_save, sender=EventCategory)
def category_saved(instance, **kwargs):
    follow(EventPage.objects.filter(category=instance))


@receiver(pre_delete, sender=EventCategory)
@receiver(pre_delete, sender=Document)
def about_to_be_deleted(instance, **kwargs):
    instance.events_that_name_it = list(_naming(instance).values_list("pk", flat=True))


@receiver(post_save, sender=Document)
def document_saved(instance, **kwargs):
    """Update the feeds, since a new file has a new address."""
    events = _naming(instance)
    if events.exists():
        follow(events)


@receiver(post_delete, sender=EventCategory)
@receiver(post_delete, sender=Document)
def deleted(instance, **kwargs):
    if instance.events_that_name_it:
        follow(EventPage.objects.filter(pk__in=instance.events_that_name_it))


def _naming(instance):
    if isinstance(instance, EventCategory):
        return EventPage.objects.filter(category=instance)
    in_rows = reduce(or_, (Q(**{f"occurrences__{name}": instance}) for name in FILES))
    return EventPage.objects.filter(in_rows).distinct()
