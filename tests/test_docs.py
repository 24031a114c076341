"""The documentation points at what exists."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("**/*.md")])
PACKAGES = "gr_site|search|events|networks|tests|docs"
# `events/days/zone.py`, `search/misses`, `tests/events/feeds/`: in code marks, with nothing left out
PATH = re.compile(rf"`((?:{PACKAGES})/[\w/.-]+)`")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_each_file_and_page_that_is_named_exists(page):
    text = page.read_text(encoding="utf-8")
    missing = [name for name in PATH.findall(text) if not (ROOT / name).exists()]
    missing += [link for link in LINK.findall(text) if not (page.parent / link).exists()]
    assert missing == []


OFFERED = re.compile(r'get_hooks\("(\w+)"\)|^(\w+) = Signal\(\)', re.MULTILINE)


def test_each_hook_and_signal_that_we_offer_is_described():
    modules = [
        path for package in ("networks", "events", "search", "gr_site") for path in ROOT.glob(f"{package}/**/*.py")
    ]
    offered = {name for path in modules for pair in OFFERED.findall(path.read_text(encoding="utf-8")) for name in pair}
    described = (ROOT / "docs" / "hooks.md").read_text(encoding="utf-8")
    assert {name for name in offered - {""} if name not in described} == set()
