"""Documents and pictures in the bin. The row goes, so that its address answers 404, and the file stays on disk."""

from functools import partial

from django.apps import apps
from django.core.files.storage import Storage
from django.db import transaction
from django.utils.deconstruct import deconstructible
from django.utils.translation import gettext as _
from modelcluster.fields import ParentalKey
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.log_actions import log
from wagtail.models import Collection, Page
from wagtail.signals import page_published
from wagtail.tasks import delete_file_from_storage_task

from ..models import BinnedItem, BinnedRow
from ..publication.whole import publication
from .recording import recorded
from .signals import item_disposed


@deconstructible
class Kept(Storage):
    """Stands in for the storage of a file that is put in the bin: Wagtail asks it to delete the file."""

    def delete(self, name):
        pass


def file_models():
    """``{model: kind}``"""
    return {get_document_model(): BinnedItem.Kind.DOCUMENT, get_image_model(): BinnedItem.Kind.IMAGE}


@publication()
def put_file_in_bin(file, user):
    """Move a document or a picture to the bin. Gives the BinnedItem. Rights are not checked."""
    file = type(file)._base_manager.select_related("collection").get(pk=file.pk)
    item = BinnedItem.objects.create(
        kind=file_models()[type(file)],
        model=file._meta.label_lower,
        key=file.pk,
        title=file.title,
        place=_place(file.collection),
        parent_key=file.collection_id,
        deleted_by=user,
    )
    log(instance=file, action="wagtail.delete", user=user, deleted=True)
    file.file.storage = Kept()
    with recorded() as record:
        file.delete()
    record.store(item)
    return item


def _place(collection):
    above = collection.get_ancestors(inclusive=True).filter(depth__gt=1)
    return " › ".join(above.values_list("name", flat=True))[:500]


def collected(rows):
    """Put the files among ``rows`` in the top collection if their own has been destroyed.

    Raises LookupError, with words for the editor, if their own lies in the bin."""
    labels = {model._meta.label_lower for model in file_models()}
    for row in rows:
        if row.model in labels and not Collection.objects.filter(pk=row.values["collection_id"]).exists():
            _require_not_in_bin(row.values["collection_id"])
            row.values["collection_id"] = str(Collection.get_first_root_node().pk)
    return rows


def _require_not_in_bin(key):
    with_it = BinnedRow.objects.filter(model="wagtailcore.collection", key=key, is_reference=False)
    if row := with_it.select_related("item").first():
        raise LookupError(_("Återställ ”%(title)s” först, för filen hör dit.") % {"title": row.item.title})


def file_is_back(file, references):
    """Tell feeds, search and pages that ``file`` is shown again where ``references`` (BinnedRows) say."""
    file.save()
    shown = {key for row in references for key in _pages_of(apps.get_model(row.model), row.values["rows"])}
    for page in Page.objects.filter(pk__in=shown).live().order_by("path").specific():
        page_published.send(type(page), instance=page, revision=page.live_revision)


def _pages_of(model, keys):
    if issubclass(model, Page):
        return [int(key) for key in keys]
    for field in model._meta.local_concrete_fields:
        if isinstance(field, ParentalKey) and issubclass(field.related_model, Page):
            return model._base_manager.filter(pk__in=keys).values_list(field.attname, flat=True)
    return []


def delete_files(item, **kwargs):
    """Delete the files on disk of all documents and pictures in ``item``, once that is committed."""
    for model in file_models():
        for row in item.rows.filter(model=model._meta.label_lower, is_reference=False):
            transaction.on_commit(partial(_delete_file, model, row.values["file"]))


def _delete_file(model, name):
    if not model._base_manager.filter(file=name).exists():
        storage = model._meta.get_field("file").storage
        delete_file_from_storage_task.enqueue(storage.deconstruct(), name)


def connect():
    item_disposed.connect(delete_files)
