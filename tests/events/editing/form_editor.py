"""An editor at the form of an event: what she does in her browser, through the admin's own views."""

import re
from datetime import date, timedelta

from bs4 import BeautifulSoup
from django.http import QueryDict
from django.urls import reverse
from lxml.html import fromstring, tostring

from events.models import EventPage, Occurrence

TODAY = date(2026, 11, 25)  # of the tests that travel in time


class Editor:
    """An editor at the form of one event. ``form`` is what her browser holds; ``send`` posts it."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        self.reload()

    def reload(self):
        return self.read(self.client.get(self.address))

    def read(self, response):
        """Take the form of a page, as the browser does when it has loaded it."""
        page = fromstring(response.content.decode())  # a form has half a megabyte, which Beautiful Soup reads slowly
        self.form = QueryDict(mutable=True)
        for name, value in page.get_element_by_id("page-edit-form").form_values():
            if name != "csrfmiddlewaretoken":
                self.form.appendlist(name, value)
        self.form["body-count"] = "0"
        dates, series = page.find(".//*[@data-dates]"), page.find(".//*[@data-series]")
        self.review = None if dates is None else dates.get("data-dates")  # a network's form has none
        self.preview = None if series is None else BeautifulSoup(tostring(series, encoding="unicode"), "html.parser")
        return self

    def add(self, day, **fields):
        index = int(self.form["occurrences-TOTAL_FORMS"])
        row = {"id": "", "uid": "", "start_date": str(day), "timing": "clock", "status": "confirmed", "DELETE": ""}
        self.form.update({f"occurrences-{index}-{name}": value for name, value in (row | fields).items()})
        self.form["occurrences-TOTAL_FORMS"] = str(index + 1)
        return self

    def change(self, day, **fields):
        """Change the fields of the row of that day."""
        index = self.days().index(str(day))
        self.form.update({f"occurrences-{index}-{name}": str(value) for name, value in fields.items()})
        return self

    def fill(self, **fields):
        for name, value in fields.items():
            self.form[name] = value  # QueryDict's own update would add to what is ticked
        return self

    def days(self):
        return [
            self.form[f"occurrences-{index}-start_date"] for index in range(int(self.form["occurrences-TOTAL_FORMS"]))
        ]

    def look(self):
        """What the form's script does when something has changed: it shows what the rule makes of the series."""
        if self.review is None:
            return self
        response = self.client.post(self.review, dict(self.form.lists()))
        assert response.status_code == 200
        self.preview = BeautifulSoup(response.json()["series"], "html.parser")
        for name in ("series_told", "series_shown", "series_skip", "series_same", "series_follow"):
            found = self.preview.select(f"[name={name}]:is([type=hidden], :checked), [name={name}] :checked")
            self.form.setlist(name, [each["value"] for each in found])
        return self

    def autosave(self):
        """Post the form as Wagtail does by itself, and take over what the answer tells the form that stays open."""
        answer = self.client.post(self.address, dict(self.form.lists()), headers={"Accept": "application/json"}).json()
        if answer["success"]:
            self.fill(**answer["field_updates"], overwrite_revision_id=str(answer["revision_id"]))
            self.address = reverse("wagtailadmin_pages:edit", args=[answer["pk"]])
        else:  # somebody else has saved since: Wagtail says so, and saves nothing by itself
            assert answer["error_code"] == "invalid_revision", answer
        return self

    def restore(self, revision):
        """Open an older version, as from the list of versions."""
        address = reverse("wagtailadmin_pages:revisions_revert", args=[revision.object_id, revision.pk])
        return self.read(self.client.get(address))

    def set(self, **fields):
        """Set what may have several values, such as the dates that are skipped."""
        for name, values in fields.items():
            self.form.setlist(name, [str(value) for value in values])
        return self

    def counts(self):
        """``[number of meetings that are added, moved, kept, taken away]`` in the last preview."""
        lines = " ".join(item.get_text() for item in self.preview.select(".series__changes li"))
        words = ("läggs till", "flyttas", "är kvar", "tas bort")
        found = [re.search(rf"(\d+) möten? {each}", lines) for each in words]
        return [int(each[1]) if each else 0 for each in found]

    def send(self, *actions):
        return self.client.post(self.address, self.form | dict.fromkeys(actions, "1"))

    def publish(self):
        """Look, and publish what is shown."""
        response = self.look().send("action-publish")
        assert response.status_code == 302, errors_of(response)
        return self

    def save_draft(self):
        response = self.send()
        assert response.status_code == 302, errors_of(response)
        return self


def errors_of(response):
    form = response.context["form"]
    rows = form.formsets["occurrences"]
    return {"page": form.errors, "rows": rows.errors, "all rows": rows.non_form_errors()}


def edit(client, event):
    return Editor(client, reverse("wagtailadmin_pages:edit", args=[event.pk]))


def add(client, network):
    editor = Editor(client, reverse("wagtailadmin_pages:add", args=["events", "eventpage", network.pk]))
    return editor.fill(title="Möten", slug="moten", start_time="08:30", end_time="11:30", place="Stadshuset")


def monthly(position, *, until="2027-12-31", day="TU"):
    return {
        "series_start": "2027-01-01",
        "recurrence_frequency": "MONTHLY",
        "recurrence_interval": "1",
        "recurrence_position": str(position),
        "recurrence_weekdays": day,
        "recurrence_until": until,
        "recurrence_count": "",
    }


def weekly(first, last, day="TU"):
    return {
        "series_start": str(first),
        "recurrence_frequency": "WEEKLY",
        "recurrence_interval": "1",
        "recurrence_weekdays": day,
        "recurrence_until": str(last),
        "recurrence_count": "",
    }


def series(network, client, first, weeks):
    """A published series of that many weeks, on the weekday of ``first``."""
    code = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"][first.weekday()]
    editor = add(client, network).fill(**weekly(first, first + timedelta(weeks=weeks - 1), code))
    editor.publish()
    return EventPage.objects.child_of(network).get()


def rows_of(event):
    return list(Occurrence.objects.filter(page=event).order_by("start_date"))


def days_of(event):
    return [row.start_date for row in rows_of(event)]


def draft_days(event):
    rows = EventPage.objects.get(pk=event.pk).get_latest_revision_as_object().occurrences.all()
    return sorted(row.start_date for row in rows)
