from .traces import traces  # noqa: F401 - a fixture
