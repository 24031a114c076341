"""Made-up examples for the templates: unsaved models, and plain objects where a template needs no more. The database
is read only where creating a model does it."""

from .meetings import calendar, meetings
from .networks import networks
from .searching import searching
from .texts import texts

__all__ = ["calendar", "meetings", "networks", "searching", "texts"]
