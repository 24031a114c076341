"""The inline form of a meeting: it keeps the meeting's identity through drafts and old revisions.

Wagtail's inline forms know a row by its primary key. A row that was added to a published page has none in the page's
revisions, not even once it is published, so each later save would make it a new meeting with a new UID; and a row
that an old revision brings back has one that is gone from the database, which the form refuses. Here a row is known
by its translation key, which revisions always hold.
"""

from uuid import UUID

from django import forms
from django.forms.models import BaseModelFormSet
from django.utils.functional import cached_property
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm

from ..paste.clock import TIME_FORMATS, day_of_midnight
from ..series.filling import made_key


class OccurrenceForm(WagtailAdminModelForm):
    """``together`` and ``noted`` say how two people's changes of a row are merged: ``networks/editing/merging.py``.

    ``origin`` is the date that the series' rule gave the row when the form was made. It travels with the form, since
    an autosave may have let the rule move the row behind it.
    """

    uid = forms.UUIDField(required=False, widget=forms.HiddenInput)
    origin = forms.DateField(required=False, widget=forms.HiddenInput)
    together = (("timing", "start_date", "end_date", "start_time", "end_time"),)
    noted = ("moved_from",)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name in {"start_time", "end_time"} & self.fields.keys():
            self.fields[name].input_formats = TIME_FORMATS

    def clean(self):
        cleaned = super().clean()
        cleaned["end_date"] = day_of_midnight(self, cleaned.get("end_date"))
        if self.add_prefix("origin") in self.data:
            self.instance.recurrence_id = cleaned.get("origin")
        return cleaned

    def has_changed(self):
        """A row without a primary key must be handed over at every save, or the formset drops it."""
        return (self.instance.pk is None and bool(self["uid"].data)) or super().has_changed()

    def get_field_updates_for_resave(self):
        """Tell a form that stays open after an autosave which key its new row has got."""
        updates = list(super().get_field_updates_for_resave())
        if not self["uid"].data:
            updates.append((self.add_prefix("uid"), str(self.instance.translation_key)))
        return updates


class OccurrenceFormSet(BaseChildFormSet):
    """Finds the row of each posted form by its ``uid``, among this page's rows and no others."""

    most_rows = 600  # a meeting each week for more than ten years

    def add_fields(self, form, index):
        super().add_fields(form, index)
        # The library's field accepts only keys that are in the database now; the key is no input here anyway.
        form.fields["id"] = forms.IntegerField(required=False, initial=form.instance.pk, widget=forms.HiddenInput)
        for name in {"start_time", "end_time", "place"} & form.fields.keys():
            usual = form.fields[name].widget.format_value(getattr(self.instance, name, None))
            form.fields[name].widget.attrs["placeholder"] = usual or ""
        if index is not None and index < self.initial_form_count():
            form.fields["uid"].initial = form.instance.translation_key
            form.fields["origin"].initial = form.instance.recurrence_id

    def _construct_form(self, i, **kwargs):
        uid = self.data.get(f"{self.add_prefix(i)}-uid") if self.is_bound else None
        if not uid:
            return super()._construct_form(i, **kwargs)
        row = self._claim(uid) or self._made_again(uid, self.data.get(f"{self.add_prefix(i)}-origin"))
        # As the base class does where it has found a row: past BaseModelFormSet, which would look again.
        return super(BaseModelFormSet, self)._construct_form(i, instance=row, **kwargs)

    @property
    def shown(self):
        """The keys of the rows that the form holds and keeps."""
        return {form.instance.translation_key for form in self.forms if form not in self.deleted_forms}

    @property
    def deleted(self):
        """``{key: date that a rule gave it}`` of the rows that the editor has taken away in the form."""
        return {form.instance.translation_key: form.instance.recurrence_id for form in self.deleted_forms}

    def _claim(self, text):
        """The row with that key, once: a form that repeats a key makes a new meeting."""
        try:
            return self._rows.pop(UUID(text or ""), None)
        except ValueError:
            return None

    def _made_again(self, uid, origin):
        """A row that is in no version any more: a rule's keeps its key, since another form may know it by that."""
        key = made_key(self.instance, origin or "")
        return self.model(translation_key=key) if origin and uid == str(key) else self.model()

    @cached_property
    def _rows(self):
        """``{key: row}`` of the page's rows as edited, and a new row for each earlier meeting of the page."""
        earlier = self.instance.calendar_objects.values_list("uid", flat=True) if self.instance.pk else []
        rows = {uid: self.model(translation_key=uid) for uid in earlier}
        return rows | {row.translation_key: row for row in self.get_queryset()}
