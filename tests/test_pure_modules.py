"""Purity is stated twice, for two tools: one types the pure modules, the other keeps Django out of them."""

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]
PURE = "The pure modules know neither Django nor Wagtail"


def test_both_tools_have_the_same_modules():
    [contract] = [found for found in TOOLS["importlinter"]["contracts"] if found["name"] == PURE]
    typed = [path.removesuffix(".py").replace("/", ".") for path in TOOLS["mypy"]["files"]]
    assert typed == contract["source_modules"]


def test_each_is_a_file_or_a_folder():
    assert [path for path in TOOLS["mypy"]["files"] if not (ROOT / path).exists()] == []
