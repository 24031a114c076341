"""What an edit form was made from. It travels with the form, signed and bound to the page, and needs no storage."""

import json
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from django.core import signing

_SALT = "networks.versions.seen"


@dataclass(frozen=True)
class Seen:
    """The page ``page`` (its key) as of the revision that was saved as number ``revision`` at ``saved``.

    Of a row of another model, ``page`` is the model's name and the row's key, and ``saved`` the time of its last line
    in the log.

    Wagtail's autosave writes over its revision, which is why its time belongs to it, and why the form cannot read the
    ``content`` back from it. ``asked``: the saved values that the form has asked about, by the names of their fields.
    ``public``: ``{list: rows}`` that the public has and ``content`` lacks, since a draft has taken them away.
    """

    page: int | str
    revision: int | None
    saved: str
    content: dict[str, Any]
    asked: dict[str, Any] = field(default_factory=dict)
    public: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def is_of(self, revision) -> bool:
        """Whether ``revision``, or None, is still what the form was made from."""
        return (self.revision, self.saved) == _version(revision)

    def asking(self, asked: dict[str, Any]) -> "Seen":
        return replace(self, asked=asked)

    def written(self) -> str:
        return signing.dumps(asdict(self), salt=_SALT, compress=True)


def seen_of(page, names, revision=None) -> Seen:
    """The fields and lists ``names`` of the page in memory, as of ``revision`` (its latest one)."""
    content = content_of(page, names)
    return Seen(page.pk, *_version(revision), content, public=rows_taken_away(page, content))


def rows_taken_away(page, content: dict[str, Any]) -> dict[str, list[dict[str, Any]]]:
    """``{list: rows}`` of the public page that ``content``, a draft of it, lacks, by translation key."""
    public = type(page)._default_manager.filter(pk=page.pk, live=True, has_unpublished_changes=True).first()
    lists = {name: rows for name, rows in content.items() if isinstance(rows, list)}
    if public is None or not lists:
        return {}
    kept = {
        name: {row.get("translation_key") for row in rows if isinstance(row, dict)} for name, rows in lists.items()
    }
    there = content_of(public, lists)
    return {
        name: away
        for name, keys in kept.items()
        if (
            away := [
                row
                for row in there[name]
                if isinstance(row, dict) and row.get("translation_key", "") not in keys | {""}
            ]
        )
    }


def content_of(page, names=None) -> dict[str, Any]:
    """The page's fields and rows as JSON, all of them or those of ``names``."""
    content = json.loads(page.to_json())
    return content if names is None else {name: value for name, value in content.items() if name in names}


def read_seen(text: str | None, page_key: int | str) -> Seen | None:
    """What ``written`` wrote for that page; None for anything else."""
    try:
        found = Seen(**signing.loads(text or "", salt=_SALT))
    except (signing.BadSignature, TypeError):
        return None
    return found if found.page == page_key else None


def _version(revision) -> tuple[int | None, str]:
    return (revision.pk, revision.created_at.isoformat()) if revision else (None, "")
