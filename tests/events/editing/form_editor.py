"""An editor at the form of an event: what she does in her browser, through the admin's own views."""

from datetime import timedelta

from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from events.models import EventPage, Occurrence


class Editor:
    """An editor at the form of one event. ``form`` is what her browser holds; ``send`` posts it."""

    def __init__(self, client, address):
        self.client, self.address = client, address
        self.reload()

    def reload(self):
        html = self.client.get(self.address).content.decode()
        self.form = querydict_from_html(html, form_id="page-edit-form").copy()
        self.form["body-count"] = "0"
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

    def send(self, *actions):
        return self.client.post(self.address, self.form | dict.fromkeys(actions, "1"))

    def publish(self):
        response = self.send("action-publish")
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
