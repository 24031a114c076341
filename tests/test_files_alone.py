"""A test file passes alone: it gets what it shares from modules that are no tests, and changes nothing for others."""

import ast
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
FILES = sorted(TESTS.rglob("*.py"))


def imported(text: str) -> set[str]:
    """The last part of each module that is imported, and each name that is imported from a module."""
    found = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ImportFrom):
            found |= {(node.module or "").rpartition(".")[2], *(alias.name for alias in node.names)}
        elif isinstance(node, ast.Import):
            found |= {alias.name.rpartition(".")[2] for alias in node.names}
    return found


def from_tests(text: str) -> set[str]:
    modules = {path.stem for path in FILES if path.stem.startswith("test_")}
    return imported(text) & modules


@pytest.mark.parametrize("text", ["from .test_page import a", "from . import test_page", "import tests.x.test_page"])
def test_each_way_to_import_a_test_is_found(text):
    assert from_tests(text) == {"test_page"}


def test_nothing_is_imported_from_a_test():
    """Helpers live in ``tests/factories.py``, or in a module beside the tests that share them."""
    found = {str(path.relative_to(TESTS)): from_tests(path.read_text(encoding="utf-8")) for path in FILES}
    assert {path: names for path, names in found.items() if names} == {}


def test_hypothesis_is_set_up_in_one_place():
    """A profile loaded in a folder's ``conftest.py`` holds for all tests that are collected after it."""
    loaders = [
        path for path in FILES if "load_profile(" in path.read_text(encoding="utf-8") and path != Path(__file__)
    ]
    assert loaders == [TESTS / "conftest.py"]
