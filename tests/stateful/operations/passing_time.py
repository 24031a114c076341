"""Time passes, and what runs each minute runs."""

from datetime import timedelta

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

from events.models import EventPage

from ..promises import check_published


class PassingTime:
    @rule(hours=st.sampled_from([1, 9, 30, 24 * 20]))
    def time_passes(self, hours):
        waiting = {page.pk for page in self.world.events() if page.scheduled_revision}
        self.world.pass_time(timedelta(hours=hours))
        self.may_change(
            *(page.pk for page in self.world.events() if page.pk in waiting and not page.scheduled_revision)
        )
        now = timezone.now()
        for page in EventPage.objects.filter(pk__in=self.later):
            if not page.scheduled_revision:
                shown = self.later.pop(page.pk)
                self.may_change(page.pk)
                if page.live and page.live_revision and page.live_revision.approved_go_live_at is None and now:
                    self.promise(lambda pk=page.pk, rows=shown: check_published(pk, rows))
