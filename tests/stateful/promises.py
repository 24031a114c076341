"""What an operation promises: the rows that a form showed when its button was pressed are what is published."""

import re
from collections import Counter
from datetime import date, time

from events.models import Occurrence

TYPED = (
    *("start_date", "end_date", "timing", "start_time", "end_time", "status", "theme", "place", "format"),
    *("note", "reason"),
)

WHEN = ("start_date", "end_date", "timing", "start_time", "end_time")  # a change of one is a change of all


def rows_of(form):
    """``[(uid or "", values)]`` of the meetings in the form of an event, and of the dates its series adds."""
    rows = [_row(form.data, f"occurrences-{number}-") for number in form.row_numbers("occurrences")]
    skipped = set(form.data.getlist("series_skip"))
    new = [day for day in form.data.getlist("series_shown") if day not in skipped]
    return [row for row in rows if row[1]["start_date"]] + [("", _series_row(day)) for day in new]


def _row(data, prefix):
    return data.get(f"{prefix}uid", ""), {name: data.get(prefix + name, "").strip() for name in TYPED}


def _series_row(day):
    return dict.fromkeys(TYPED, "") | {"start_date": day, "timing": "clock", "status": "confirmed"}


def published_rows(event):
    """``{uid: values}`` in the form's own spelling."""
    rows = Occurrence.objects.filter(page=event)
    return {str(row.translation_key): texts(row) for row in rows}


def texts(row):
    return {name: _text(getattr(row, name)) for name in TYPED}


def _text(value):
    if value is None:
        return ""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value.isoformat() if isinstance(value, date) else str(value)


def check_published(event, rows):
    """The table holds just ``rows``: a row with a UID under its UID, the others under new ones."""
    found = published_rows(event)
    kept = {uid: values for uid, values in rows if uid}
    assert {uid: found.get(uid) for uid in kept} == kept, _differences(found, kept)
    new = Counter(str(values) for uid, values in found.items() if uid not in kept)
    assert new == Counter(str(values) for uid, values in rows if not uid), f"{new}"


def foretold(html):
    """``{"läggs till": 2}``: what the form says above a series that publishing it will do."""
    lines = [line.get_text() for line in html.select(".series__changes li")]
    found = [re.fullmatch(r"(\d+) möten? (.+)", line.strip()) for line in lines]
    return {match[2]: int(match[1]) for match in found}


def check_foretold(event, before, numbers):
    """Publishing has added, moved and taken away as many meetings as the form said. ``before``: the earlier rows."""
    after = published_rows(event)
    moved = [uid for uid in before.keys() & after.keys() if before[uid]["start_date"] != after[uid]["start_date"]]
    done = {"läggs till": len(after.keys() - before.keys()), "flyttas": len(moved)}
    done["tas bort"] = len(before.keys() - after.keys())
    assert done == {name: numbers.get(name, 0) for name in done}, f"{done} and not {numbers}"


def check_merged(event, opened, first, second):
    """What either has changed is as she left it, and what both have as the second did. Nobody's new row is lost."""
    found = published_rows(event)
    for uid, before in opened:
        if uid:
            one, two = dict(first).get(uid), dict(second).get(uid)
            wanted = _merged(before, one, two)
            assert found.get(uid) == wanted, f"{uid}: {found.get(uid)} and not {wanted}"
    new = Counter(str(values) for uid, values in found.items() if uid not in dict(opened))
    added = [Counter(str(values) for uid, values in rows if not uid) for rows in (first, second)]
    assert new == added[0] | added[1] or new == added[0] + added[1], f"{new} and not {added}"


def _merged(before, one, two):
    if one == before or two is None or one is None:
        return two if one == before or two != before else one
    values = {}
    for names in (WHEN, *((name,) for name in TYPED if name not in WHEN)):
        theirs = two if any(two[name] != before[name] for name in names) else one
        values |= {name: theirs[name] for name in names}
    return values


def _differences(found, kept):
    return "\n".join(f"{uid}: {found.get(uid)} and not {kept[uid]}" for uid in kept if found.get(uid) != kept[uid])
