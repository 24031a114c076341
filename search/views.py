"""The page of results, the suggestions below the search box, and the description for browsers."""

from django.core.paginator import Paginator
from django.http import JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from networks.translation import shown_language

from .analysis.operators import with_inner_quotes
from .finding.arranged import arranged
from .finding.explained import explained
from .finding.facet_links import address, chosen_days, facets, kept, meetings_of, orders, without
from .finding.finder import find
from .finding.form import SearchForm
from .finding.hits import hits
from .finding.known import known
from .finding.next_meeting import answer
from .finding.promoted import promoted
from .finding.suggestions import suggestions
from .finding.told import told
from .misses.counting import note_missed
from .misses.following import note_found
from .misses.visitors import is_visitor
from .models.choices import HitKind

PER_PAGE = 20
FACET_PARAMETERS = ("typ", "period", "fran", "till", "omrade", "kommun", "form", "plats", "lage", "natverk")


@require_safe
def results(request):
    """The page of results. For a bad value the form shows a message and the search ignores the value."""
    language, today = shown_language(), timezone.localdate()
    index = known(language)
    form = SearchForm(request.GET or None, known=index)
    valid = form.is_valid()
    text = form.value("q")
    context = {"form": form, "query": with_inner_quotes(text), "invalid": bool(form.errors), "known": index}
    if not text:
        context["unsearched"] = kept(form, *FACET_PARAMETERS, "ordning")
    if text:
        context |= _results(request, form, language, today, index)
        answered = context["count"] or context["explained"] or context["answer"]
        if valid and set(form.parameters()) == {"q"} and is_visitor(request):
            _note(text, today, answered=answered, context=context)
    return render(request, "search/search.html", context)


def _note(text, today, *, answered, context):
    """Count a search that found nothing, or only a guess, and on the first page one that found something."""
    if not answered or context["guessed"]:
        note_missed(text, today, guessed=context["guessed"])
    elif context["count"] and context["pages"].number == 1:
        note_found(text)


def _results(request, form, language, today, index):
    found = find(
        form.value("q"), language=language, today=today, index=index,
        chosen=form.chosen(index), days=form.days, order=form.value("ordning"),
    )  # fmt: skip
    pages = Paginator(arranged(found, form), PER_PAGE).get_page(request.GET.get("sida"))
    groups = hits(
        list(pages), found, today=today, language=language, request=request, all_of=meetings_of(form, index)
    )  # fmt: skip
    shown_facets, days = facets(form, found), chosen_days(form)
    shown = [hit for group in groups for hit in [group, *group.meetings]]
    return {
        "groups": groups,
        # Every hit on the page, in the order in which they are read.
        "results": shown,
        "pages": pages,
        "count": found.total,
        "facets": shown_facets,
        "chosen_days": days,
        "made": bool(days) or any(facet.chosen for facet in shown_facets),
        "orders": orders(form),
        "kept": kept(form, "q", "ordning", "natverk"),
        "narrowed": any(form.parameters().get(name) for name in FACET_PARAMETERS),
        "anew": without(form, *FACET_PARAMETERS),
        "explained": explained(form.value("q"), index.terms) if pages.number == 1 else [],
        "promoted": promoted(form.value("q"), language, request) if pages.number == 1 else [],
        "guessed": found.guessed,
        "told": told(found, shown),
        "answer": answer(found, language=language, request=request) if pages.number == 1 else None,
        "parameters": address(form).removeprefix("?"),
    }


@require_safe
def suggest(request):
    """``{"suggestions": [{"title", "kind", "url"}]}`` for what has been typed so far; empty for invalid text."""
    form = SearchForm(request.GET or None)
    form.is_valid()
    language, today = shown_language(), timezone.localdate()
    # The boxes that look for a network ask for networks only.
    kind = HitKind.NETWORK if HitKind.NETWORK in form.value("typ") else ""
    found = suggestions(form.value("q"), language=language, today=today, request=request, kind=kind)
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
