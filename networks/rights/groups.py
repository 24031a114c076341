"""Keeps a network's group, files and review in line with the network."""

from django.contrib.auth.models import Group
from django.db import transaction
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import WorkflowPage

from ..models import NetworkEditors, NetworkPage
from ..translation import is_of_source
from .central import central_group, networks_files, review_workflow, shared_files
from .naming import WORKFLOW, group_name
from .permissions import EDITORS, FILES_CHOOSE, FILES_EDITORS, PAGE_EDITORS, give_files, give_page, give_permissions


@transaction.atomic
def make_editors(page):
    """The NetworkEditors of ``page``'s network, created with its group and files if there is none."""
    editors = editors_of(page)
    if editors is None:
        central_group()
        group = Group.objects.create(name=group_name(page.title))
        collection = networks_files().add_child(name=page.title)
        editors = NetworkEditors.objects.create(network_key=page.translation_key, group=group, collection=collection)
        renew_group(editors)
    let_in(editors, page)
    return editors


def editors_of(page):
    """The NetworkEditors of ``page``'s network; None if it has none yet."""
    found = NetworkEditors.objects.select_related("group", "collection").filter(network_key=page.translation_key)
    return found.first()


def renew_group(editors):
    """Give the group its rights on registers and files (``let_in`` gives those on pages)."""
    give_permissions(editors.group, EDITORS, "network_editor_permissions")
    give_files(editors.group, shared_files(), FILES_CHOOSE)
    if editors.collection:
        give_files(editors.group, editors.collection, FILES_EDITORS)


def let_in(editors, page):
    """Give the group its rights on ``page``, one of the network's pages. Editors who are reviewed may not publish."""
    if editors.reviewed:
        WorkflowPage.objects.update_or_create(page=page, defaults={"workflow": review_workflow()})
    else:
        WorkflowPage.objects.filter(page=page, workflow__name=WORKFLOW).delete()
    give_page(editors.group, page, PAGE_EDITORS if editors.reviewed else [*PAGE_EDITORS, "publish"])


def follow_review(editors):
    """Update the rights on all of the network's pages after its review has been turned on or off."""
    for page in NetworkPage.objects.filter(translation_key=editors.network_key):
        let_in(editors, page)


def rename_editors(page):
    """Name the group and the collection after the network's current title in the source language."""
    editors = editors_of(page) if is_of_source(page) else None
    if editors is None:
        return
    if editors.collection and editors.collection.name == page.title:
        return
    Group.objects.filter(pk=editors.group_id).update(name=group_name(page.title, editors.group))
    if editors.collection:
        editors.collection.name = page.title
        editors.collection.save()


def remove_editors(page):
    """Delete the group of a network whose last page is gone, and its collection unless it has files."""
    if NetworkPage.objects.filter(translation_key=page.translation_key).exists():
        return
    editors = editors_of(page)
    if editors is None:
        return
    collection = editors.collection
    editors.group.delete()  # deletes ``editors`` too
    if collection and collection.is_leaf() and not _has_files(collection):
        collection.delete()


def _has_files(collection):
    models = (get_document_model(), get_image_model())
    return any(model.objects.filter(collection=collection).exists() for model in models)
