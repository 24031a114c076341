"""Updates search's rows when what can be found changes.

Each receiver runs in the transaction of the change, if there is one, and ends in ``write``, which reads the published
pages again and stores what differs.
"""

from django.db import transaction
from django.db.models import Q
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

import events.signals  # noqa: F401 - its receivers go first: a moved meeting must get its new network
from events.models import EventCategory, EventPage
from networks.models import Area, NetworkPage, Organisation, SharedStatement, Term
from networks.people.forgetting import person_forgotten

from .documents import reading
from .indexing.writing import forget, write
from .models import Findable, IndexState, SynonymGroup
from .models.choices import HitKind


@receiver([page_published, page_unpublished])
@transaction.atomic
def page_changed(instance, **kwargs):
    before = _told_with_meetings(instance)
    write([instance.translation_key])
    if before != _told_with_meetings(instance):
        networks = NetworkPage.objects.filter(translation_key=instance.translation_key).values("pk")
        write(_keys(EventPage.objects.of_networks(networks)))


def _told_with_meetings(page):
    """What meetings' rows repeat about their network, in each language. Empty for a network that is not shown."""
    if not isinstance(page, NetworkPage):
        return []
    rows = Findable.objects.filter(kind=HitKind.NETWORK, subject=page.translation_key).order_by("language")
    return list(rows.values_list("language", "title", "names", "areas", "municipalities"))


@receiver(post_delete, sender=Page)
def page_deleted(instance, **kwargs):
    """Delete the page's rows. Rows in its other languages may now replace them."""
    write([instance.translation_key])


@receiver(post_page_move)
def page_moved(instance, **kwargs):
    write(_below(instance))


@receiver(post_save, sender=PageViewRestriction)
@receiver(post_delete, sender=PageViewRestriction)
def restriction_changed(instance, origin=None, **kwargs):
    deleted_with_page = issubclass(getattr(origin, "model", type(origin)), Page)
    page = Page.objects.filter(pk=instance.page_id).first()
    if page and not deleted_with_page:
        write(_below(page))


def _below(page):
    """The pages at or below ``page`` and its translations, which are restricted with it."""
    condition = Q(pk__in=[])
    for path in Page.objects.filter(translation_key=page.translation_key).values_list("path", flat=True):
        condition |= Q(path__startswith=path)
    return _keys(Page.objects.filter(condition))


@receiver(person_forgotten)
def person_removed(pages, **kwargs):
    write(_keys(Page.objects.filter(pk__in=pages)))


@receiver(post_save, sender=SharedStatement)
def statement_saved(instance, created, **kwargs):
    if not created:
        write(_keys(NetworkPage.objects.filter(statements__statement=instance)))


@receiver(post_save, sender=Area)
def area_saved(instance, created, **kwargs):
    if not created:
        _networks_changed(NetworkPage.objects.filter(Q(area=instance) | Q(second_area=instance)))
        IndexState.renew()


@receiver(post_save, sender=Organisation)
def organisation_saved(instance, created, **kwargs):
    if not created:
        seats = Q(members__organisation=instance) | Q(responsible_authority=instance)
        _networks_changed(NetworkPage.objects.filter(seats))
        IndexState.renew()


def _networks_changed(networks):
    keys = list(networks.values_list("pk", flat=True))
    write({*_keys(networks), *_keys(EventPage.objects.of_networks(keys))})


@receiver(post_save, sender=EventCategory)
def category_saved(instance, created, **kwargs):
    if not created:
        write(_keys(EventPage.objects.filter(category=instance)))


@receiver(post_save, sender=get_document_model())
def document_saved(instance, **kwargs):
    write(set(Findable.objects.filter(document=instance).values_list("subject", flat=True)))
    reading.note(instance)


@receiver(post_save, sender=SynonymGroup)
@receiver(post_delete, sender=SynonymGroup)
@receiver(post_save, sender=Term)
@receiver(post_delete, sender=Term)
def synonyms_changed(**kwargs):
    IndexState.renew()


@receiver(post_delete, sender=Findable)
def row_deleted(instance, **kwargs):
    forget(instance)
    IndexState.renew()


def _keys(pages):
    return set(pages.values_list("translation_key", flat=True))
