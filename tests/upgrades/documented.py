"""The document that says where we lean on the insides of other packages."""

from pathlib import Path

DOCUMENT = (Path(__file__).parents[2] / "docs" / "leaning-on-wagtail.md").read_text(encoding="utf-8")
