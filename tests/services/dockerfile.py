"""What ``Dockerfile`` says. No container engine is needed to read it."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")


def instructions(name: str, stage: str = DOCKERFILE) -> list[str]:
    """What stands after each ``name``: ``instructions("USER")`` is ``["site"]``."""
    return re.findall(rf"^{name} (.+)$", stage, re.MULTILINE)


def stage(name: str) -> str:
    """The lines of the stage that is called so."""
    found = re.search(rf"^FROM \S+ AS {name}\n(.*?)(?=^FROM |\Z)", DOCKERFILE, re.MULTILINE | re.DOTALL)
    return found[1]


def server_command() -> list[str]:
    """The web server with its options, without the folder that the image has it in."""
    return json.loads(instructions("CMD")[-1])
