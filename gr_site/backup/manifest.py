"""What is in a backup: ``manifest.json``, with its own checksum beside it as ``sha256sum --check`` reads it.

The checksum is not a signature. It finds damage, not somebody who means harm.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from .refusal import Refused

NAME, CHECKSUM = "manifest.json", "manifest.json.sha256"
FORM = 1  # raised when an older restore could not read what a newer backup writes


@dataclass(frozen=True)
class File:
    sha256: str
    size: int  # bytes
    changed: int  # nanoseconds since 1970: the ETag of a picture is made of it


@dataclass(frozen=True)
class Manifest:
    """``files`` by their path in the backup, with / between folders. ``migrations``: ``app.name`` of each applied."""

    made: datetime
    engine: str  # Django's word: sqlite or postgresql
    versions: dict[str, str]
    migrations: list[str]
    files: dict[str, File]

    @property
    def size(self) -> int:
        return sum(file.size for file in self.files.values())


def write(folder: Path, manifest: Manifest) -> None:
    fields = asdict(manifest) | {"form": FORM, "made": manifest.made.isoformat()}
    content = json.dumps(fields, indent=1).encode()
    (folder / NAME).write_bytes(content)
    (folder / CHECKSUM).write_text(f"{hashlib.sha256(content).hexdigest()}  {NAME}\n", encoding="ascii")


def read(folder: Path) -> Manifest:
    """Raises Refused where ``folder`` is no whole backup, or the manifest is not what was written."""
    try:
        content, checksum = (folder / NAME).read_bytes(), (folder / CHECKSUM).read_bytes()
    except (FileNotFoundError, NotADirectoryError) as fault:
        raise Refused(f"{folder} är ingen hel säkerhetskopia: {NAME} eller {CHECKSUM} saknas.") from fault
    if checksum.split()[:1] != [hashlib.sha256(content).hexdigest().encode()]:
        raise Refused(f"{folder / NAME} är skadad: den stämmer inte med {CHECKSUM}. Ta en annan kopia.")
    return _parsed(json.loads(content))


def _parsed(fields: dict[str, object]) -> Manifest:
    if fields.pop("form") != FORM:
        raise Refused("Kopian är skriven av en nyare version av webbplatsen. Återställ med den versionen.")
    files = {name: File(**file) for name, file in fields.pop("files").items()}  # type: ignore[attr-defined]
    if any(PurePosixPath(name).is_absolute() or ".." in PurePosixPath(name).parts for name in files):
        raise Refused("Kopian har filer utanför sin egen mapp. Ta en annan kopia.")
    made = datetime.fromisoformat(str(fields.pop("made")))
    return Manifest(made=made, files=files, **fields)  # type: ignore[arg-type]
