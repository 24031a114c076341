from tests.networks.rights.conftest import as_central, as_editor, built_networks, two  # noqa: F401 - fixtures
