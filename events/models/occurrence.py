from django.core.exceptions import ValidationError
from django.db import models
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey

from networks.fields.declared import source_facts, words
from networks.pages.changed_rows import WrittenWhenChanged
from networks.translation import TranslatedRow, facts

from ..days.clock import actual_clock, ends_on, last_day, said_last
from ..days.date_format import format_when
from ..days.periods import FIRST_YEAR, LAST_YEAR
from ..days.zone import day_bounds, instant
from ..fields.declared import MEETING, OWN
from ..meeting_text.meeting_name import meeting_name
from .choices import LONGEST_LINK, Format, Status, Timing
from .querysets import LONGEST, OccurrenceQuerySet


class Occurrence(TranslatedRow, WrittenWhenChanged):
    """One meeting: local dates and wall-clock times as people say them, and what differs on this date.

    An empty time or place means the event's usual one. ``translation_key`` identifies the meeting for ever: it is the
    UID in calendars and the address on the site. Rows are written only when the page is published.
    """

    page = ParentalKey("events.EventPage", on_delete=models.CASCADE, related_name="occurrences")
    start_date = models.DateField(_("datum"))
    end_date = models.DateField(
        _("till och med"), null=True, blank=True, help_text=_("Bara om mötet pågår flera dagar.")
    )
    timing = models.CharField(_("tid"), max_length=20, choices=Timing, default=Timing.CLOCK)
    start_time = models.TimeField(_("börjar"), null=True, blank=True)
    end_time = models.TimeField(_("slutar"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=20, choices=Status, default=Status.CONFIRMED)
    theme = models.CharField(_("tema"), max_length=200, blank=True)
    place = models.CharField(_("annan plats"), max_length=200, blank=True)
    format = models.CharField(_("annan mötesform"), max_length=20, choices=Format, blank=True)
    online_link = models.URLField(_("annan möteslänk"), max_length=LONGEST_LINK, blank=True)
    note = models.CharField(
        _("anmärkning"),
        max_length=300,
        blank=True,
        help_text=_("Det läsaren behöver veta, till exempel ”Ta med dator”."),
    )
    reason = models.CharField(
        _("anledning till ändringen"),
        max_length=300,
        blank=True,
        help_text=_("Visas för alla när mötet är inställt, flyttat eller har fått en annan plats."),
    )
    moved_from = models.DateField(
        _("flyttat från"),
        null=True,
        blank=True,
        help_text=_(
            "Fylls i av sig självt när ett publicerat möte byter datum. Töm fältet om du bara rättar ett fel."
        ),
    )
    agenda = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("dagordning"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="agenda_of",
    )
    minutes = models.ForeignKey(
        "wagtaildocs.Document",
        verbose_name=_("anteckningar"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="minutes_of",
    )
    recurrence_id = models.DateField(_("datum enligt regeln"), null=True, blank=True, editable=False)

    # Computed on save from the row and its event, so that lists can sort and filter without joining the page.
    starts_at = models.DateTimeField(editable=False)
    ends_at = models.DateTimeField(editable=False)
    last_day = models.DateField(editable=False)

    objects = OccurrenceQuerySet.as_manager()
    words = words(MEETING)
    override_translatable_fields = facts(*source_facts(MEETING))
    # A copied meeting is a new one, which nobody has seen on another day.
    not_copied = {"moved_from": None, "reason": ""}

    class Meta(TranslatedRow.Meta):
        verbose_name = _("möte")
        verbose_name_plural = _("möten")
        ordering = ["starts_at", "pk"]
        indexes = [
            # For the calendar of all meetings and for the meetings of chosen events, in order and in one language.
            models.Index(fields=["locale", "starts_at", "last_day"], name="events_occurrence_calendar"),
            models.Index(fields=["page", "locale", "starts_at"], name="events_occurrence_of_event"),
        ]

    def __str__(self):
        return self.when

    def save(self, *args, **kwargs):
        self.compute()
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        """The meeting's own address, which survives moves, renames and new slugs."""
        return reverse("events:occurrence", args=[self.translation_key])

    def clean(self):
        super().clean()
        if not self.start_date:
            return
        if not FIRST_YEAR <= self.start_date.year <= LAST_YEAR:
            raise ValidationError({"start_date": _("Kontrollera året. Kalendern har år 2000 till 2099.")})
        if self.end_date and self.end_date < self.start_date:
            raise ValidationError({"end_date": _("Mötet slutar före det börjar. Kontrollera datumen.")})
        if self.end_date and self.end_date - self.start_date > LONGEST:
            raise ValidationError({"end_date": _("Ett möte kan pågå högst en månad. Kontrollera året.")})

    def compute(self):
        """Set the instants (aware, UTC). A meeting without a clock time lasts whole local days."""
        start, end = self.clock
        self.last_day = last_day(self.start_date, self.end_date, start, end)
        if start is None:
            self.starts_at, self.ends_at = day_bounds(self.start_date, self.last_day)
        else:
            self.starts_at = instant(self.start_date, start)
            self.ends_at = instant(self.ends_on, end) if end else self.starts_at
            self.ends_at = max(self.ends_at, self.starts_at)

    @property
    def final_date(self):
        """The last day as people say it: a meeting "22–02" is on one day."""
        return said_last(self.start_date, self.end_date, self.clock[1])

    @property
    def ends_on(self):
        """The day on which the meeting ends by the clock."""
        start, end = self.clock
        return ends_on(self.start_date, self.end_date, start, end)

    @property
    def clock(self):
        """``(start, end)`` as wall-clock times: the row's own or the event's usual ones."""
        if self.timing != Timing.CLOCK:
            return None, None
        return actual_clock((self.start_time, self.end_time), (self.page.start_time, self.page.end_time))

    @property
    def has_clock(self):
        return self.clock[0] is not None

    @property
    def is_whole_day(self):
        return self.timing == Timing.WHOLE_DAY

    @property
    def is_to_be_announced(self):
        """Whether the day is known but not the time."""
        return not self.has_clock and not self.is_whole_day

    @property
    def is_cancelled(self):
        return self.status == Status.CANCELLED

    @property
    def is_tentative(self):
        return self.status == Status.TENTATIVE

    @property
    def when(self):
        return format_when(self.start_date, self.end_date, *self.clock)

    @property
    def actual_place(self):
        return self.place or self.page.place

    @property
    def actual_format(self):
        return self.format or self.page.format

    @property
    def actual_online_link(self):
        return self.online_link or self.page.online_link

    @property
    def headline(self):
        """The meeting's name in lists: its theme if it has one, else the event's title in the singular."""
        return self.theme or capfirst(meeting_name(self.page.title))

    @property
    def is_touched(self):
        """Whether a person has changed this row of a series, so that a new rule must not take it away."""
        return self.recurrence_id != self.start_date or any(map(self._is_own, OWN))

    def _is_own(self, name):
        """Whether the field has another value than in a new row."""
        field = self._meta.get_field(name)
        return (getattr(self, field.attname) or "") != (field.get_default() or "")
