"""One row for a person whom the page names twice, as the chair at its top and again in the list below."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from .bodies import is_sub_group
from .page import Member

#: No page names one person in more seats than this.
_MOST_SEATS = 50


def without_repeats(rows: Iterable[Member]) -> list[Member]:
    """The rows in order. A row about the same person joins the first unless organisation, party or group differs."""
    kept: list[Member] = []
    places: dict[str, list[int]] = {}  # of the rows with that name
    for row in rows:
        named = places.setdefault(row.name, [])
        same = next((index for index in named[:_MOST_SEATS] if _is_same(kept[index], row)), None)
        if same is None:
            named.append(len(kept))
            kept.append(row)
        else:
            kept[same] = _joined(kept[same], row)
    return kept


def _is_same(first: Member, second: Member) -> bool:
    if not first.name or first.name != second.name:
        return False
    pairs = (
        (first.organisation, second.organisation),
        (first.party, second.party),
        (first.group, second.group),
    )
    if first.group != second.group and any(is_sub_group(row.group, "") for row in (first, second)):
        return False  # a seat of the body and one of its sub-group
    return all(not one or not other or one == other for one, other in pairs)


def _joined(first: Member, second: Member) -> Member:
    return replace(
        first,
        organisation=first.organisation or second.organisation,
        role=first.role or second.role,
        title=first.title or second.title,
        party=first.party or second.party,
        group=first.group or second.group,
        text="\n".join(dict.fromkeys((first.text, second.text))),
    )
