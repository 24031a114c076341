"""What the fields of a page are to the site: each is declared once, here or in ``events/fields/declared.py``, and what
a translation lends, what lists leave unread, what a search reads and what counts as a change follow from that. Pure.

Tests compare the declarations with the models. How to add a field: docs/add-a-field.md.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto


class Part(Enum):
    WORD = auto()  # a short text that lists show; a translation lends its own
    TEXT = auto()  # a long text of a page; a translation lends its own, search reads it and lists do not
    FACT = auto()  # the same in every language: the source page says it for all
    FILE = auto()  # a document, and a fact too
    ROWS = auto()  # rows, or a choice from a register, that have translations of their own
    KEPT = auto()  # kept by the site itself: no editor types it, and an old version does not bring it back


@dataclass(frozen=True)
class Field:
    """``name`` is the model's own. ``listed``: whether lists read it, which they never do with a TEXT."""

    name: str
    part: Part
    listed: bool = True


@dataclass(frozen=True)
class NetworkField(Field):
    """``seen``: whether a reader of the page would notice another value, so that the page counts as updated.
    ``indexed``: of a TEXT, whether the admin's search reads it too."""

    seen: bool = True
    indexed: bool = True


def names(fields: Iterable[Field], *parts: Part) -> tuple[str, ...]:
    """The names of the fields of these parts, in the order of the declaration."""
    return tuple(field.name for field in fields if field.part in parts)


def words(fields: Iterable[Field]) -> tuple[str, ...]:
    """What a translation lends."""
    return names(fields, Part.WORD, Part.TEXT)


def source_facts(fields: Iterable[Field]) -> tuple[str, ...]:
    """What the source page says for all languages."""
    return names(fields, Part.FACT, Part.FILE)


def typed(fields: Iterable[Field]) -> tuple[str, ...]:
    """What an editor types or chooses on the thing itself."""
    return names(fields, Part.WORD, Part.TEXT, Part.FACT, Part.FILE)


def unlisted(fields: Iterable[Field]) -> tuple[str, ...]:
    """What lists leave unread."""
    return tuple(field.name for field in fields if field.part is Part.TEXT or not field.listed)


def indexed_texts() -> tuple[str, ...]:
    """The long texts of a network that the admin's search reads."""
    return tuple(field.name for field in NETWORK if field.part is Part.TEXT and field.indexed)


NETWORK = (
    NetworkField("title", Part.WORD),
    NetworkField("introduction", Part.TEXT),
    NetworkField("purpose", Part.TEXT),
    NetworkField("vision", Part.TEXT),
    NetworkField("mandate", Part.TEXT),
    NetworkField("schedule_note", Part.TEXT, indexed=False),
    NetworkField("status_reason", Part.TEXT, indexed=False),
    NetworkField("body", Part.TEXT),
    NetworkField("kind", Part.FACT),
    NetworkField("area", Part.ROWS),
    NetworkField("second_area", Part.ROWS),
    NetworkField("status", Part.FACT),
    NetworkField("status_since", Part.FACT),
    NetworkField("successor", Part.FACT),
    NetworkField("start_date", Part.FACT),
    NetworkField("start_year", Part.FACT),
    NetworkField("start_season", Part.FACT),
    NetworkField("contact_email", Part.FACT),
    NetworkField("responsible_authority", Part.FACT),
    NetworkField("easy_read", Part.FACT),
    NetworkField("sign_language", Part.FACT),
    NetworkField("publishes_minutes", Part.FACT, seen=False),
    NetworkField("keeper", Part.FACT, seen=False),
    NetworkField("show_in_menus", Part.FACT, seen=False),
    NetworkField("earlier_names", Part.FACT),
    NetworkField("relations", Part.FACT),
    NetworkField("statements", Part.FACT),
    NetworkField("members", Part.ROWS),
    NetworkField("contacts", Part.ROWS),
    NetworkField("documents", Part.ROWS),
    NetworkField("reviewed_on", Part.KEPT, seen=False),
    NetworkField("import_key", Part.KEPT, seen=False),
    NetworkField("content_changed_at", Part.KEPT, seen=False),
    NetworkField("content_fingerprint", Part.KEPT, seen=False),
)
