"""The content security policy, strict for visitors and wide enough for Wagtail's admin; the short way to feeds; where
pages have moved; and what keeps a copy for trying things out away from search engines."""

from urllib.parse import urlsplit

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpResponsePermanentRedirect
from django.urls import Resolver404, resolve
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect

from networks.translation import address, lend_words, shown_language


class NotIndexed:
    """Says ``noindex`` with every answer of a site that is not ``INDEXED``, files and feeds among them.

    robots.txt only asks robots not to read: an address that another site links to may be listed all the same.
    """

    def __init__(self, get_response):
        if settings.INDEXED:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex"
        return response


class PublicContentSecurityPolicy(CSPMiddleware):
    """Sends the strict policy of ``CONTENT_SECURITY_POLICY`` on every page but those of the admin.

    Wagtail's page editor and wagtail-localize use inline scripts and styles, which ``default-src 'self'`` forbids.
    """

    ADMIN = "/admin/"

    def process_response(self, request, response):
        if request.path.startswith(self.ADMIN):
            return response
        return super().process_response(request, response)


class FeedsFirst:
    """Answers feeds before the middleware that only pages need: no session, user, form or message, and one language,
    that of the address.

    Calendar programs ask several times a day for what has mostly not changed, and half of that answer's time went to
    those. What feeds do need of them is done here: a host of the site, and the length of the body. An address that is
    no feed's goes the way of all others.
    """

    PREFIXES = ("/ics/", "/atom/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(self.PREFIXES):
            return self.get_response(request)
        request.get_host()  # DisallowedHost, and so 400, for another site's name
        try:
            request.resolver_match = match = resolve(request.path_info)
        except Resolver404:
            return self.get_response(request)
        response = match.func(request, *match.args, **match.kwargs)
        if response.status_code != 304:
            response.headers.setdefault("Content-Length", str(len(response.content)))
        return response


class MovedPages(RedirectMiddleware):
    """Leads from an earlier address of a page to the one it has now, below another language's prefix too.

    A page that has moved away and back has its own address among the earlier ones: when it is no longer published,
    that would lead to itself for ever.
    """

    def process_response(self, request, response):
        answer = super().process_response(request, response)
        if answer is not response:
            return response if urlsplit(answer["Location"]).path == request.path else answer
        return (self._in_shown_language(request) or response) if response.status_code == 404 else response

    def _in_shown_language(self, request):
        path = request.path.removeprefix(f"/{shown_language()}")
        moved = get_redirect(request, Redirect.normalise_path(path)) if path != request.path else None
        if moved is None or moved.redirect_page is None or not moved.redirect_page.live:
            return None
        page = lend_words([moved.redirect_page])[0]
        return HttpResponsePermanentRedirect(
            address(page, request).rstrip("/") + (moved.redirect_page_route_path or "/")
        )
