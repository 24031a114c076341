"""The event's edit form."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from networks.pages.page_form import PageForm
from networks.versions.seen import read_seen

from ..days.clock import actual_clock
from ..fields.declared import TELLS_APART
from ..models.choices import Timing
from ..paste.clock import add_clock_errors
from ..series.plan import Choices
from .fields import DaysField, SameField
from .review import FormReview


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
    # Which earlier meeting a date is, and which meetings follow the rule although a person had moved them.
    series_same = SameField(required=False)
    series_follow = DaysField(required=False)

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
                self._check_shown()
        return cleaned

    def _check_shown(self):
        """Ask before public meetings are moved or removed in a way that the form has not shown.

        In a form that is out of date, a rule that its editor has not changed gives way to the saved one.
        """
        seen = read_seen(self.data.get("seen"), self.instance.pk)
        is_current = seen is None or seen.is_of(self.instance.get_latest_revision())
        if not is_current and not {"series_start", "recurrence"} & {*self.changed_data}:
            return
        series = FormReview.of_data(self.data, self.instance, self.parent_page).series
        if series.is_news(self.data.get("series_told")):
            self.add_error("recurrence", _("Se efter vad som flyttas och tas bort här nedanför, och publicera igen."))

    def save(self, commit=True):
        rows = self.formsets.get("occurrences")
        self._drafted = list(rows.get_queryset()) if rows else []
        page = super().save(commit=False)
        self.complete(page)
        if commit:
            page.save()
            self.save_m2m()
        return page

    def complete(self, page):
        """Let the rule fill in, move and remove rows. A merged page holds the rows of others too, and all count."""
        rows = self.formsets.get("occurrences")
        if rows is not None and not self.errors:
            known = {"shown": rows.shown, "drafted": self._drafted, "deleted": rows.deleted}
            if page is not self.instance:
                kept = {row.translation_key for row in page.occurrences.all()}
                known = {"deleted": {key: day for key, day in rows.deleted.items() if key not in kept}}
                page.handed_out = self._handed_out(page)
            page.fill_from_rule(timezone.localdate(), choices=self._choices(), **known)
        note_moves(page)

    def _handed_out(self, merged):
        """The dates that belong to the rule of the merged page: one's own, or the saved ones."""
        own = self.instance
        if (own.recurrence, own.series_start) == (merged.recurrence, merged.series_start):
            return own.handed_out
        return merged.get_latest_revision().content.get("handed_out", [])

    def _choices(self):
        skipped = self.cleaned_data["series_skip"]
        wanted = self.cleaned_data["series_shown"] - skipped
        return Choices(skipped, wanted, self.cleaned_data["series_same"], self.cleaned_data["series_follow"])


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
