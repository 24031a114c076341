"""The readers, each of which every test of this folder is run with, and the demo site that they read."""

import pytest
from django.test import override_settings

from tests.gr_site.conftest import built_demo, demo_site  # noqa: F401 - fixtures

from .readers import READERS


@pytest.fixture(scope="session", autouse=True)
def static_files():
    """As tests/conftest.py does for each test; feeds are fetched and a server starts before any."""
    with override_settings(WHITENOISE_AUTOREFRESH=True):
        yield


@pytest.fixture(scope="module", params=READERS, ids=lambda reader: reader.name)
def reader(request):
    """One of the four. A reader that is not installed is a failure and never skipped: see CONTRIBUTING."""
    if reason := request.param.why_not():
        pytest.fail(f"{request.param.name} does not run. Install: {request.param.install}\n{reason}", pytrace=False)
    return request.param


@pytest.fixture
def read(reader, tmp_path):
    """A function from the bytes of a calendar to what the reader finds in it."""

    def of(body):
        path = tmp_path / "calendar.ics"
        path.write_bytes(body)
        return reader.read([path])[0]

    return of
