"""The site with an Elasticsearch of its own, in which each test has an index of its own."""

import pytest
from django.utils.crypto import get_random_string

from search.elasticsearch.backend import NAME, site_backend
from search.elasticsearch.queue import WRITING
from search.elasticsearch.rebuild import rebuild


@pytest.fixture
def elasticsearch(settings, elasticsearch_node):
    """The site's backend; its index is there, and empty."""
    configure(settings, elasticsearch_node.url)
    yield site_backend()


def configure(settings, url):
    settings.WAGTAILSEARCH_BACKENDS = {
        **settings.WAGTAILSEARCH_BACKENDS,
        NAME: {
            "BACKEND": "search.elasticsearch.backend",
            "URLS": [url],
            "INDEX_PREFIX": get_random_string(8).lower(),
            "TIMEOUT": 10,
            "OPTIONS": {"max_retries": 0},
        },
    }
    WRITING.reset()


@pytest.fixture
def index(db, elasticsearch):
    """The backend with an index built from the rows there are."""
    rebuild()
    return elasticsearch
