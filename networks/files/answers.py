"""What the address of a file answers, and for how long others may keep it."""

from django.http import Http404, HttpResponseNotFound
from django.shortcuts import redirect
from django.utils.cache import patch_cache_control, patch_vary_headers
from wagtail import hooks
from wagtail.models import Page, PageViewRestriction
from wagtail.wagtail_hooks import require_wagtail_login

from ..restrictions.doors import doors
from ..showing.pages import shown_pages
from .readers import may_read, open_files
from .uses import pages_showing

_OF_COLLECTIONS = "before_serve_document"  # Wagtail's


def is_open(file):
    return bool(open_files(type(file), [file.pk]))


def guarded(request, file, serve, refuse):
    """What ``serve()`` gives, if the visitor may read ``file``, else what ``refuse(request, file)`` does.

    Caches forget a file that is restricted: a browser after a minute, and others ask each time. What is not for
    everybody is kept by none of them.
    """
    if is_open(file):
        return for_everybody(serve())
    return for_nobody_else(serve() if may_read(request, file) else refuse(request, file))


def for_everybody(response):
    """RFC 9111, section 5.2.2.10: a shared cache asks again each time."""
    patch_cache_control(response, public=True, max_age=60, s_maxage=0)
    return response


def for_nobody_else(response):
    patch_cache_control(response, private=True, no_store=True)
    patch_vary_headers(response, ["Cookie"])  # as what is not there at all: the two look alike
    return response


def not_there(request, file):
    """A picture stands in a page: to log in where it stands would help nobody."""
    return HttpResponseNotFound()


def at_the_door(request, file):
    """Asks for what the document's collection asks for, or else the first closed page that shows it.

    Raises Http404 where no page shows it.
    """
    for ask in hooks.get_hooks(_OF_COLLECTIONS):
        if answer := ask(file, request):
            return answer
    pages = shown_pages(pages_showing(type(file), [file.pk])[file.pk])
    for page in sorted(pages.values(), key=lambda page: page.path):
        for door in doors(page.path):
            if door.accept_request(request):
                continue
            if door.restriction_type == PageViewRestriction.PASSWORD:
                return redirect(Page.objects.get(pk=page.pk).get_url(request))  # which asks for it
            return require_wagtail_login(next=request.get_full_path())
    raise Http404
