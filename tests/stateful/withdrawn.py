"""Which meetings were coming when they were deleted, so that the region's feed must tell that they are cancelled."""

from django.utils import timezone

from events.models import EventPage
from networks.models import NetworkPage
from tests.factories import source

from .checks.feeds import YEAR
from .table import public_events, public_networks


class Withdrawn:
    """``meetings`` is ``{uid: Meeting}``. What is only hidden vanishes without a word, and is not among them."""

    def __init__(self):
        self.meetings, self.table, self.public, self.there = {}, {}, set(), set()

    def note(self, table):
        """Compare ``table`` with the one before. What an operation hides and deletes at once is not asked about."""
        public = {page.translation_key for page in public_events()}
        there = set(EventPage.objects.filter(locale=source()).values_list("translation_key", flat=True))
        gone = {uid: one for uid, one in self.table.items() if uid not in table and one.last >= timezone.localdate()}
        deleted_unseen = (self.there - there) - self.public
        self.meetings |= {
            uid: one for uid, one in gone.items() if one.event_key in public or one.event_key not in there
        }
        self.meetings = {
            uid: one for uid, one in self.meetings.items() if uid not in table and one.event_key not in deleted_unseen
        }
        self.table, self.public, self.there = table, public, there

    def owed(self):
        """The UIDs, as texts, that the feed must have as cancelled today."""
        since = timezone.localdate() - YEAR
        told = {uid: one for uid, one in self.meetings.items() if one.last >= since}
        return {str(uid) for uid, one in told.items() if one.event_key in self.public or self._is_told_in_bin(one)}

    def _is_told_in_bin(self, one):
        """A network that is hidden hides what was deleted below it, too."""
        hidden = NetworkPage.objects.filter(pk__in=one.networks).exclude(
            pk__in=[page.pk for page in public_networks()]
        )
        return one.event_key not in self.there and not hidden.exists()
