import pytest

from search.misses.following import waiting
from tests.factories import make_network


@pytest.fixture(autouse=True)
def nothing_waits():
    waiting.take()
    yield
    waiting.take()


@pytest.fixture
def network(site):
    return make_network("Nätverket för vatten")
