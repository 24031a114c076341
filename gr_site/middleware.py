"""Middleware for policies, refused methods, fast feeds and moved pages, and for hiding test copies."""

import logging
from urllib.parse import urlsplit

from csp.middleware import CSPMiddleware
from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.core.paginator import InvalidPage
from django.core.signing import BadSignature
from django.http import Http404, HttpResponseNotAllowed, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.urls import NoReverseMatch, Resolver404, resolve
from django.utils.datastructures import MultiValueDictKeyError
from django.views.defaults import bad_request
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.views import serve as serve_page

from networks.files.answers import for_nobody_else
from networks.showing.pages import may_be_led_to, shown_pages
from networks.translation import address, lend_words, shown_language

from .policies.headers import ADMIN, headers, headers_of_part, is_part, reporting

logger = logging.getLogger(__name__)


class KnownMethods:
    """Refuses TRACE, TRACK and whatever is no method of the site's, at every address, before any view sees it.

    TRACE gives a request back with its cookies (RFC 9110, section 9.3.8), and Wagtail would answer it with a page.
    """

    METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request) if request.method in self.METHODS else HttpResponseNotAllowed(self.METHODS)


class IncompleteForms:
    """Answers 400 to a form sent without fields that every browser sends with it, and in the admin to a key in a query
    or a body that no row can have, no page of a list, no number of blocks, a text that no database can compare,
    something signed that we have not signed, or a way on that leads nowhere. Wagtail's views have no answer to these.
    The cause is logged, in case it is a fault of ours that only looks so."""

    NO_VALUE = (
        "expected a number but got",
        "invalid literal for int()",
        "Exceeds the limit (",  # Python reads no numbers of more than 4300 digits
        "cannot contain NUL",
    )

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        """Before the view does anything: it would lead on only after it has saved, and fail then."""
        if not request.path.startswith(ADMIN) or all(
            _leads_on(sent.get("next")) for sent in (request.GET, request.POST)
        ):
            return None
        return bad_request(request, ValueError("next"))

    def process_exception(self, request, exception):
        if not self._is_in_what_was_sent(request, exception):
            return None
        logger.warning("What was sent cannot be read.", exc_info=exception, extra={"request": request})
        return bad_request(request, exception)

    def _is_in_what_was_sent(self, request, exception):
        if isinstance(exception, MultiValueDictKeyError):
            return True
        no_value = isinstance(exception, ValueError) and any(words in str(exception) for words in self.NO_VALUE)
        nowhere = isinstance(exception, NoReverseMatch) and _names_what_was_sent(request, exception)
        # Wagtail fails while it words the error.
        signed = any(isinstance(each, BadSignature) for each in (exception, exception.__context__))
        too_large = isinstance(exception, OverflowError | InvalidPage)
        return request.path.startswith(ADMIN) and (no_value or nowhere or signed or too_large)


def _leads_on(address):
    """Whether Django's ``redirect`` takes it for an address, and not for the name of one."""
    return not address or "/" in address or "." in address


def _names_what_was_sent(request, exception):
    sent = [value for data in (request.GET, request.POST) for _, values in data.lists() for value in values]
    return any(repr(value) in str(exception) for value in sent if value)


class KnownKeys:
    """Answers 404 to a number in an address that no key of a row can be, for which databases have no answer."""

    LARGEST = 2**63 - 1  # of SQLite's integers; PostgreSQL's are smaller, and compared with larger ones

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if any(isinstance(value, int) and value > self.LARGEST for value in kwargs.values()):
            raise Http404


class NotIndexed:
    """Adds ``noindex`` to every response of a site that is not ``INDEXED``, including files and feeds.

    robots.txt only asks robots not to read. An address that another site links to may still be listed.
    """

    def __init__(self, get_response):
        if settings.INDEXED:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers["X-Robots-Tag"] = "noindex"
        return response


