"""Updates the feeds when something public changes.

Every receiver ends in ``follow`` (``feeds/following.py``), which in one transaction updates the texts of the events
concerned and raises the stamps that the ETags of their feeds are made from. A publication is one transaction
(``networks.publication.whole``), of which this is a part. Stamps are also raised with a page that is saved without
being published. What reaches more than can be told here raises all (``CalendarStamp.rise``). The number that the
stamps are raised to always comes first: see ``CalendarStamp.advance``.
"""

from django.db.models import Q
from django.db.models.signals import post_delete, post_save, pre_delete, pre_save
from django.dispatch import receiver
from wagtail.documents.models import Document
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import page_published, page_unpublished, post_page_move

import networks.consent.receivers  # noqa: F401 - its receivers go first: owners must have been asked
from networks.consent.signals import consent_changed
from networks.models import Area, NetworkIndexPage, NetworkPage
from networks.models.consent import TieKind
from networks.people.forgetting import person_forgotten
from networks.publication import freshness
from networks.publication.whole import leave_for_the_end, publication_begins

from .changes import reach
from .changes.log import note_page
from .feeds.following import follow, touch_owners
from .feeds.stamping import restamp_saved
from .models import CalendarPage, CalendarStamp, EventCategory, EventPage, FeedStamp, RemovedMeeting
from .models.stamps import network_stamp, page_stamp


def follow_below(page, **options):
    """Follow the pages at or below ``page`` in every language, and events that networks there own jointly."""
    keys = set(reach.events_below(page).values_list("translation_key", flat=True))
    networks = set(reach.networks_below(page).values_list("translation_key", flat=True))
    follow(EventPage.objects.filter(translation_key__in=keys), networks=networks, **options)


def _raise_for_removed_below(page):
    """Raise the stamps of the feeds that tell of meetings removed from the pages at or below ``page``."""
    pages = reach.pages_below(page)
    keys = pages.values("translation_key")
    removed = Q(network_key__in=keys) | Q(event_key__in=keys) | Q(item__parent_key__in=pages.values("pk"))
    FeedStamp.raise_to_current(RemovedMeeting.objects.filter(removed).stamps())


@receiver(publication_begins)
def wait_for_other_publications(**kwargs):
    CalendarStamp.lock()


@receiver(pre_save, sender=NetworkPage)
def network_about_to_be_saved(instance, update_fields=None, raw=False, **kwargs):
    """Raise all stamps before the save if the page gets another address, which those of the pages below begin with."""
    if instance.live and update_fields is None and not raw:
        kept = instance.pk is None or Page.objects.filter(pk=instance.pk, slug=instance.slug).exists()
        CalendarStamp.advance() if kept else CalendarStamp.rise()


@receiver(post_save, sender=EventPage)
@receiver(post_save, sender=NetworkPage)
def page_saved(sender, instance, update_fields=None, raw=False, **kwargs):
    if instance.live and update_fields is None and not raw:
        CalendarStamp.advance()
        leave_for_the_end(restamp_saved, ("events" if sender is EventPage else "networks", instance.translation_key))


@receiver([post_save, post_delete], sender=NetworkIndexPage)
@receiver([post_save, post_delete], sender=CalendarPage)
@receiver([post_save, post_delete], sender=Site)
@receiver(post_delete, sender=Area)
@receiver(post_delete, sender=EventCategory)
def all_changed(update_fields=None, raw=False, **kwargs):
    """Raise all stamps. Feeds contain the addresses of these pages and of those below. What a short key means may be
    another area or category when one is gone."""
    if update_fields is None and not raw:
        CalendarStamp.rise()


@receiver(page_published, sender=EventPage)
def event_published(instance, **kwargs):
    follow(EventPage.objects.filter(pk=instance.pk), noticed=True)


@receiver(consent_changed)
def consent_to_a_joint_event_changed(consent, **kwargs):
    if consent.kind == TieKind.CO_OWNER:
        follow(EventPage.objects.filter(pk=consent.page_id), noticed=True)


