"""The site with an Elasticsearch of its own, in which each test has an index of its own."""

import pytest
from django.utils.crypto import get_random_string

from search.elasticsearch import queue, source
from search.elasticsearch.rebuild import rebuild
from search.elasticsearch.site import NAME, site_backend

PATIENCE = 30.0  # seconds


@pytest.fixture
def elasticsearch(settings, monkeypatch, elasticsearch_node):
    """The site's backend. A busy machine may take its time: a test that means a time-out sets it."""
    configure(settings, elasticsearch_node.url)
    monkeypatch.setattr(queue, "SECONDS", PATIENCE)
    monkeypatch.setattr(source, "SECONDS", PATIENCE)
    yield site_backend()


def configure(settings, url):
    settings.WAGTAILSEARCH_BACKENDS = {
        **settings.WAGTAILSEARCH_BACKENDS,
        NAME: {
            "BACKEND": "search.elasticsearch.backend",
            "URLS": [url],
            "INDEX_PREFIX": get_random_string(8).lower(),
            "TIMEOUT": PATIENCE,
            "OPTIONS": {"max_retries": 0},
        },
    }
    for breaker in (source.SEARCHING, queue.WRITING):
        breaker.reset()


@pytest.fixture
def index(db, elasticsearch):
    """The backend with an index built from the rows there are."""
    rebuild()
    return elasticsearch
