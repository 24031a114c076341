"""A feed's address as a QR code (ISO/IEC 18004). Drawn here, so that no other host learns the address."""

from io import BytesIO

import segno
from django.http import HttpResponse
from django.urls import Resolver404, resolve
from django.utils import translation
from django.views.decorators.http import require_safe

from ..ical.subscription import Subscription
from ..selection.addresses import selection_query
from .feed_language import asked_language, in_shown_language
from .views import no_such_feed

DAY = 24 * 60 * 60


@require_safe
def picture(request, feed):
    """An SVG of the subscription to ``/ics/{feed}.ics``; 404 if no feed has that address or it is too long."""
    address = feed_address(request, feed)
    if address is None or not (to := Subscription(address, "")).has_picture:
        return no_such_feed(request)
    response = HttpResponse(svg(to.webcal), content_type="image/svg+xml")
    response["Cache-Control"] = f"public, max-age={DAY}"
    return response


def feed_address(request, feed):
    """The feed's absolute address; None if there is no such kind of feed."""
    path = request.path.removesuffix(".svg") + ".ics"
    try:
        if resolve(path).func is no_such_feed:
            return None
    except Resolver404:
        return None
    query = selection_query(request.GET)
    with translation.override(asked_language(request)):
        return request.build_absolute_uri(in_shown_language(path + (f"?{query}" if query else "")))


def svg(text):
    """The code with its quiet zone of four modules. Black on white also in dark mode; no style attribute."""
    written = BytesIO()
    code = segno.make(text, micro=False, error="m")
    code.save(written, kind="svg", scale=4, light="#fff", svgclass=None, lineclass=None)
    return written.getvalue()
