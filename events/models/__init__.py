"""The models of events: a page for what all dates share, and a row for each meeting."""

from .calendar import CalendarPage
from .calendar_objects import CalendarObject
from .categories import EventCategory
from .changes import PublicChange
from .event import EventOwner, EventPage
from .fetches import FeedFetch
from .occurrence import Occurrence
from .removed import RemovedMeeting
from .stamps import CalendarStamp, FeedStamp

__all__ = [
    "CalendarObject",
    "CalendarPage",
    "CalendarStamp",
    "EventCategory",
    "EventOwner",
    "EventPage",
    "FeedFetch",
    "FeedStamp",
    "Occurrence",
    "PublicChange",
    "RemovedMeeting",
]
