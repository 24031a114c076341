"""Search over networks, meetings and pages, with Wagtail's database backend."""

from django.core.paginator import Paginator
from django.shortcuts import render
from wagtail.models import Locale, Page

from events.models import EventPage
from networks.models import NetworkPage
from networks.querysets import restricted_paths

from .forms import SearchForm

PER_PAGE = 20


def results(request):
    """The page of results for ``q``; a bad value shows the form with its message."""
    form = SearchForm(request.GET or None)
    query = form.cleaned_data["q"] if form.is_valid() else ""
    pages = Paginator(_found(query), PER_PAGE).get_page(request.GET.get("sida"))
    context = {
        "form": form,
        "query": query,
        "results": [describe(page.specific) for page in pages],
        "pages": pages,
        "count": pages.paginator.count,
        "invalid": bool(form.errors),
    }
    return render(request, "search/search.html", context)


def _found(query):
    if not query:
        return Page.objects.none()
    public = Page.objects.live().filter(locale=Locale.get_active(), depth__gt=1).exclude(restricted_paths())
    return public.search(query)


def describe(page):
    """A result as the template shows it: the page, what sort of page it is, and a line of its text."""
    kind = page.get_kind_display() if isinstance(page, NetworkPage) else page._meta.verbose_name.capitalize()
    if isinstance(page, EventPage) and page.network:
        kind = f"{kind} · {page.network.title}"
    return {"page": page, "type": kind, "text": getattr(page, "introduction", "") or page.search_description}
