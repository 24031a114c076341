"""The models of events: a page for what all dates share, and a row for each meeting."""

from .calendar import CalendarPage
from .calendar_objects import CalendarObject
from .categories import EventCategory
from .changes import PublicChange
from .event import EventPage
from .fetches import FeedFetch
from .occurrence import Occurrence
from .owners import EventOwner
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
