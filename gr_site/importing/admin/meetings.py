"""Turns the meetings that were read into rows of the preview, which a person corrects or leaves out, and back."""

from dataclasses import replace

from django.utils.functional import cached_property

from events.date_text import DateRow
from events.paste.forms import RowFormSet
from events.paste.preview_rows import STATUSES

from ..old_meetings import is_handled
from ..storing.meeting_pages import row_values
from ..storing.report import only_passed

_READ_AS = {status: word for word, status in STATUSES.items()}


class GroupRows:
    """The preview of one body's meetings. ``formset`` has the rows that can be meetings."""

    def __init__(self, number, group, data=None):
        prefix = f"meetings-{number}"
        self.group = group
        self.read = [*group.meetings, *(row for row in group.refused if not is_handled(row))]
        sent = data if data is not None and f"{prefix}-TOTAL_FORMS" in data else None
        self.formset = RowFormSet(sent, initial=[_initial(row) for row in self.read], prefix=prefix)

    @property
    def handled(self):
        """Rows whose content is already in another row, such as a sentence that cancels it."""
        return [row for row in self.group.refused if is_handled(row)]

    @cached_property
    def chosen(self):
        """The group as the person left it. Rows that still cannot be read stay refused."""
        answers = [form.cleaned_data for form in self.formset]
        meetings = tuple(_corrected(answer) for answer in answers if answer.get("include"))
        still_refused = tuple(
            row
            for row, answer in zip(self.read, answers, strict=False)
            if row.verdict == "refused" and not answer.get("include")
        )
        return replace(self.group, meetings=meetings, refused=(*self.handled, *still_refused))


class MeetingRows:
    """The rows of all bodies. Without ``data`` they are as read and never valid."""

    def __init__(self, groups, data=None):
        self.groups = [GroupRows(number, group, data) for number, group in enumerate(groups)]

    def is_valid(self):
        return all(rows.formset.is_valid() for rows in self.groups)

    def chosen(self):
        return tuple(rows.chosen for rows in self.groups)

    @property
    def faults(self):
        """``[(field's id, the row's first line and the message)]`` for every refused correction, in page order."""
        forms = [form for rows in self.groups if rows.formset.is_bound for form in rows.formset]
        return [
            (form[name].id_for_label, f"{_first_line(form)}: {message}")
            for form in forms
            for name, messages in form.errors.items()
            for message in messages
        ]

    @property
    def counts(self):
        shown = [form.shown_verdict for rows in self.groups for form in rows.formset]
        return {verdict: shown.count(verdict) for verdict in ("ok", "warning", "refused")}


def _first_line(form):
    return next(iter((form["text"].value() or "").splitlines()), "")


def _initial(row):
    return {
        **row_values(row),
        "include": row.verdict != "refused" and "double" not in row.remarks,
        "text": row.text,
        "verdict": "ok" if only_passed(row) else row.verdict,
        "message": "" if only_passed(row) else row.message,
    }


def _corrected(answer):
    """A ticked row of the preview as if it had been read that way."""
    return DateRow(
        text=answer["text"],
        verdict="ok",
        start_date=answer["start_date"],
        end_date=answer["end_date"] or answer["start_date"],
        start_time=answer["start_time"],
        end_time=answer["end_time"],
        all_day=answer["start_time"] is None,
        location=answer["place"],
        theme=answer["theme"],
        status=_READ_AS[answer["status"]],
        remarks=("whole_day",) if answer["whole_day"] else (),
    )
