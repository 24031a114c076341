"""Labels inside a line: "Tid: kl. 08.30-12.00 Plats:Göteborgsregionen(GR)"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from ..tokens.mentions import Mention
from . import changes
from .line import read_line
from .non_meetings import not_meeting_before
from .place_names import is_place
from .provisos import plain_label, without_proviso
from .subjects import names_subject

# Of a table's columns, "last" holds the last day, and "skipped" other dates, such as those of deadlines.
Field = Literal["date", "last", "time", "place", "theme", "skipped", ""]
_WIDEST_HEAD = 4  # words

_LABELS: dict[str, Field] = {
    "datum": "date", "dag": "date", "när": "date", "mötesdatum": "date", "mötesdag": "date", "date": "date",
    "tid": "time", "tidpunkt": "time", "klockslag": "time", "mötestid": "time", "starttid": "time", "time": "time",
    "when": "date", "where": "place", "location": "place", "venue": "place", "room": "place", "subject": "theme",
    "topic": "theme", "title": "theme",
    "tid och datum": "date", "datum och tid": "date", "dag och tid": "date", "datum/tid": "date",
    "lokal och tid": "date", "tid och lokal": "date", "tid och plats": "date", "plats och tid": "date",
    "time and place": "date", "date and time": "date",
    "plats": "place", "lokal": "place", "var": "place", "adress": "place", "mötesplats": "place",
    "möteslokal": "place",
    "ort": "place", "plats/lokal": "place", "lokal/plats": "place", "sal": "place", "länk": "place", "form": "place",
    "mötesform": "place", "ställe": "place", "mötesställe": "place", "rum": "place", "mötesrum": "place",
    "lokalitet": "place", "värdkommun": "place",
    "tema": "theme", "ämne": "theme", "rubrik": "theme", "titel": "theme", "innehåll": "theme", "fokus": "theme",
    "syfte": "theme", "anteckning": "theme", "kommentar": "theme", "övrigt": "theme", "notering": "theme",
    "aktivitet": "theme", "möte": "theme", "ärende": "theme", "agenda": "theme",
}  # fmt: skip
_NAMES = "|".join(sorted(_LABELS, key=len, reverse=True))
_COLON = re.compile(rf"(?<![^\W\d_])({_NAMES})\s?[:?](?!\d)\s*", re.IGNORECASE)
_BARE = re.compile(r"\A\W*(tid|plats|lokal|datum|när|tema)(?:[ ]+|\t+)(?=(?-i:[A-ZÅÄÖ0-9])|kl)", re.IGNORECASE)
_HOURS = re.compile(r"\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d\d)?(?:\s*-\s*\d{1,2}(?:[.:]\d\d)?)?\W*", re.IGNORECASE)
_ROOM_NUMBER = re.compile(r"\d{1,2}\.(\d{1,2})")
_SENTENCE = re.compile(
    r"(?:(?<=[^\W\d_]{3})|(?<=\w\d)|(?<= \d)|(?<=\d[A-Za-z])|(?<=\)))[.!?]\s+(?=[A-ZÅÄÖ])"
)  # "Plats: Teams. Länk skickas ut."
_BOTH = re.compile(r"(?:tid|dag) och plats|plats och tid|lokal och tid|tid och lokal|time and place", re.IGNORECASE)
_NAMED_PLACE = re.compile(r"\s*[,;-]?\s*(?:(?:i|på|hos|vid)\s+)?([A-ZÅÄÖ][\w’'-]*(?: [\w’'-]+){0,3})\W*")
_PART = re.compile(r"\s+-\s+|\t+|\s{2,}")
_COLUMNS: dict[str, Field] = {
    "startdatum": "date", "start date": "date", "slutdatum": "last", "end date": "last", "start time": "time",
    "end time": "time", "start": "time", "slut": "time", "börjar": "time", "slutar": "time", "sluttid": "time",
    "från": "time", "till": "time", "kl": "time", "klockan": "time", "from": "time", "to": "time", "end": "time",
}  # fmt: skip
_MEETING_COLUMN = re.compile(r"(?:[\w-]*möte[nt]?|sammanträde[nt]?|[\w-]*träff(?:en|ar)?)")
_HEADER = re.compile(
    rf"\W*(?:{_NAMES}|{'|'.join(_COLUMNS)}|vecka|v|dag|mötet?|ordförande|värd|kommun|ansvarig|typ|form|anteckningar|anmärkning|klockan|kl)\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Fields:
    """A line by its labels. `body` is the ink that may hold dates and times; `first` is the first label's field."""

    body: str
    place: str | None = None
    theme: str | None = None
    first: Field = ""
    timed: bool = False  # a label for times stands in the line, so "9-12" is a time


