"""Compares a backup with its manifest."""

from . import copying
from .refusal import Refused

SHOWN = 3  # faults to name; the rest are counted


def faults(folder, manifest):
    """A line for each file that is missing or not what was written."""
    found = (_fault(folder / name, name, file) for name, file in manifest.files.items())
    return [fault for fault in found if fault]


def require_whole(folder, manifest):
    """Raises Refused unless each file is there with the bytes that were written."""
    if found := faults(folder, manifest):
        more = f" och {len(found) - SHOWN} till" if len(found) > SHOWN else ""
        raise Refused(f"Kopian är skadad: {', '.join(found[:SHOWN])}{more}. Ta en annan kopia.")


def has_all(folder, manifest):
    """Whether each file is there and as long as it was: quickly, without reading them."""
    try:
        return all((folder / name).stat().st_size == file.size for name, file in manifest.files.items())
    except OSError:
        return False


def _fault(path, name, file):
    try:
        there = copying.described(path)
    except OSError as fault:
        return f"{name} saknas" if isinstance(fault, FileNotFoundError) else f"{name} kan inte läsas"
    return None if (there.size, there.sha256) == (file.size, file.sha256) else f"{name} är ändrad"
