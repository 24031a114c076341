"""Merges what two people have changed in the same page, and finds what only they can decide. Pure.

Three versions are compared: ``seen``, which the form was made from, ``stored``, which is saved now, and ``mine``,
which the form would save. This is the three-way merge of version control (diff3), by field and by row instead of by
line. Each version is a ``Content``: the page's fields as JSON, where a list of rows has become ``{key: row}``.
"""

from collections.abc import Collection, Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from .sameness import same

Content = dict[str, Any]
Row = dict[str, Any]
Path = tuple[str, ...]  # (field,), (list, key of the row) or (list, key of the row, field of the row)
ABSENT = None  # a row that is not there
IDENTITY = ("pk", "translation_key")  # of a row; the saved one's stays
PAGE = ""  # in Rules: the page's own fields


@dataclass(frozen=True)
class Rules:
    """``rows``: the names of the lists. The others are by the name of a list, or ``PAGE``.

    ``lasting``: the lists whose rows keep their keys through the form.

    ``quiet``: the fields that are never asked about. ``together``: groups of fields that make sense only together, so
    that a change of one is a change of all.
    """

    rows: frozenset[str] = frozenset()
    lasting: frozenset[str] = frozenset()
    quiet: Mapping[str, Collection[str]] = field(default_factory=dict)
    together: Mapping[str, Iterable[Collection[str]]] = field(default_factory=dict)


@dataclass(frozen=True)
class Merged:
    """``content`` holds one's own value of what is ``disputed``. ``taken_over``: what comes from ``stored``."""

    content: Content = field(default_factory=dict)
    disputed: list[Path] = field(default_factory=list)
    taken_over: list[Path] = field(default_factory=list)


def merge(seen: Content, mine: Content, stored: Content, rules: Rules) -> Merged:
    """Merge the fields that ``mine`` has. Of a field that ``seen`` lacks, any difference is disputed."""
    merging = _Merging(rules, result := Merged())
    own = {name: value for name, value in mine.items() if name not in rules.rows}
    result.content.update(merging.fields((), seen, own, stored))
    for name in mine.keys() & rules.rows:
        result.content[name] = merging.rows(name, seen.get(name, {}), mine[name], stored.get(name, {}))
    return result


def value_at(content: Content, path: Path) -> Any:
    """The value there, or None where there is none."""
    value: Any = content
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def with_value(content: Content, path: Path, value: Any) -> Content:
    """A copy of ``content`` that has ``value`` there. A row that becomes ``ABSENT`` is gone."""
    copy = deepcopy(content)
    parent = copy
    for name in path[:-1]:
        parent = parent.setdefault(name, {})
    if value is ABSENT and len(path) == 2:
        parent.pop(path[-1], None)
    else:
        parent[path[-1]] = value
    return copy


@dataclass(frozen=True)
class _Merging:
    rules: Rules
    result: Merged

    def rows(self, name: str, seen: Content, mine: Content, stored: Content) -> Content:
        merged, quiet = {}, self.rules.quiet.get(name, ())
        added = [stored[key] for key in stored if key not in seen and key not in mine]
        for key in [*mine, *(key for key in stored if key not in mine)]:
            if key not in seen and key not in stored and any(same(mine[key], row, quiet) for row in added):
                continue  # both have added the same row
            row = self.row((name, key), seen.get(key), mine.get(key), stored.get(key))
            if row is not ABSENT:
                merged[key] = row
        return merged

    def row(self, path: Path, seen: Row | None, mine: Row | None, stored: Row | None) -> Row | None:
        if mine is not ABSENT and stored is not ABSENT:
            typed = {name: value for name, value in mine.items() if name not in IDENTITY}
            return {**stored, **self.fields(path, seen or {}, typed, stored)}
        left = mine if stored is ABSENT else stored
        if left is ABSENT:
            return ABSENT
        if seen is not ABSENT and not same(seen, left, but=self.rules.quiet.get(path[0], ())):
            self.result.disputed.append(path)  # one has taken it away, and the other has changed it
            return mine
        if left is stored if seen is ABSENT else stored is ABSENT:
            self.result.taken_over.append(path)
        return left if seen is ABSENT else ABSENT

    def fields(self, where: Path, seen: Row, mine: Row, stored: Row) -> Row:
        kind = where[0] if where else PAGE
        groups, quiet = list(self.rules.together.get(kind, ())), self.rules.quiet.get(kind, ())
        merged = {}
        for name, value in mine.items():
            group = next((group for group in groups if name in group), (name,))
            by_others = _changed(group, seen, stored)
            merged[name] = value
            if not by_others or same(value, stored.get(name)):
                continue
            if not _changed(group, seen, mine):
                merged[name] = stored.get(name)
                self.result.taken_over.extend([] if name in quiet else [(*where, name)])
            elif name in quiet:
                merged[name] = _both(value, stored.get(name))
            else:
                self.result.disputed.append((*where, name))
        return merged


def _changed(names: Collection[str], seen: Row, version: Row) -> bool:
    known = [name for name in names if name in version or name in seen]
    return any(name not in seen or not same(seen[name], version.get(name)) for name in known)


def _both(mine: Any, stored: Any) -> Any:
    """For what nobody types: the dates that a series has handed out are those of both, else the saved value counts."""
    if isinstance(mine, list) and isinstance(stored, list):
        return sorted({*mine, *stored})
    return stored
