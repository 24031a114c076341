"""What makes two files the same page, so that importing again updates instead of doubling."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from .bodies import body_key
from .page import LegacyPage

#: Sitevision's id of a page, kept through new names, domains and addresses: ``….5.2c9665f617704cb69f3134f0.html``.
_SITEVISION = re.compile(r"\.(\d{1,4}\.[0-9a-f]{10,40})(?=\.html|[/?#]|$)")
_LONGEST = 200


def import_key(page: LegacyPage) -> str:
    """The page's id in its address, else its address without scheme, "www." and query, else its title."""
    if found := _SITEVISION.search(page.source_url):
        return found[1]
    address = _address(page.source_url)
    return (address or f"titel:{body_key(page.title)}")[:_LONGEST]


def old_path(url: str) -> str:
    """The path of an old address, "" for the front page and for what is no address."""
    try:
        path = urlsplit(url).path.rstrip("/")
    except ValueError:
        return ""
    return path if path.startswith("/") else ""


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}" if parts.hostname else ""
