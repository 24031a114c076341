"""What all networks have in common: the central editors, the shared files and the review."""

from django.contrib.auth.models import Group
from wagtail.models import Collection, GroupApprovalTask, Page, Workflow, WorkflowPage, WorkflowTask

from .naming import CENTRAL_GROUP, NETWORKS_FILES, SHARED_FILES, TASK, WORKFLOW
from .permissions import CENTRAL, FILES_EDITORS, PAGE_CENTRAL, give_files, give_page, give_permissions

_DEFAULT_WORKFLOW = "Moderators approval"  # Wagtail's own migration creates it, for every page of the site


def central_group():
    """The central editors' group, created with its rights if there is none."""
    group = Group.objects.filter(name=CENTRAL_GROUP).first()
    return group or renew_central_group()


def renew_central_group():
    """Give the central editors' group all its rights again and return it.

    Also removes Wagtail's default review of every page, since editors of a network without review publish directly.
    """
    group, _ = Group.objects.get_or_create(name=CENTRAL_GROUP)
    root = Page.get_first_root_node()
    give_permissions(group, CENTRAL, "central_editor_permissions")
    give_page(group, root, PAGE_CENTRAL)
    give_files(group, Collection.get_first_root_node(), [*FILES_EDITORS, *_COLLECTIONS])
    WorkflowPage.objects.filter(page=root, workflow__name=_DEFAULT_WORKFLOW).delete()
    return group


_COLLECTIONS = [("wagtailcore", f"{verb}_collection") for verb in ("add", "change", "delete")]


def shared_files():
    """The collection that editors of all networks choose from."""
    return _collection(SHARED_FILES)


def networks_files():
    """The parent collection of the networks' own collections."""
    return _collection(NETWORKS_FILES)


def review_workflow():
    """The workflow for networks with review: one approval by a central editor."""
    workflow = Workflow.objects.filter(name=WORKFLOW).first()
    if workflow is None:
        task = GroupApprovalTask.objects.create(name=TASK)
        task.groups.add(central_group())
        workflow = Workflow.objects.create(name=WORKFLOW)
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def _collection(name):
    root = Collection.get_first_root_node()
    found = Collection.objects.child_of(root).filter(name=name).first()
    return found or root.add_child(name=name)
