"""A real Chromium, for the tests that need what only a browser shows."""

import os

import pytest
from django.db import connection

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")


@pytest.fixture(scope="session")
def browser():
    from playwright.sync_api import sync_playwright  # slow to import, and most tests do without

    # Playwright keeps an event loop running in this thread, which Django takes for an asynchronous context.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    contents = getattr(connection, "_test_serialized_contents", None)
    with sync_playwright() as playwright:
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        if contents:  # from here on Django has a connection of its own, which does not know them
            connection._test_serialized_contents = contents
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()
    if before is None:
        del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]
