"""publiccode.yml is what the standard, version 0.4, asks for, and the licence is the same wherever it is named.

https://github.com/publiccodeyml/publiccode.yml/blob/v0.4.0/docs/standard/schema.core.rst
"""

import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[1]
CODE = yaml.safe_load((ROOT / "publiccode.yml").read_text(encoding="utf-8"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
MANDATORY = {
    "publiccodeYmlVersion", "name", "url", "platforms", "categories", "developmentStatus", "softwareType",
    "description", "legal", "maintenance", "localisation",
}  # fmt: skip
OPTIONAL = {"dependsOn", "intendedAudience"}


def test_every_mandatory_key_is_there_and_no_unknown_one():
    assert set(CODE) == MANDATORY | OPTIONAL
    assert CODE["publiccodeYmlVersion"] == "0.4"
    assert CODE["developmentStatus"] in {"concept", "development", "beta", "stable", "obsolete"}
    assert CODE["softwareType"] == "standalone/web"


def test_maintenance_names_whom_its_type_asks_for():
    needed = {"none": set(), "internal": {"contacts"}, "community": {"contacts"}, "contract": {"contractors"}}
    assert set(CODE["maintenance"]) == {"type"} | needed[CODE["maintenance"]["type"]]


@pytest.mark.parametrize("language", ["sv", "en"])
def test_each_language_is_described_within_the_limits(language):
    text = CODE["description"][language]
    assert 0 < len(text["shortDescription"]) <= 150
    assert 150 <= len(text["longDescription"]) <= 10_000
    assert text["features"]
    assert language in CODE["localisation"]["availableLanguages"]


def test_the_licence_is_the_same_everywhere():
    assert CODE["legal"]["license"] == PROJECT["license"] == "EUPL-1.2"
    assert "## Licence\n\nEUPL-1.2" in (ROOT / "README.md").read_text(encoding="utf-8")