def split_fields(line: str) -> Fields:
    """The plain line parted at its labels. A place or theme that holds a date or time gives it back to the body."""
    line = plain_label(line)
    marks = list(_COLON.finditer(line))
    bare = None if marks and marks[0].start() < 2 else _bare_label(line)
    if bare:
        marks = [bare, *(mark for mark in marks if mark.start() >= bare.end())]
    if not marks or _ends_sentence(line, marks):
        return Fields(line)
    body, place, theme = [line[: marks[0].start()]], None, None
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        value = line[mark.end() : following.start() if following else len(line)]
        field = _field_of(mark[1], value)
        if field == "place":
            kept, rest = _first_part(*_without_times(without_proviso(value)))
            kept, _, sentence = _SENTENCE.sub("\n", kept, count=1).partition("\n")
            rest = f"{sentence}  {rest}".strip() if sentence else rest
            kept, status = changes.status_at_end(kept)
            place = kept if place is None else f"{place}, {kept}"
            body += [rest, status]
        elif field == "theme":
            kept, rest = _first_part(*_theme_of(value, marks, " ".join(body)))
            kept, status = changes.status_at_end(kept)
            theme = kept if theme is None else f"{theme}, {kept}"
            body += [rest, status]
        else:
            told, where = _time_and_place(mark[1], value)
            body.append(told)
            place = place or where
    timed = any(_LABELS[mark[1].lower()] in ("time", "date") for mark in marks)
    first = _field_of(marks[0][1], line[marks[0].end() :])
    return Fields("  ".join(body).strip(), place, theme, first, timed or first == "time")


def _bare_label(line: str) -> re.Match[str] | None:
    """A label without a colon, "Lokal Vinga", but not the first word of a heading in capitals: "LOKAL SAMVERKAN"."""
    found = _BARE.match(line)
    value = line[found.end() :] if found else ""
    return None if found and line.isupper() and not (re.search(r"\d", value) or is_place(value)) else found


def _time_and_place(label: str, value: str) -> tuple[str, str | None]:
    """(moment, place) of a label for both: "Tid och plats: kl 13-15, Blå salen"."""
    line = read_line(value, labelled_time=True) if _BOTH.fullmatch(label) else None
    if line is None or not line.mentions or line.text != value or line.text[: line.mentions[0].start].strip(" ,kl."):
        return value, None
    end = max(mention.end for mention in line.mentions)
    name = _NAMED_PLACE.fullmatch(line.text[end:])
    return (value, None) if name is None or names_subject(name[1]) else (line.text[:end], name[1])


def _field_of(label: str, value: str) -> Field:
    """The field of a label; hours alone are a time, whatever the label: "Möte: 10-12"."""
    field = _LABELS[label.lower()]
    return "time" if field == "theme" and _HOURS.fullmatch(value) else field


def _ends_sentence(line: str, marks: Sequence[re.Match[str]]) -> bool:
    """Whether the only label is the last word of a sentence: "AU träffas klockan 9 följande datum:"."""
    return len(marks) == 1 and marks[0].end() == len(line) and bool(re.search(r"\w", line[: marks[0].start()]))


def heads_column(line: str) -> bool:
    """Whether a line is nothing but a word that heads a table's column: "Ansvarig"."""
    return bool(_HEADER.fullmatch(line))


def columns_of(line: str) -> list[Field]:
    """The fields of a table's head, "Datum  Tid  Plats", or []."""
    cells = [cell for cell in re.split(r"\t+|\s{2,}|\s*\|\s*", line.strip(" \t|")) if cell]
    if len(cells) < 2 or not (all(_HEADER.fullmatch(cell) for cell in cells) or _heads_table(cells)):
        return []
    return fields_of_head(cells)


def fields_of_head(cells: Sequence[str]) -> list[Field]:
    """The fields of the cells. "Utskick | Möte | Justering" has the meetings' dates below their own name."""
    names = [cell.strip(" :*").lower() for cell in cells]
    fields = [_column_of(name) for name in names]
    meetings = [at for at, name in enumerate(names) if _MEETING_COLUMN.fullmatch(name)]
    if "skipped" in fields and "date" not in fields and len(meetings) == 1:
        fields[meetings[0]] = "date"
    return fields


def _heads_table(cells: Sequence[str]) -> bool:
    """Whether cells are the head of a table of which some columns are unknown: "Datum  Möte nr  Handlingar  Plats"."""
    fields = fields_of_head(cells)
    short = all(len(cell.split()) <= _WIDEST_HEAD and not re.search(r"\d", cell) for cell in cells)
    return short and "date" in fields and sum(bool(field) for field in fields) > 1 and len(cells) > 2


def _column_of(name: str) -> Field:
    known = _LABELS.get(name) or _COLUMNS.get(name)
    return known or ("skipped" if not_meeting_before(f"{name} ") or name == "justering" else "")


