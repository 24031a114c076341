"""Which release of the site this process runs."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FOLDERS = ("gr_site", "search", "events", "networks")
LIBRARIES = ("django", "wagtail")


@cache
def release() -> str:
    """A short text that is another when the code, Django or Wagtail is: two releases that run side by side during an
    upgrade read nothing that the other has kept."""
    digest = sha256("".join(version(name) for name in LIBRARIES).encode())
    for folder in FOLDERS:
        for path in sorted((ROOT / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
