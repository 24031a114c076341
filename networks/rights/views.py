"""Narrows those of Wagtail's views that would let a network's editors do more than they should."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from wagtail.models import Task
from wagtail.permissions import policy_registry

from .access import require_central


def for_central_editors(view):
    """Wrap a view that shows all networks' pages, including drafts: only central editors get in."""

    @wraps(view)
    def guarded(request, **kwargs):
        require_central(request.user)
        return view(request, **kwargs)

    return guarded


def for_makers_of_tasks(view):
    """Wrap a view of workflow tasks that checks no rights: only those who may change tasks get in."""

    @wraps(view)
    def guarded(request, **kwargs):
        if not policy_registry.get_by_type(Task).user_has_any_permission(request.user, ["add", "change"]):
            raise PermissionDenied
        return view(request, **kwargs)

    return guarded
