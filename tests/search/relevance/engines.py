"""The searches that are compared: each gives the keys of ``Findable`` that it finds for a query, best first."""

from django.conf import settings
from wagtail.models import Locale, Page

from search.elasticsearch.site import NAME
from search.finding.candidates import candidates, from_database
from search.finding.finder import find
from search.models import Findable

# Wagtail's own backend on the same node, with its own mapping, as a site has it that sets nothing.
STOCK = "stock"
SHOWN = 10


def backends(url):
    """The setting that puts ours and Wagtail's own backend beside the database's."""
    options = {"URLS": [url], "TIMEOUT": 60}
    return {
        **settings.WAGTAILSEARCH_BACKENDS,
        NAME: {"BACKEND": "search.elasticsearch.backend", "INDEX_PREFIX": "ours_", **options},
        STOCK: {"BACKEND": "wagtail.search.backends.elasticsearch9", "INDEX_PREFIX": "stock_", **options},
    }


def ours_on_database(judged, wanted, today):
    return _ours(judged, today, lambda query, language: (from_database(query, language), {}))


def ours_on_elasticsearch(judged, wanted, today):
    return _ours(judged, today, candidates)


def _ours(judged, today, source):
    answers = find(judged.query, language=judged.language, today=today, source=source).answers[:SHOWN]
    keys = dict(Findable.objects.filter(pk__in=[one.pk for one in answers]).values_list("pk", "key"))
    return [keys[one.pk] for one in answers]


def wagtail_on_database(judged, wanted, today):
    return _wagtail(judged, wanted, "default")


def wagtail_on_elasticsearch(judged, wanted, today):
    return _wagtail(judged, wanted, STOCK)


def _wagtail(judged, wanted, backend):
    """Wagtail finds pages, not meetings or documents: a page counts as the best wanted of what stands on it."""
    pages = Page.objects.live().filter(locale=Locale.objects.get(language_code=judged.language))
    found = pages.search(judged.query, backend=backend)[:SHOWN]
    return [_best(page.pk, wanted) for page in found]


def _best(page, wanted):
    keys = list(Findable.objects.filter(page=page).values_list("key", flat=True)) or [f"page {page}"]
    return max(keys, key=lambda key: wanted.get(key, 0))
