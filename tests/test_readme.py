"""README is complete: it names each command and each environment variable, with the default that the code has."""

import ast
import re
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[1]
README = re.sub(r"<!--.*?-->", "", (ROOT / "README.md").read_text(encoding="utf-8"), flags=re.DOTALL)
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
OUR_PACKAGES = ["gr_site", "search", "events", "networks"]
REQUIRED = "(required)"


class Variable(NamedTuple):
    name: str
    default: str | None  # as README writes it; None where the code computes it


def table(heading: str) -> list[list[str]]:
    """The cells of the table below a heading, without code marks and without its two head rows."""
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", README, re.MULTILINE | re.DOTALL)
    assert section, f"README has no section {heading!r}"
    rows = [line.strip("| ").split(" | ") for line in section[1].splitlines() if line.startswith("|")]
    return [[cell.strip(" `") for cell in row] for row in rows[2:]]


def default_of(call: ast.Call) -> str | None:
    given = [keyword.value for keyword in call.keywords if keyword.arg == "default"] or call.args[1:]
    if not given:
        return REQUIRED
    try:
        value = ast.literal_eval(given[0])
    except ValueError:
        return None
    return str(value) if value not in ("", [], None) else "(empty)"


def reads_environment(function: ast.expr) -> bool:
    """``env(...)``, ``env.bool(...)``, ``os.getenv(...)``, ``os.environ.get(...)`` and their like."""
    return ast.unparse(function).split(".")[0] == "env" or ast.unparse(function).startswith(
        ("os.environ", "os.getenv")
    )


def variables_in_python() -> set[Variable]:
    found = set()
    for path in [ROOT / "manage.py", *(file for package in OUR_PACKAGES for file in (ROOT / package).rglob("*.py"))]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "os.environ":
                found.add(Variable(ast.literal_eval(node.slice), REQUIRED))
            if isinstance(node, ast.Call) and node.args and reads_environment(node.func):
                found.add(Variable(ast.literal_eval(node.args[0]), default_of(node)))
    return found


def names_in_makefile() -> set[str]:
    given_to_make = re.findall(r"^([A-Z_]+) \?=", MAKEFILE, re.MULTILINE)
    return {*given_to_make, *re.findall(r"\$\$\{?([A-Z][A-Z_]+)", MAKEFILE)}


def commands() -> set[str]:
    targets = re.findall(r"^([a-z-]+):.*## ", MAKEFILE, re.MULTILINE)
    files = [path for package in OUR_PACKAGES for path in (ROOT / package).glob("management/commands/[!_]*.py")]
    return {f"make {name}" for name in targets} | {f"manage.py {path.stem}" for path in files}


def test_every_environment_variable_is_listed():
    listed = [row[0] for row in table("Environment variables")]
    assert listed == sorted(set(listed))
    assert set(listed) == {variable.name for variable in variables_in_python()} | names_in_makefile()


def test_listed_defaults_are_those_of_the_code():
    listed = {name: default for name, _, default in table("Environment variables")}
    fixed = {variable for variable in variables_in_python() if variable.default is not None}
    assert {(name, listed[name]) for name, _ in fixed} <= fixed


def test_every_command_is_listed_with_what_it_does():
    rows = table("Commands")
    assert {" ".join(command.split()[:2]) for command, _ in rows} == commands()
    assert all(meaning for _, meaning in rows)


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "pyproject.toml"])
def test_the_import_sentence_is_the_same_everywhere(name):
    assert "gr_site -> search -> events -> networks" in (ROOT / name).read_text(encoding="utf-8")


def test_links_and_pictures_lead_to_files():
    targets = re.findall(r"\]\((?!https?://|#)([^)#]+)", README)
    assert "CONTRIBUTING.md" in targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
