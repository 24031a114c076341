from django.shortcuts import render
from django.utils import timezone

from networks.translation import shown_language
from search.finding.suggestions import suggestions

from .lost_address import words_of

MOST = 5


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
