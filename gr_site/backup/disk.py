"""Whether what is to be written has room."""

import shutil

from django.template.defaultfilters import filesizeformat

from .refusal import Refused

SPARE = 50 * 1024 * 1024  # bytes to leave for others, and for what grows meanwhile


def need(folder, size):
    """Raises Refused if the disk of ``folder`` has no room for ``size`` bytes."""
    free = shutil.disk_usage(folder).free
    if free < size + SPARE:
        wanted, there = filesizeformat(size + SPARE), filesizeformat(free)
        raise Refused(f"Disken räcker inte: {wanted} behövs i {folder} och {there} är ledigt.")