def fields_of_cells(line: str, columns: list[Field]) -> Fields | None:
    """The fields of a row under a table's head, or None if its cells do not fit the head."""
    cells = [cell.strip() for cell in re.split(r"\t| {2,}|\|", line.strip(" |"))]
    if not columns or len(cells) != len(columns):
        return None
    named = dict(zip(reversed(columns), reversed(cells), strict=True))  # the first of several columns of one kind
    if (joined := _with_last_day(cells, columns)) is None:
        return None
    cells, columns = joined
    moments = [cell for field, cell in zip(columns, cells, strict=True) if field in ("date", "time")]
    if not any(read_line(cell).dates for cell in moments):
        return None
    rest = [cell for field, cell in zip(columns, cells, strict=True) if field not in ("place", "theme", "skipped")]
    rest = _with_ranges(rest, [field for field in columns if field not in ("place", "theme", "skipped")])
    place, theme = (changes.status_at_end(named.get(name, "")) for name in ("place", "theme"))
    rest += [status for _, status in (place, theme) if status]
    return Fields("\t".join(rest), place[0] or None, theme[0] or None, "", "time" in columns)


def _with_last_day(cells: list[str], columns: list[Field]) -> tuple[list[str], list[Field]] | None:
    """The cells and columns with a last day and its clock in those of the first; None if they cannot be joined."""
    if "last" not in columns:
        return cells, columns
    first, last = (next((at for at, field in enumerate(columns) if field == name), -1) for name in ("date", "last"))
    clocks = [at for at, field in enumerate(columns) if field == "time"]
    if columns.count("last") > 1 or columns.count("date") != 1 or len(clocks) not in (0, 2):
        return None
    same = not cells[last] or cells[last] == cells[first]
    begin, end = (cells[at] for at in clocks) if clocks else ("", "")
    until = f"{'' if same else cells[last]} {end}".strip()
    moment = f"{cells[first]} {begin}".strip() + (f" - {until}" if until else "")
    kept = [at for at in range(len(columns)) if at != last and at not in clocks]
    return [moment if at == first else cells[at] for at in kept], [columns[at] for at in kept]


def _with_ranges(cells: Sequence[str], fields: Sequence[Field]) -> list[str]:
    """The cells with those of a start and an end beside each other as one: "09:00 - 11:00"."""
    joined: list[str] = []
    for at, cell in enumerate(cells):
        pair = at > 0 and fields[at - 1] == fields[at] == "time" and bool(cell) and bool(joined[-1])
        if pair and len(read_line(cell, labelled_time=True).times) == 1 and read_line(joined[-1]).times[-1:]:
            joined[-1] = f"{joined[-1]} - {cell}"
        else:
            joined.append(cell)
    return joined


def header_field(line: str) -> Field:
    """The field that a line names when it is nothing but a label: "Plats"."""
    return _LABELS.get(line.strip(" \t:*").lower(), "")


def _first_part(value: str, rest: str) -> tuple[str, str]:
    """A value without what a dash or the border of a column parts from it, unless that goes on with a place."""
    cut = _PART.search(value)
    if cut is None or (cut[0].strip() and is_place(value[cut.end() :])):
        return value, rest
    return value[: cut.start()].strip(), f"{value[cut.end() :]}  {rest}".strip()


def _theme_of(value: str, marks: Sequence[re.Match[str]], body: str) -> tuple[str, str]:
    """(words, rest) of a theme. A day that it names after the meeting's own day and clock belongs to the words."""
    before, named = read_line(body), read_line(value)
    listed = named.dates and re.search(r"(?:[,;:-]|\boch|\A)\s*\Z", named.text[: named.dates[0].start], re.IGNORECASE)
    only = sum(_LABELS[mark[1].lower()] == "theme" for mark in marks) == 1
    if only and before.dates and before.times and named.dates and not (named.times or listed):
        return value.strip(), ""
    return _without_times(value)


def _without_times(value: str) -> tuple[str, str]:
    """(words, rest) of a place or theme that a date or a time follows on the same line."""
    line = read_line(value)
    clear = re.compile(r"kl|\d[.:]\d\d", re.IGNORECASE)
    times = [mention for mention in line.times if clear.search(line.text[mention.start : mention.end])]
    told: list[Mention] = [*line.dates, *times]
    mentions = [one for one in told if not _is_number_of_room(line.text, one)]
    starts = [mention.start for mention in mentions]
    if not starts:
        return value.strip(), ""
    return line.text[: min(starts)].strip(" ,;:-|"), line.text[min(starts) :]


def _is_number_of_room(text: str, mention: Mention) -> bool:
    """Whether figures in a place are a room's number: "12.07 Vinga", "A-huset 5.2", but not "GR 13.00"."""
    found = _ROOM_NUMBER.fullmatch(text[mention.start : mention.end])
    return bool(found) and (len(found[1]) == 1 or int(found[1]) % 15 != 0) if found else False
