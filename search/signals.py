"""Updates search's rows when what can be found changes.

Each receiver runs in the transaction of the change, if there is one, and ends in ``write``, which reads the published
pages again and stores what differs.
"""

from uuid import UUID

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from django.dispatch import receiver
from wagtail.documents import get_document_model
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction
from wagtail.signals import page_published, page_unpublished, post_page_move

import events.signals  # noqa: F401 - its receivers go first: a moved meeting must get its new network
from events.changes import reach
from events.models import CalendarStamp, EventCategory
from networks.consent.signals import consent_changed
from networks.models import Area, DocumentAccessibility, NetworkPage, Organisation, SharedStatement, Term
from networks.people.forgetting import person_forgotten

from .documents import at_once, reading
from .indexing.document_rows import pages_with
from .indexing.writing import forget, write
from .models import DocumentText, Findable, IndexState, MissedQuery, SynonymGroup
from .models.choices import HitKind


@receiver([page_published, page_unpublished])
@transaction.atomic
def page_changed(instance, **kwargs):
    before = _told_with_meetings(instance)
    write([instance.translation_key])
    after = _told_with_meetings(instance)
    if before != after:
        write(_keys(reach.events_of(instance)) | _related(instance, before + after))


def _related(network, rows):
    """The keys of networks whose rows may name ``network``, or did so before a relation was removed."""
    named = {UUID(key) for row in rows for key in row[-1]}
    return named | _keys(reach.networks_related_to([network]))


@receiver(consent_changed)
def consent_to_a_tie_changed(consent, **kwargs):
    """A meeting is found under each network that owns it, and a network by those that it is related to."""
    write([consent.page.translation_key, consent.network.translation_key])


def _told_with_meetings(page):
    """What rows of meetings and related networks repeat about the network, in each language, and last the networks
    that it names. Empty for a network that is not shown."""
    if not isinstance(page, NetworkPage):
        return []
    rows = Findable.objects.filter(kind=HitKind.NETWORK, subject=page.translation_key).order_by("language", "key")
    told = ("language", "title", "names", "areas", "municipalities", "dated_municipalities", "related")
    return list(rows.values_list(*told))


@receiver(post_delete, sender=Page)
def page_deleted(instance, **kwargs):
    """Delete the page's rows. Rows in its other languages may now replace them, and joint meetings name it no more."""
    write({instance.translation_key, *reach.events_left_by(instance), *reach.networks_left_by(instance)})


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
    related = reach.networks_related_to(reach.networks_below(page))
    return _keys(reach.pages_below(page)) | _keys(reach.events_below(page)) | _keys(related)


@receiver(person_forgotten)
def person_removed(pages, rows, **kwargs):
    """Write the rows of what named her, whose words in their basic forms name her still. Queries are not kept."""
    documents = {*rows.get(get_document_model(), ()), *_documents_of(rows.get(DocumentText, ()))}
    told = Findable.objects.filter(pk__in=rows.get(Findable, ())).values_list("subject", flat=True)
    write({*_keys(Page.objects.filter(pk__in=pages)), *told, *pages_with(documents)})
    MissedQuery.objects.filter(pk__in=rows.get(MissedQuery, ())).delete()
    IndexState.renew()


def _documents_of(texts):
    return DocumentText.objects.filter(pk__in=texts).values_list("document", flat=True)


@receiver(post_save, sender=Area)
@receiver(post_save, sender=EventCategory)
@receiver(post_save, sender=Organisation)
@receiver(post_save, sender=SharedStatement)
def register_saved(instance, **kwargs):
    write(_naming(instance))
    IndexState.renew()


@receiver(pre_delete, sender=Area)
@receiver(pre_delete, sender=EventCategory)
@receiver(pre_delete, sender=Organisation)
@receiver(pre_delete, sender=SharedStatement)
def register_about_to_be_deleted(instance, **kwargs):
    instance.found_by = _naming(instance)


@receiver(post_delete, sender=Area)
@receiver(post_delete, sender=EventCategory)
@receiver(post_delete, sender=Organisation)
@receiver(post_delete, sender=SharedStatement)
def register_deleted(instance, **kwargs):
    write(instance.found_by)
    IndexState.renew()


def _naming(register):
    return _keys(reach.networks_naming(register)) | _keys(reach.events_naming(register))


@receiver(post_save, sender=get_document_model())
def document_saved(instance, **kwargs):
    """Another collection may open the document, or close it."""
    write(pages_with([instance.pk]))
    if reading.note(instance):
        transaction.on_commit(at_once.start, robust=True)


@receiver(post_save, sender=DocumentAccessibility)
def shortcomings_written(instance, **kwargs):
    write(pages_with([instance.document_id]))


@receiver(post_save, sender=CollectionViewRestriction)
@receiver(post_delete, sender=CollectionViewRestriction)
def collection_restricted(instance, **kwargs):
    _write_documents_below(instance.collection_id)


@receiver(post_save, sender=Collection)
def collection_saved(instance, created, **kwargs):
    """Wagtail moves a collection after it has saved it, and tells nobody."""
    if not created:
        transaction.on_commit(lambda: _write_documents_below(instance.pk), robust=True)


def _write_documents_below(collection):
    if collection := Collection.objects.filter(pk=collection).first():
        documents = get_document_model().objects.filter(collection__path__startswith=collection.path)
        write(pages_with(documents.values_list("pk", flat=True)))


@receiver(post_save, sender=SynonymGroup)
@receiver(post_delete, sender=SynonymGroup)
@receiver(post_save, sender=Term)
@receiver(post_delete, sender=Term)
def synonyms_changed(**kwargs):
    """The calendar's text filter knows synonyms, so feeds that follow it may have changed too."""
    CalendarStamp.rise()
    IndexState.renew()


@receiver(post_delete, sender=Findable)
def row_deleted(instance, **kwargs):
    forget(instance)
    IndexState.renew()


def _keys(pages):
    return set(pages.values_list("translation_key", flat=True))
