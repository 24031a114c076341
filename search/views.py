"""Search over networks, meetings and pages, with Wagtail's database backend."""

from django.core.paginator import Paginator
from django.shortcuts import render
from wagtail.models import Locale, Page

from events.models import EventPage
from networks.models import NetworkPage
from networks.restrictions import restricted_paths

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
        "results": describe(list(pages)),
        "pages": pages,
        "count": pages.paginator.count,
        "invalid": bool(form.errors),
    }
    return render(request, "search/search.html", context)


def _found(query):
    if not query:
        return Page.objects.none()
    public = Page.objects.live().filter(locale=Locale.get_active(), depth__gt=1).exclude(restricted_paths())
    of_hidden_networks = EventPage.objects.filter(network__live=False).values("pk")
    return public.exclude(pk__in=of_hidden_networks).specific().search(query)


def describe(pages):
    """Results as the template shows them: the page, what sort of page it is, and a line of its text."""
    networks = NetworkPage.objects.in_bulk({page.network_id for page in pages if isinstance(page, EventPage)} - {None})
    return [_described(page, networks) for page in pages]


def _described(page, networks):
    kind = page.get_kind_display() if isinstance(page, NetworkPage) else page._meta.verbose_name.capitalize()
    if isinstance(page, EventPage) and page.network_id:
        kind = f"{kind} · {networks[page.network_id].title}"
    return {"page": page, "type": kind, "text": getattr(page, "introduction", "") or page.search_description}
