"""Backups of the whole site, and how to get it back (docs/backup.md).

A backup is a folder: the database, the uploaded files and a manifest with the checksum of each. Other rooms ask
``last``; the commands ``backup`` and ``restore`` use the rest.
"""

from .latest import Last, last

__all__ = ["Last", "last"]
