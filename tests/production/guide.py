"""docs/operations.md as something to follow: its blocks of code, in the order in which they stand."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]


def section(heading: str, page: str = "operations.md") -> str:
    """What stands below ``heading`` until the next of its level or a higher one. One # is a comment in a block."""
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    level = "#" * (len(heading) - len(heading.lstrip("#")))
    found = re.search(rf"^{re.escape(heading)}\n(.*?)(?=^#{{2,{len(level)}}} |\Z)", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise LookupError(f"{page} has no {heading}")
    return found[1]


def commands(text: str) -> list[str]:
    """The blocks for a shell, each as it would be pasted into one."""
    return [_flush(block) for block in re.findall(r"^( *```sh\n.*?)^ *```$", text, re.MULTILINE | re.DOTALL)]


def unit(text: str, name: str) -> dict[str, str]:
    """The settings of systemd's unit that is written into the file ``name``."""
    found = re.search(rf"`[^`]*/{re.escape(name)}`:?\n\n```ini\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    if found is None:
        raise LookupError(f"The guide writes no {name}")
    lines = re.sub(r"\\\n\s*", "", found[1]).splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))


def _flush(block: str) -> str:
    """Without the fence, and without what it is set in by where it belongs to a point of a list."""
    first, *lines = block.splitlines()
    margin = len(first) - len(first.lstrip())
    return "\n".join(line[margin:] for line in lines)
