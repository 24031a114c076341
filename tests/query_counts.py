"""How many queries a page costs, once what every page shares is warm (the site's row, content types)."""

from django.db import connection
from django.test.utils import CaptureQueriesContext


def queries_of(ask, *args, **kwargs):
    """The number of queries of ``ask(*args, **kwargs)``, a request that must succeed."""
    ask(*args, **kwargs)
    with CaptureQueriesContext(connection) as captured:
        response = ask(*args, **kwargs)
    assert response.status_code == 200
    return len(captured)
