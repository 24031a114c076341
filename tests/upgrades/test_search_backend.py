"""What ``search.elasticsearch`` needs of Wagtail's backend for Elasticsearch, which is modelsearch's."""

import pytest
from wagtail.search.backends.elasticsearch9 import SearchBackend as WagtailBackend

from search.models import Findable

SETTINGS = {"URLS": ["http://localhost:9"], "INDEX_PREFIX": "prov_", "TIMEOUT": 1}


@pytest.fixture(scope="module")
def backend():
    """Wagtail's own. It connects when it is asked for something, and here it is not."""
    return WagtailBackend(dict(SETTINGS))


@pytest.fixture(scope="module")
def mapping(backend):
    return backend.mapping_class(Findable)


def test_the_backend_has_the_classes_that_ours_replace(backend):
    assert {"mapping_class", "index_class", "rebuilder_class"} <= set(dir(backend))


def test_one_alias_holds_all_rows_of_the_model(backend):
    assert backend.get_index_for_model(Findable).name == "prov_search_findable"


def test_an_index_is_told_of_rows_by_these_methods(backend):
    told = ("add_item", "add_items", "delete_item")
    assert [name for name in told if not callable(getattr(backend.index_class, name, None))] == []


def test_a_field_is_mapped_under_a_name_with_a_type(mapping):
    names = {type(field).__name__: mapping.get_field_mapping(field)[0] for field in Findable.search_fields}
    assert names.keys() == {"FilterField", "SearchField"}
    kinds = [mapping.get_field_mapping(field)[1]["type"] for field in Findable.search_fields]
    assert all(isinstance(kind, str) for kind in kinds)


def test_names_end_with_the_kind_of_field(mapping):
    """Our queries ask by these names: title, language_filter."""
    asked = {"title", "language_filter", "kind_filter"}
    assert asked - mapping.get_mapping()["properties"].keys() == set()


def test_what_we_take_out_of_the_mapping_is_called_as_before(mapping):
    common = {name for name in mapping.get_mapping()["properties"] if name.startswith("_")}
    assert {name for name in common if not name.startswith(("_all_text", "_edgengrams", "_django"))} == set()
    assert any(name.startswith("_all_text") for name in common)
    assert "_edgengrams" in common
