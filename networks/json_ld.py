"""Structured data of a page (JSON-LD 1.1) as an element of HTML."""

import json

from django.utils.safestring import mark_safe

# JSON reads these as the letters they stand for, and HTML finds no end of the element in them (WHATWG HTML, 4.12.1.3).
_ESCAPED = {ord(letter): f"\\u{ord(letter):04X}" for letter in "<>&\u2028\u2029"}


def script(data):
    """``data`` (JSON values, texts possibly lazy or safe) in an element that no browser executes.

    A content security policy lets it be: it governs scripts, and this is a block of data.
    """
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=str).translate(_ESCAPED)
    return mark_safe(f'<script type="application/ld+json">{text}</script>')  # noqa: S308 - escaped above
