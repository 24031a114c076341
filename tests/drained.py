"""Reads files that the site sends."""


def drained(response):
    """``response``, read to its end as a browser does. To close one that streams before its end would close the test's
    connection to PostgreSQL as well."""
    response.getvalue()
    return response
