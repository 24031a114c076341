"""Names with a leading underscore belong to whoever wrote them, and may go without notice. Those of other packages
that we use are listed here and in docs/leaning-on-wagtail.md; a new one fails until it is listed in both."""

import ast
import inspect
import re
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from tests.upgrades.documented import DOCUMENT

ROOT = Path(__file__).parents[2]
OURS = ("gr_site", "search", "events", "networks")
THEIRS = ("django", "wagtail", "modelcluster", "modelsearch", "treebeard", "wagtail_localize", "recurrence")
# Documented, underscore or not.
PUBLIC = {"_meta", "_state", "_default_manager", "_base_manager", "_replace", "_asdict", "_save"}

USED = {
    ("gr_site.access_log.accounts", "_password"),
    ("events.editing.occurrence_forms", "_construct_form"),
    ("networks.pages.known_parents", "_cached_parent_obj"),
    ("networks.pictures.receivers", "_committed"),
    ("networks.translation.language_queryset", "_chain"),
    ("networks.translation.language_queryset", "_clone"),
    ("networks.translation.language_queryset", "_fetch_all"),
    ("networks.translation.language_queryset", "_result_cache"),
}


@cache
def sources():
    """``{module name: parsed source}`` of all our modules but migrations and settings."""
    folders = [ROOT / package for package in OURS]
    paths = (
        path for folder in folders for path in folder.rglob("*.py") if not {"migrations", "settings"} & {*path.parts}
    )
    names = {path: ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__") for path in paths}
    return {name: ast.parse(path.read_text(encoding="utf-8")) for path, name in names.items()}


@cache
def their_names():
    """Every private name in the source of the packages that we lean on."""
    folders = [Path(find_spec(package).origin).parent for package in THEIRS]
    files = (path for folder in folders for path in folder.rglob("*.py") if "tests" not in path.parts)
    return {name for path in files for name in re.findall(r"\b_[a-z]\w+", path.read_text(encoding="utf-8"))}


@cache
def our_names():
    """Every name that a function, a class or ``self`` gets in our own source."""
    nodes = [node for tree in sources().values() for node in ast.walk(tree)]
    functions = {node.name for node in nodes if isinstance(node, ast.FunctionDef)}
    variables = {node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    stored = (node for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store))
    return functions | variables | {node.attr for node in stored if ast.unparse(node.value) == "self"}


@cache
def names_of_others():
    return their_names() - our_names()


def is_private(name):
    return name.startswith("_") and not name.endswith("_") and name not in PUBLIC


def reached_for(tree):
    """Private names of other packages that are read, set, called or imported."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in names_of_others():
            yield node.attr
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module.startswith(THEIRS):
            yield from (alias.name for alias in node.names)


def overridden(module):
    """Private methods of other packages' classes that our classes replace."""
    for _, ours in inspect.getmembers(import_module(module), inspect.isclass):
        if ours.__module__ == module:
            bases = [base for base in ours.__mro__ if base.__module__.startswith(THEIRS)]
            own = (name for name, value in vars(ours).items() if inspect.isfunction(value))
            yield from (name for name in own if any(name in vars(base) for base in bases))


def test_every_private_name_of_another_package_is_known():
    """A name that is new here belongs in the table, too: what it is needed for, and what to do at an upgrade."""
    names = {
        (module, name) for module, tree in sources().items() for name in [*reached_for(tree), *overridden(module)]
    }
    assert {(module, name) for module, name in names if is_private(name)} == USED


def test_each_is_explained():
    assert [name for _, name in sorted(USED) if f"`{name}`" not in DOCUMENT] == []
