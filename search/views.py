"""The page of results, the suggestions below the search box, and the description for browsers."""

from urllib.parse import urlencode

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from networks.translation import shown_language

from .finding.explained import explained
from .finding.facet_links import facets, orders, without
from .finding.finder import find
from .finding.form import SearchForm
from .finding.hits import hits
from .finding.known import known
from .finding.promoted import promoted
from .finding.suggestions import suggestions
from .finding.told import told
from .misses.counting import note_missed

PER_PAGE = 20
FACET_PARAMETERS = ("typ", "period", "omrade", "kommun")


@require_safe
def results(request):
    """The page of results. For a bad value the form shows a message and the search ignores the value."""
    language, today = shown_language(), timezone.localdate()
    form = SearchForm(request.GET or None)
    valid = form.is_valid()
    text, index = form.value("q"), known(language)
    context = {"form": form, "query": text, "invalid": bool(form.errors), "known": index}
    if text:
        context |= _results(request, form, language, today, index)
        answered = context["count"] or context["explained"]
        if valid and not answered and set(form.parameters()) == {"q"}:
            note_missed(text, today)
    return render(request, "search/search.html", context)


def _results(request, form, language, today, index):
    found = find(
        form.value("q"), language=language, today=today, index=index,
        chosen=form.chosen(index), order=form.value("ordning"),
    )  # fmt: skip
    pages = Paginator(found.answers, PER_PAGE).get_page(request.GET.get("sida"))
    shown = hits(list(pages), found, today=today, language=language, request=request)
    return {
        "results": shown,
        "pages": pages,
        "count": found.total,
        "facets": facets(form, found),
        "orders": orders(form),
        "narrowed": any(form.value(name) for name in FACET_PARAMETERS),
        "anew": without(form, *FACET_PARAMETERS),
        "explained": explained(form.value("q"), index.terms) if pages.number == 1 else [],
        "promoted": promoted(form.value("q"), language, request) if pages.number == 1 else [],
        "guessed": found.guessed,
        "told": told(found, shown),
        "parameters": urlencode(form.parameters()),
    }


@require_safe
def suggest(request):
    """``{"suggestions": [{"title", "kind", "url"}]}`` for what has been typed so far; empty for invalid text."""
    form = SearchForm(request.GET or None)
    form.is_valid()
    language, today = shown_language(), timezone.localdate()
    found = suggestions(form.value("q"), language=language, today=today, request=request)
    response = JsonResponse({"suggestions": found})
    response["Cache-Control"] = "no-cache"
    return response


@require_safe
def description(request):
    """The OpenSearch description document (opensearch.org, version 1.1)."""
    return render(
        request, "search/opensearch.xml", {"base": request.build_absolute_uri("/").rstrip("/")},
        content_type="application/opensearchdescription+xml",
    )  # fmt: skip
