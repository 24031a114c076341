"""Made-up things to show the templates with: models that are never saved, and plain objects where that is all that a
template asks for. Nothing here reads the database but what a model itself looks up when it is made."""

from .meetings import calendar, meetings
from .networks import networks
from .searching import searching
from .texts import texts

__all__ = ["calendar", "meetings", "networks", "searching", "texts"]
