"""The fields of a meeting and of an event, each declared once: see ``networks/fields/declared.py``. Pure.

Of a meeting, all that an editor may type makes a row of a series hers (``Occurrence.is_touched``), and is merged
when two people have the same form open (``networks/versions``).
"""

from dataclasses import dataclass
from enum import Enum, auto

from networks.fields.declared import Field, Part, names, typed


class Log(Enum):
    """How the public log tells that a meeting has another value."""

    NOTHING = auto()  # it does not
    MEETING = auto()  # with the day, time, place or status: changes/meeting_states.py has the words
    REASON = auto()  # as the reason of another change, or by itself as a note
    OWN = auto()  # as a change of its own: the ChangeKind with the field's name


class Found(Enum):
    """How a meeting is found by the field."""

    NOWHERE = auto()
    TEXT = auto()  # in the text of the meeting, by editors and visitors
    LINE = auto()  # in the line that lists show of it, by editors and visitors, and in the lists' own filter
    OTHERWISE = auto()  # by words, days or documents that search/indexing/meeting_rows.py makes of it


@dataclass(frozen=True, kw_only=True)
class MeetingField(Field):
    """``feed``: whether people's calendars are told of it. ``amended``: whether the small forms that change one
    meeting show it. ``tells_apart``: whether two meetings of an event may differ in it alone."""

    log: Log
    found: Found
    feed: bool = True
    amended: bool = False
    tells_apart: bool = False


def _kept(name: str) -> MeetingField:
    return MeetingField(name, Part.KEPT, log=Log.NOTHING, found=Found.NOWHERE, feed=False)


MEETING = (
    MeetingField("start_date", Part.FACT, log=Log.MEETING, found=Found.OTHERWISE, amended=True, tells_apart=True),
    MeetingField("end_date", Part.FACT, log=Log.MEETING, found=Found.OTHERWISE, amended=True, tells_apart=True),
    MeetingField("timing", Part.FACT, log=Log.MEETING, found=Found.OTHERWISE, amended=True),
    MeetingField("start_time", Part.FACT, log=Log.MEETING, found=Found.OTHERWISE, amended=True, tells_apart=True),
    MeetingField("end_time", Part.FACT, log=Log.MEETING, found=Found.OTHERWISE, amended=True, tells_apart=True),
    MeetingField("status", Part.FACT, log=Log.MEETING, found=Found.OTHERWISE, amended=True, tells_apart=True),
    MeetingField("theme", Part.WORD, log=Log.OWN, found=Found.LINE, tells_apart=True),
    MeetingField("place", Part.FACT, log=Log.MEETING, found=Found.LINE, amended=True, tells_apart=True),
    MeetingField("format", Part.FACT, log=Log.MEETING, found=Found.OTHERWISE, amended=True),
    MeetingField("online_link", Part.FACT, log=Log.NOTHING, found=Found.NOWHERE, amended=True),
    MeetingField("note", Part.WORD, log=Log.REASON, found=Found.TEXT),
    MeetingField("reason", Part.WORD, log=Log.REASON, found=Found.TEXT, amended=True),
    MeetingField("moved_from", Part.FACT, log=Log.NOTHING, found=Found.OTHERWISE),
    MeetingField("agenda", Part.FILE, log=Log.OWN, found=Found.OTHERWISE),
    MeetingField("minutes", Part.FILE, log=Log.OWN, found=Found.OTHERWISE),
    _kept("recurrence_id"),
    _kept("starts_at"),
    _kept("ends_at"),
    _kept("last_day"),
)
TYPED = typed(MEETING)
# Every row has a date, and where it was moved from follows from its dates.
OWN = tuple(name for name in TYPED if name not in {"start_date", "moved_from"})
FILES = names(MEETING, Part.FILE)
AMENDED = tuple(field.name for field in MEETING if field.amended)
TELLS_APART = tuple(field.name for field in MEETING if field.tells_apart)


def logged(*ways: Log) -> tuple[str, ...]:
    """The names of the meeting's fields that the public log tells of in one of these ways."""
    return tuple(field.name for field in MEETING if field.log in ways)


def found(*ways: Found) -> tuple[str, ...]:
    """The names of the meeting's fields that it is found by in one of these ways."""
    return tuple(field.name for field in MEETING if field.found in ways)


EVENT = (
    Field("title", Part.WORD),
    Field("introduction", Part.TEXT),
    Field("body", Part.TEXT),
    Field("category", Part.ROWS),
    Field("start_time", Part.FACT),
    Field("end_time", Part.FACT),
    Field("place", Part.FACT),
    Field("format", Part.FACT),
    Field("online_link", Part.FACT),
    Field("contact_email", Part.FACT),
    Field("series_start", Part.FACT),
    Field("recurrence", Part.FACT, listed=False),
    Field("handed_out", Part.FACT, listed=False),
    Field("show_in_menus", Part.FACT),
    Field("co_owners", Part.FACT),
    Field("occurrences", Part.ROWS),
    Field("network", Part.KEPT),
)
