"""The searches that are compared: each gives an Answered for a judged query."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page

from search.elasticsearch.site import NAME
from search.finding.finder import find

from .judgements import Judged
from .shown import Shown, path

# Wagtail's own backend on the same node, with its own mapping, as a site has it that sets nothing.
STOCK = "stock"
SHOWN = 10
_GLOSSARIES = {"ordlista", "glossary"}


@dataclass(frozen=True)
class Answered:
    """``ranking``: addresses in the order in which they are read, each once. ``number``: of all that was found."""

    ranking: list[str]
    number: int
    guessed: bool = False


def backends(url: str) -> dict:
    """The setting that puts ours and Wagtail's own backend beside the database's."""
    options = {"URLS": [url], "TIMEOUT": 60}
    return {
        **settings.WAGTAILSEARCH_BACKENDS,
        NAME: {"BACKEND": "search.elasticsearch.backend", "INDEX_PREFIX": "ours_", **options},
        STOCK: {"BACKEND": "wagtail.search.backends.elasticsearch9", "INDEX_PREFIX": "stock_", **options},
    }


def ours(judged: Judged, wanted: Mapping[str, int], rows: Sequence[Shown], today) -> Answered:
    """The page of hits, as a visitor reads it, with the engine that the settings name."""
    context = page(judged).context
    hits = [path(hit.url) for hit in context.get("results", [])]
    picked = [path(pick["url"]) for pick in context.get("promoted", [])]
    number = context.get("count", 0) + len(context.get("explained", [])) + len(picked)
    ranking = [*picked, *_with_glossary(hits, wanted)] if context.get("explained") else [*picked, *hits]
    return Answered(list(dict.fromkeys(ranking)), number, guessed=_is_guess(judged, today))


def page(judged: Judged):
    """The response with the page of hits."""
    with override(judged.language):
        address = reverse("search:results")
    return Client().get(address, {"q": judged.query})


def _with_glossary(hits, wanted):
    """The glossary's answer stands above the hits and takes no hit's place: it counts where it is wanted."""
    glossary = [address for address in wanted if address.rstrip("/").rpartition("/")[2] in _GLOSSARIES]
    first = [address for address in glossary if wanted[address] == max(wanted.values())]
    return [*first, *hits[:1], *glossary, *hits[1:]]


def _is_guess(judged, today):
    """Whether the page says that what it shows is a guess. Asked only of what should find nothing."""
    if not judged.wants_nothing:
        return False
    return bool(getattr(find(judged.query, language=judged.language, today=today), "guessed", False))


def wagtail_on_database(judged, wanted, rows, today):
    return _wagtail(judged, wanted, rows, "default")


def wagtail_on_elasticsearch(judged, wanted, rows, today):
    return _wagtail(judged, wanted, rows, STOCK)


def _wagtail(judged, wanted, rows, backend):
    """Wagtail finds pages, not meetings or documents: a page counts as the best wanted of what stands on it."""
    pages = Page.objects.live().filter(locale=Locale.objects.get(language_code=judged.language))
    found = pages.search(judged.query, backend=backend)[:SHOWN]
    return Answered([_best(page.pk, wanted, rows) for page in found], len(found))


def _best(page, wanted, rows):
    addresses = [row.address for row in rows if page in row.pages] or [f"page {page}"]
    return max(addresses, key=lambda address: wanted.get(address, 0))
