"""An editor at the form of an event, with what the form's scripts do for her."""

import json
from datetime import date, timedelta

from bs4 import BeautifulSoup
from django.urls import reverse

from events.models import EventPage

from ..browser import form_in
from ..promises import foretold, rows_of
from .choices import day, pick

FORM = "#page-edit-form"


class EventForm:
    """``page`` is the event's key, None until there is one."""

    def __init__(self, browser, form, page=None):
        self.browser, self.form, self.page = browser, form, page
        self.revision, self.foretold = None, {}

    @classmethod
    def edit(cls, browser, event):
        form = browser.form(reverse("wagtailadmin_pages:edit", args=[event.pk]), FORM)
        return form and cls(browser, form, event.pk)

    @classmethod
    def add(cls, browser, parent):
        form = browser.form(reverse("wagtailadmin_pages:add", args=["events", "eventpage", parent.pk]), FORM)
        return form and cls(browser, form)

    def change(self, edits, today):
        """Type the ``edits`` (see ``choices.edits``) into the form."""
        for kind, first, second in edits:
            getattr(self, f"_{kind}")(first, second, today)

    def _add(self, number, values, today):
        start = day(today, number)
        row = self.form.add_row("occurrences", start_date=str(start))
        self._fill(row, values, start)

    def _change(self, number, values, today):
        row = pick(number, self.form.row_numbers("occurrences"))
        if row is not None:
            self._fill(row, values, date.fromisoformat(self.form[f"occurrences-{row}-start_date"]))

    def _fill(self, row, values, start):
        typed = dict(values)
        if "start_time+end_time" in typed:
            typed["start_time"], typed["end_time"] = typed.pop("start_time+end_time")
        if "end_date" in typed:
            typed["end_date"] = str(start + timedelta(days=typed["end_date"])) if typed["end_date"] else ""
        self.form.fill(**{f"occurrences-{row}-{name}": value for name, value in typed.items()})

    def _move(self, number, days, today):
        row = pick(number, self.form.row_numbers("occurrences"))
        if row is not None:
            self.form.fill(
                **{f"occurrences-{row}-start_date": str(day(today, days)), f"occurrences-{row}-end_date": ""}
            )

    def _remove(self, number, _, today):
        row = pick(number, self.form.row_numbers("occurrences"))
        if row is not None:
            self.form.fill(**{f"occurrences-{row}-DELETE": "1"})

    def _usual(self, times, place, today):
        self.form.fill(start_time=times[0], end_time=times[1], place=place or "Stadshuset, Mölndal")

    def _title(self, title, _, today):
        self.form.fill(title=title)

    def rule(self, start, frequency, interval, count, skip=()):
        """Type a rule; the form's script then shows its dates, and she skips those with the numbers ``skip``."""
        self.form.fill(series_start=str(start), recurrence_frequency=frequency, recurrence_interval=str(interval))
        self.form.fill(recurrence_count=str(count), recurrence_until="")
        self._show_series()
        shown = self.form.data.getlist("series_shown")
        before = self.form.data.getlist("series_skip")
        self.form.data.setlist("series_skip", [one for number, one in enumerate(shown) if number in skip])
        if self.form.data.getlist("series_skip") != before:
            self._show_series()

    def _show_series(self):
        address = self.form.tag.select_one("[data-dates]")["data-dates"]
        response = self.browser.post(address, self.form.data)
        assert response.status_code == 200, response.status_code
        for name in ("series_shown", "series_skip"):
            self.form.data.pop(name, None)
        series = BeautifulSoup(response.json()["series"], "html.parser")
        self.form.replace(series)
        self.foretold = foretold(series)

    def autosave(self):
        """What Wagtail's AutosaveController does half a second after a change. Gives whether it was saved."""
        data = self.form.data.copy()
        if self.revision:
            data["overwrite_revision_id"] = str(self.revision)
        response = self.browser.post(self.form.address, data, accept="application/json")
        found = json.loads(response.content)
        if not found["success"]:
            return False
        self.revision, self.page = found["revision_id"], found["pk"]
        self.form.fill(**{name: value for name, value in found["field_updates"].items() if name in self.form})
        if found.get("url"):
            self.form.address = found["url"]
            self._hydrate(found["hydrate_url"])
        return True

    def _hydrate(self, address):
        """A form that has become that of a page gets its version from the page."""
        soup = BeautifulSoup(self.browser.get(address).content, "html.parser")
        inputs = soup.select_one("[data-w-teleport-target-value]")
        for control in soup.select("input[name=loaded_revision_id], input[name=loaded_revision_created_at]"):
            self.form.data[control["name"]] = control["value"]
        assert inputs or "loaded_revision_id" in self.form

    def send(self, *buttons):
        """Press a button. Gives whether the form was taken; a refused one is shown again, and is now the form."""
        known = set(EventPage.objects.values_list("pk", flat=True)) if self.page is None else set()
        response = self.browser.send(self.form, *buttons)
        if response.status_code == 302:
            if self.page is None:
                self.page = (set(EventPage.objects.values_list("pk", flat=True)) - known).pop()
            return True
        assert response.status_code == 200, response.status_code
        self.form = form_in(response, FORM)
        self.foretold = foretold(self.form.tag)
        return False

    @property
    def may_publish(self):
        return "action-publish" in {name for name, _ in self.form.buttons}

    def insist(self):
        """Answer each question about what somebody else has changed with one's own. Gives whether there was any."""
        answers = {one["name"]: one["value"] for one in reversed(self.form.tag.select("[name^='answer:']"))}
        self.form.fill(**answers)
        return bool(answers)

    def shown(self):
        return rows_of(self.form)