@receiver(page_unpublished, sender=EventPage)
def event_unpublished(instance, **kwargs):
    follow(EventPage.objects.filter(pk=instance.pk))
    touch_owners(EventPage.objects.filter(pk=instance.pk))


@receiver([page_published, page_unpublished], sender=NetworkPage)
def network_changed(instance, **kwargs):
    follow(reach.events_of(instance), networks=[instance.translation_key])


@receiver(freshness.content_changed)
def network_reads_differently(network, **kwargs):
    note_page(network, CalendarStamp.advance())
    FeedStamp.raise_to_current([page_stamp(network.translation_key)])


@receiver(pre_delete, sender=Page)
def page_about_to_be_deleted(instance, **kwargs):
    if instance.specific_class is NetworkPage:
        CalendarStamp.advance()
    reach.note_before_deletion(instance)


@receiver(post_delete, sender=Page)  # sent last, when the rows of every model are gone
def page_deleted(instance, **kwargs):
    """Update what a translation lent its words, and the joint meetings of a network, which now belong to the others.

    A draft's stamp is raised too: a short key in "Mina nätverk" may have meant it, and now means a younger network.
    """
    key = instance.translation_key
    if instance.specific_class is EventPage:
        follow(EventPage.objects.filter(translation_key=key), keys=[key])
    elif instance.specific_class is NetworkPage:
        keys = reach.events_left_by(instance)
        follow(EventPage.objects.filter(translation_key__in=keys), keys=keys, networks=[key])
        FeedStamp.raise_to_current([network_stamp(key)])


@receiver(post_page_move)
def page_moved(instance, parent_page_before, **kwargs):
    """Set the network of an event that was moved to another network, since Wagtail moves a page without saving it.

    An event's stamp knows what feeds it was in. Any other page may have been moved with what lies below it.
    """
    event = EventPage.objects.filter(pk=instance.pk).first()
    if event:
        event.save(clean=False)
        freshness.touch([parent_page_before.pk])
    CalendarStamp.advance() if event else CalendarStamp.rise()
    follow_below(instance, noticed=event is not None)


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def restriction_changed(instance, **kwargs):
    """Any page but a network's or an event's may be one whose address the feeds contain."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:  # otherwise the page itself is being deleted
        if page.specific_class in (EventPage, NetworkPage):
            CalendarStamp.advance()
            _raise_for_removed_below(page)
        else:
            CalendarStamp.rise()
        follow_below(page)


@receiver(person_forgotten)
def person_removed(pages, **kwargs):
    CalendarStamp.rise()  # reasons are also taken out of the public log
    follow(EventPage.objects.filter(Q(pk__in=pages) | Q(network__in=pages)))


@receiver(post_save, sender=Area)
def area_saved(instance, **kwargs):
    follow(reach.events_naming(instance), areas=[instance.translation_key])


@receiver(post_save, sender=EventCategory)
def category_saved(instance, **kwargs):
    follow(reach.events_naming(instance), categories=[instance.translation_key])


@receiver(pre_delete, sender=EventCategory)
@receiver(pre_delete, sender=Document)
def about_to_be_deleted(instance, **kwargs):
    instance.events_that_name_it = list(reach.events_naming(instance).values_list("pk", flat=True))
    if instance.events_that_name_it:
        CalendarStamp.lock()  # before a row is written, or two publications could wait for each other


@receiver(post_save, sender=Document)
def document_saved(instance, **kwargs):
    """Update the feeds, since a new file has a new address."""
    events = reach.events_naming(instance)
    if events.exists():
        follow(events)


@receiver(post_delete, sender=EventCategory)
@receiver(post_delete, sender=Document)
def deleted(instance, **kwargs):
    if instance.events_that_name_it:
        follow(EventPage.objects.filter(pk__in=instance.events_that_name_it))
