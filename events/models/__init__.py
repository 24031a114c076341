"""One shared event model: a page for what all dates share, a row for each meeting."""

from .calendar import CalendarPage
from .calendar_objects import CalendarObject, CalendarStamp
from .categories import EventCategory
from .event import EventOwner, EventPage
from .occurrence import Occurrence

__all__ = ["CalendarObject", "CalendarPage", "CalendarStamp", "EventCategory", "EventOwner", "EventPage", "Occurrence"]
