"""Wagtail's views that take the password of a closed page or collection, with a limit on wrong ones."""

import math
from functools import wraps

from allauth.account.adapter import get_adapter
from django.shortcuts import get_object_or_404, render
from wagtail.documents.views.serve import authenticate_with_password as for_documents
from wagtail.models import Page, PageViewRestriction
from wagtail.views import authenticate_with_password as for_pages

from . import attempts
from .wording import wait_in_words


def _counted(view):
    """So many wrong passwords for one closed thing from one address. Then 429 with the time to wait."""

    @wraps(view)
    def counting(request, **keys):
        if request.method != "POST":
            return view(request, **keys)
        restriction = next(key for name, key in keys.items() if name.endswith("restriction_id"))
        ip = get_adapter(request).get_client_ip(request)
        counter = attempts.Counter.at(ip, "page", f"{view.__module__}\n{restriction}")
        if wait := attempts.take(counter):
            return too_many(request, wait)
        response = view(request, **keys)
        if response.status_code == 302:
            attempts.give_back(counter)
        return response

    return counting


def too_many(request, wait: float):
    """RFC 6585, section 4."""
    response = render(request, "429.html", {"wait": wait_in_words(wait)}, status=429)
    response["Retry-After"] = math.ceil(wait)
    return response


def _of_restricted_page(request, page_view_restriction_id, page_id):
    """Wagtail's view also takes a page that the restriction is not about, and shows its form for the password."""
    restriction = get_object_or_404(PageViewRestriction, pk=page_view_restriction_id)
    get_object_or_404(Page.objects.descendant_of(restriction.page, inclusive=True), pk=page_id)
    return for_pages(request, page_view_restriction_id, page_id)


open_page = _counted(_of_restricted_page)
open_document = _counted(for_documents)
