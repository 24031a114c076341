"""Reads what browsers report of what the content security policy made them refuse. Pure.

Two shapes: CSP Level 2's ``report-uri`` (one report) and the Reporting API's ``report-to`` (a list of them).
"""

from __future__ import annotations

import json
import re
from typing import Any, NamedTuple
from urllib.parse import urlsplit

LONGEST = 200  # characters of an address that are kept
MOST = 20  # reports of one request
_DIRECTIVE = re.compile(r"[a-z-]{1,40}")
_STRANGE = re.compile(r"[\x00-\x20\x7f-\x9f\ud800-\udfff]")


class Report(NamedTuple):
    directive: str  # "script-src-elem"
    blocked: str  # what was refused: an address without its query, "inline", "eval", or a scheme such as "data"
    path: str  # of the page, without its query


def reports(body: bytes, host: str) -> list[Report]:
    """What ``body`` reports of pages of ``host`` (with its port); nothing where it is no report or of another site."""
    try:
        sent = json.loads(body)
    except (ValueError, RecursionError):
        return []
    found = (_report(each, host) for each in (sent if isinstance(sent, list) else [sent])[:MOST])
    return [report for report in found if report]


def _report(sent: Any, host: str) -> Report | None:
    inner = sent.get("csp-report", sent.get("body")) if isinstance(sent, dict) else None
    if not isinstance(inner, dict):
        return None
    directive = _text(inner, "effective-directive", "effectiveDirective", "violated-directive").partition(" ")[0]
    page = _parts(_text(inner, "document-uri", "documentURL"))
    if page is None or page.netloc != host or not _DIRECTIVE.fullmatch(directive):
        return None
    return Report(directive, _without_query(_text(inner, "blocked-uri", "blockedURL")), _kept(page.path))


def _text(inner: dict[str, Any], *names: str) -> str:
    return next((inner[name] for name in names if isinstance(inner.get(name), str)), "")


def _parts(address: str) -> Any:
    try:
        return urlsplit(address)
    except ValueError:
        return None


def _without_query(address: str) -> str:
    """Only the scheme of what is no web address: a browser's extension, or data with whatever stands in them."""
    parts = _parts(address)
    if parts is None:
        return ""
    host = parts.netloc.rpartition("@")[2]
    return _kept(
        f"{parts.scheme}://{host}{parts.path}" if host and "http" in parts.scheme else parts.scheme or parts.path
    )


def _kept(text: str) -> str:
    return _STRANGE.sub("", text)[:LONGEST]