class Policies(CSPMiddleware):
    """Sends a content security policy and the headers beside it with every response: pages, files, feeds and errors.
    Parts of pages (styles, scripts, fonts, pictures) have none of their own: the page's holds for them.

    Public pages have ``CONTENT_SECURITY_POLICY``, which allows nothing inline. The admin has what Wagtail's rich text
    editor needs besides (see ``ADMIN_CONTENT_SECURITY_POLICY``). As the first middleware, it sees all responses.
    """

    def process_response(self, request, response):
        if is_part(request.path, response.headers.get("Content-Type", "")):
            for name, value in headers_of_part(request.path).items():
                response.headers.setdefault(name, value)
            return response
        response = super().process_response(request, response)
        _, needed = reporting(request.is_secure())
        for name, value in (headers(request.path) | needed).items():
            response.headers.setdefault(name, value)
        return response

    def get_policy_parts(self, request, response, report_only=False):
        parts = super().get_policy_parts(request, response, report_only)
        if request.path.startswith(ADMIN) and not report_only:
            parts.config = parts.config or settings.ADMIN_CONTENT_SECURITY_POLICY
        if not report_only:
            parts.update = (parts.update or {}) | reporting(request.is_secure())[0]
        return parts


class FeedsFirst:
    """Answers feeds before the middleware that only pages need. Feeds have no session, user, form or message, and
    their language follows from the address.

    Calendar programs ask several times a day for what is mostly unchanged, and that middleware took half of the
    response time. What feeds do need is done here: checking the host and setting Content-Length. Other addresses are
    passed on.
    """

    PREFIXES = ("/ics/", "/atom/")

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if not request.path_info.startswith(self.PREFIXES):
            return self.get_response(request)
        request.get_host()  # raises DisallowedHost, which gives 400, for an unknown host
        try:
            request.resolver_match = match = resolve(request.path_info)
        except Resolver404:
            return self.get_response(request)
        response = match.func(request, *match.args, **match.kwargs)
        if response.status_code != 304:
            response.headers.setdefault("Content-Length", str(len(response.content)))
        return response


class MovedPages(RedirectMiddleware):
    """Redirects from a page's earlier address to its current one, also below another language's prefix.

    Only for whoever may see that page: its address tells its title, and so would an address that leads to a log-in.
    For others the old address is as unknown as any.

    If a page was moved away and back, its own address is among the earlier ones. Once the page is unpublished, that
    redirect would loop for ever. And no redirect that somebody writes stands before an address of the site's own that
    only lacks its last slash, such as /admin.
    """

    def process_response(self, request, response):
        """Wagtail's own does not say which redirect it has found, so this takes all of its steps."""
        if response.status_code != 404 or _lacks_a_slash(request):
            return response
        moved = _moved(request)
        link = moved.link if moved and _may_follow(request, moved) else None
        if link is None:
            return response if moved else self._in_shown_language(request) or response
        if urlsplit(link).path == request.path:
            return response
        kind = HttpResponsePermanentRedirect if moved.is_permanent else HttpResponseRedirect
        return _kept_by_nobody_else(moved, kind(link))

    def _in_shown_language(self, request):
        path = request.path.removeprefix(f"/{shown_language()}")
        moved = get_redirect(request, Redirect.normalise_path(path)) if path != request.path else None
        if moved is None or moved.redirect_page is None or not _may_follow(request, moved):
            return None
        page = lend_words([moved.redirect_page])[0]
        there = address(page, request).rstrip("/") + (moved.redirect_page_route_path or "/")
        return _kept_by_nobody_else(moved, HttpResponsePermanentRedirect(there))


def _moved(request):
    """The redirect from what is asked for, with its query or else without; None if there is none."""
    path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
    without_query = urlsplit(path).path
    found = get_redirect(request, path)
    return get_redirect(request, without_query) if found is None and path != without_query else found


def _may_follow(request, moved):
    return moved.redirect_page_id is None or may_be_led_to(request, moved.redirect_page_id)


def _kept_by_nobody_else(moved, answer):
    """A browser keeps a permanent redirect. Where not every visitor may see the page, no cache may."""
    key = moved.redirect_page_id
    return for_nobody_else(answer) if key and shown_pages([key])[key].closed else answer


def _lacks_a_slash(request):
    """Whether CommonMiddleware will lead from here to an address of the site's own, which is no page."""
    if request.path_info.endswith("/"):
        return False
    try:
        return resolve(f"{request.path_info}/").func is not serve_page
    except Resolver404:
        return False
