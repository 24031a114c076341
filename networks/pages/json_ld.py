"""Writes a page's structured data (JSON-LD 1.1) as an HTML element."""

import json

from django.utils.safestring import mark_safe

# JSON reads these escapes as the letters they stand for, and HTML finds no end tag in them (WHATWG HTML, 4.12.1.3).
_ESCAPED = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}


def script(data):
    """``data`` (JSON values; texts may be lazy or safe) in an element that no browser executes.

    A content security policy governs scripts. It does not apply to this element, which is a data block.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above
