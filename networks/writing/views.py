"""Serves the hints for a page's latest draft to the panel."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from wagtail.models import Page

from .hints import hints_of


def plain_language(request, pk):
    """A fragment of HTML. Refused to users who may not edit the page."""
    page = get_object_or_404(Page, pk=pk)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    hints = hints_of(page.get_latest_revision_as_object())
    return render(request, "networks/admin/plain_language.html", {"hints": hints})
