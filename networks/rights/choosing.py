"""What a user may refer to in her forms: pages, files, rows of registers and people.

Defined here once. The choosers show it, and every form is held to it: see ``references.py``.
"""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models import Q
from wagtail.models import CollectionMember, Page, Task, Workflow
from wagtail.permissions import page_permission_policy, policy_registry
from wagtail.snippets.models import get_snippet_models

from ..models import NetworkPage
from ..restrictions.closed_paths import closed_to
from .access import editable, is_central
from .naming import CENTRAL_GROUP


def choosable(user, model):
    """The rows of ``model`` that ``user`` may refer to, as a queryset.

    None for a model that only forms refer to whose own choices are what may be chosen, such as languages.
    """
    if issubclass(model, Page):
        return choosable_pages(user, model.objects.all())
    if issubclass(model, get_user_model()):
        return _people(user)
    if issubclass(model, Group):
        return _groups(user)
    if issubclass(model, CollectionMember):
        return policy_registry.get_by_type(model).instances_user_has_any_permission_for(user, ["choose", "change"])
    if model is Workflow:
        return _workflows(user)
    if model is Task:
        return Task.objects.filter(workflow_tasks__workflow__in=_workflows(user)).distinct()
    if model in get_snippet_models():
        return model._default_manager.all() if may_see_register(user, model) else model._default_manager.none()
    return None


def choosable_pages(user, pages):
    """Those of ``pages`` that a link may lead to: what ``user`` may read on the site, and all that she may edit."""
    return pages if is_central(user) else pages.live().exclude(closed_to(user)) | editable(user, pages)


def may_look_below(user, key):
    """Whether lists of pages show ``user`` what lies below the page with ``key``.

    She may choose it, or it lies on the way to pages of hers, though it is closed to her itself.
    """
    on_the_way = page_permission_policy.explorable_instances(user).live()
    return choosable_pages(user, Page.objects.all()).filter(pk=key).exists() or on_the_way.filter(pk=key).exists()


def may_see_register(user, model):
    """Whether ``user`` has any right on the register: its rows are there to choose from."""
    return policy_registry.get_by_type(model).user_has_any_permission(user, {"add", "change", "delete", "view"})


def _groups(user):
    """Her own groups and those of networks that she may edit: the name of a group tells who its members are."""
    if is_central(user):
        return Group.objects.all()
    networks = editable(user, NetworkPage.objects.all()).order_by()
    hers = user.groups.order_by().values("pk")
    return Group.objects.filter(Q(pk__in=hers) | Q(edits_network__network_key__in=networks.values("translation_key")))


def _workflows(user):
    """Of workflows, those of pages that the user may change."""
    if is_central(user):
        return Workflow.objects.all()
    pages = editable(user, Page.objects.all())
    return Workflow.objects.filter(workflow_pages__page__in=pages).distinct()


def _people(user):
    """Of users, a network's editor meets those who share a group with her, and the central editors."""
    people = get_user_model().objects.filter(is_active=True)
    if is_central(user):
        return people
    groups = Group.objects.filter(Q(user=user) | Q(name=CENTRAL_GROUP))
    members = get_user_model().groups.through.objects.filter(group__in=groups)
    return people.filter(Q(pk=user.pk) | Q(pk__in=members.values("user")))
