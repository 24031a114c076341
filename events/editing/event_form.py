"""The event's edit form."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.pages.page_form import PageForm

from ..days.clock import actual_clock
from ..fields.declared import TELLS_APART
from ..models.choices import Timing
from ..paste.clock import add_clock_errors
from .fields import DaysField


class EventPageForm(PageForm):
    """Fills in the rule's dates and notes moves when an editor saves.

    ``handed_out`` travels with the form: it must speak of the same rows as the form does, and not of rows that an
    autosave has added behind the editor's back.
    """

    together = (("start_time", "end_time"), ("series_start", "recurrence"))
    handed_out = forms.JSONField(required=False, widget=forms.HiddenInput)
    # Dates of the rule for which the form let the editor choose, and those that she chose to do without.
    series_shown = DaysField(required=False)
    series_skip = DaysField(required=False)

    def clean_handed_out(self):
        value = self.cleaned_data.get("handed_out") or []
        try:
            return [date.fromisoformat(day).isoformat() for day in value]
        except (TypeError, ValueError) as error:
            raise forms.ValidationError(_("Listan över seriens datum går inte att läsa.")) from error

    def clean(self):
        """Check each row's times together with the event's usual ones, which the row alone does not know."""
        cleaned = super().clean()
        usual = cleaned.get("start_time"), cleaned.get("end_time")
        rows = self.formsets.get("occurrences")
        if rows is not None and self.is_bound and rows.management_form.is_valid():
            for row in rows.forms:
                if row.is_valid() and not row.cleaned_data.get("DELETE"):
                    check_clock(row, usual)
            if not self.is_deferred_validation:
                check_doubles(row for row in rows.forms if row.is_valid() and not row.cleaned_data.get("DELETE"))
        return cleaned

    def save(self, commit=True):
        page = super().save(commit=False)
        self.complete(page)
        if commit:
            page.save()
            self.save_m2m()
        return page

    def complete(self, page):
        note_moves(page)
        if not self.errors:
            skipped = self.cleaned_data["series_skip"]
            wanted = self.cleaned_data["series_shown"] - skipped
            page.fill_from_rule(timezone.localdate(), skipped=skipped, wanted=wanted)


def check_clock(row, usual):
    """Put an error on the form ``row`` where its times make no sense with the event's ``usual`` ones."""
    data = row.cleaned_data
    if data.get("timing") != Timing.CLOCK or not data.get("start_date"):
        return
    own = data.get("start_time"), data.get("end_time")
    start, end = actual_clock(own, usual)
    add_clock_errors(row, (start, end or own[1]), data["start_date"], data.get("end_date"))


def check_doubles(rows):
    """Put an error on each form whose meeting stands in the list already, word for word. Drafts may be half done."""
    known = set()
    for row in rows:
        data = row.cleaned_data
        what = tuple(data.get(name) for name in TELLS_APART)
        if data.get("start_date") and what in known:
            row.add_error("start_date", _("Samma datum står två gånger i listan. Ta bort den ena raden."))
        known.add(what)


def note_moves(page):
    """Where a published row has got another date, note the date that the public has seen until now."""
    rows = page.occurrences.model.objects.filter(page=page.pk, page__live=True)
    published = dict(rows.values_list("translation_key", "start_date"))
    for row in page.occurrences.all():
        before = published.get(row.translation_key)
        if before and before != row.start_date and not row.moved_from:
            row.moved_from = before
        elif row.moved_from == row.start_date:  # it has come back to where it was
            row.moved_from = None
