import sys

from django.http import HttpResponse, HttpResponseServerError
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils import timezone

from networks.translation import shown_language
from search.finding.suggestions import suggestions

from .lost_address import words_of
from .unavailable import RETRY_AFTER, is_unavailable

MOST = 5
# Where programs ask, which have no use for a page.
FOR_PROGRAMS = ("/ics/", "/atom/")


def not_found(request, exception):
    """A 404 page that suggests what the visitor may have looked for, by searching for the words of the address."""
    words = words_of(request.path)
    near = (
        suggestions(words, language=shown_language(), today=timezone.localdate(), request=request)[:MOST]
        if words
        else []
    )
    response = render(request, "404.html", {"words": words, "near": near}, status=404)
    response["Cache-Control"] = "no-store"  # what is published or opened later is there at once
    return response


def server_error(request):
    """503 where the database is away or busy, so that programs ask again and keep what they have; else 500.

    The page of a 500 has the request's number, which leads whoever reads the log to the cause.
    """
    if not is_unavailable(sys.exc_info()[1]):
        number = getattr(request, "number", "")
        return HttpResponseServerError(render_to_string("500.html", {"number": number}))
    if request.path_info.startswith(FOR_PROGRAMS):
        response = HttpResponse("The calendar is away for a moment.\n", status=503, content_type="text/plain")
    else:
        response = HttpResponse(render_to_string("503.html"), status=503)
    response["Retry-After"], response["Cache-Control"] = RETRY_AFTER, "no-store"
    return response
