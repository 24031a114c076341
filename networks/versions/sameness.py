"""Whether two values mean the same to an editor. A form that nobody has touched sends other text than it was given:
browsers end lines in CR LF, the editor of rich text gives each paragraph a key, and each block gets an id. Pure."""

import json
import re
from collections.abc import Collection
from typing import Any

_KEYS = re.compile(r' data-block-key="[^"]*"')
_OF_THE_ROW = {"pk", "sort_order", "translation_key"}


def same(one: Any, other: Any, but: Collection[str] = ()) -> bool:
    """``but``: fields of a row that make no difference."""
    if isinstance(one, dict) and isinstance(other, dict):
        names = (one.keys() | other.keys()) - _OF_THE_ROW - set(but)
        return all(same(one.get(name), other.get(name)) for name in names)
    return bool(plain(one) == plain(other))


def plain(value: Any) -> Any:
    """``value`` without what an editor does not see. Nothing at all is the empty text, however it is written."""
    if isinstance(value, str):
        blocks = _blocks(value)
        return plain(blocks) if blocks is not None else _KEYS.sub("", value).replace("\r\n", "\n").strip()
    if isinstance(value, list):
        return [plain(part) for part in value] or ""
    if isinstance(value, dict):
        return {name: plain(part) for name, part in value.items() if name != "id"}
    return "" if value is None else value


def _blocks(text: str) -> Any:
    """The blocks of a StreamField, which is stored as JSON; None for any other text."""
    if not text.startswith("["):
        return None
    try:
        value = json.loads(text)
    except ValueError:
        return None
    return value if isinstance(value, list) and all(isinstance(block, dict) for block in value) else None
