"""The small forms that change one published meeting, pasted dates and the plan of a year."""

from collections import Counter

from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import rule

from events.models import EventPage
from networks.rights.held_saves import publication_faults

from ..browser import form_in
from ..promises import published_rows
from . import choices
from .choices import day, pick


class Meetings:
    @rule(meeting=choices.numbers, who=choices.numbers, reason=choices.reasons)
    def cancel(self, meeting, who, reason):
        self._amend(meeting, who, "stall-in", reason, lambda one: one.status != "cancelled", status="cancelled")

    @rule(meeting=choices.numbers, who=choices.numbers, reason=choices.reasons)
    def confirm(self, meeting, who, reason):
        self._amend(meeting, who, "bekrafta", reason, lambda one: one.status != "confirmed", status="confirmed")

    @rule(meeting=choices.numbers, who=choices.numbers, reason=choices.reasons, days=st.integers(1, 150))
    def move(self, meeting, who, reason, days):
        new = str(day(self.world.today, days))
        self._amend(
            meeting, who, "flytta", reason, lambda one: one.last == one.first and str(one.first) != new, start_date=new
        )

    @rule(
        meeting=choices.numbers, who=choices.numbers, reason=choices.reasons, place=st.sampled_from(["Ale", "Tjörn"])
    )
    def change_place(self, meeting, who, reason, place):
        self._amend(meeting, who, "byt-plats", reason, lambda one: one.place != place, place=place)

    def _amend(self, meeting, who, slug, reason, fits, **typed):
        one = pick(meeting, [one for one in self.table.values() if fits(one)])
        event = one and EventPage.objects.get(pk=one.event)
        browser = event and pick(who, self.world.who_may("can_edit", event))
        form = browser and browser.form(f"/admin/andra-mote/{one.uid}/{slug}/", "form:has([name=seen])")
        if not form:
            return
        form.fill(reason=reason, **{name: value for name, value in typed.items() if name in form})
        response = browser.send(form)
        if response.status_code == 200 and response.context.get("remarks"):  # she reads them and sends it again
            response = browser.send(form_in(response, "form:has([name=seen])"))
        may_publish = browser in self.world.who_may("can_publish", event)
        self.count(f"{slug}: {response.status_code}")
        if response.status_code == 302 and may_publish:
            self.may_change(event.pk)
            self.promise(lambda: _check_amended(event.pk, self.rows_before[event.pk], one.uid, typed))

    @rule(page=choices.numbers, who=choices.numbers, days=st.sets(choices.days, min_size=1, max_size=4))
    def paste(self, page, who, days):
        """Paste dates onto an event, or onto a network, where they go to an event of its or a new one."""
        target = pick(page, [*self.world.events(), *self.world.networks()])
        is_event = isinstance(target, EventPage)
        browser = pick(who, self.world.who_may("can_edit" if is_event else "can_add_subpage", target))
        form = browser and browser.form(reverse("paste_dates", args=[target.pk]), "form.paste")
        if not form:
            return
        text = "\n".join(f"{day(self.world.today, number):%Y-%m-%d} kl. 10.00-11.30" for number in sorted(days))
        form.fill(text=text)
        preview = form_in(browser.send(form, "action"), "form.paste")
        wanted = [
            preview[f"rows-{number}-start_date"]
            for number in range(int(preview["rows-TOTAL_FORMS"]))
            if f"rows-{number}-include" in preview
        ]
        action = "publish" if ("action", "publish") in preview.buttons else "draft"
        preview.fill(action=action)
        response = browser.post(preview.address, preview.data)
        self.count(f"paste: {response.status_code}")
        if response.status_code == 302 and action == "publish":
            event = int(response["Location"].strip("/").split("/")[-2])
            self.may_change(event)
            page = EventPage.objects.get(pk=event)
            if page.approved_schedule or publication_faults(page.get_latest_revision_as_object(), browser.user):
                return  # they are published with the draft: at its time, or by somebody who may
            self.promise(lambda: _check_added(event, self.rows_before.get(event, {}), wanted))

    @rule(network=choices.numbers, who=choices.numbers, publishes=st.booleans())
    def plan_year(self, network, who, publishes):
        page = pick(network, self.world.networks())
        browser = page and pick(who, self.world.who_may("can_add_subpage", page))
        form = browser and browser.form(f"{reverse('plan_year')}?ar=2027&natverk={page.pk}", "form.plan")
        if not form or "rows-TOTAL" not in form:
            return
        self.may_change(*[event.pk for event in self.world.events()])
        before, plan = dict(self.rows_before), _planned(form.data)
        form.fill(action="publish" if publishes else "draft")
        response = browser.post(form.address, form.data)
        self.count(f"plan: {response.status_code}")
        if not publishes or response.status_code != 302:
            plan = []
        waits = [event for event in self.world.events() if not event.live or event.scheduled_revision]
        self.promise(lambda: _check_planned(before, plan, whole=not waits))


def _planned(data):
    numbers = range(int(data["rows-TOTAL"]))
    return [data[f"rows-{number}-start_date"] for number in numbers if f"rows-{number}-include" in data]


def _check_amended(event, before, uid, typed):
    """The one meeting is changed as typed, and all others are as they were."""
    after, uid = published_rows(event), str(uid)
    assert after.keys() == before.keys()
    assert {name: after[uid][name] for name in typed} == typed
    assert {key: one for key, one in after.items() if key != uid} == {k: v for k, v in before.items() if k != uid}


def _check_added(event, before, days):
    """The pasted dates are there, each under a new UID unless the event had a meeting at that date and time."""
    held = {row["start_date"] for row in before.values() if row["start_time"] == "10:00"}
    after = published_rows(event)
    new = {row["start_date"] for uid, row in after.items() if uid not in before}
    assert set(days) - held <= new, f"{sorted(days)} of {sorted(new)}"
    assert set(days) <= {row["start_date"] for row in after.values()}


def _check_planned(before, plan, *, whole):
    """The events have all that they had. With ``whole`` all of the plan is public, else a part may wait in drafts."""
    after = {event: published_rows(event) for event in before}
    for event, rows in before.items():
        assert {uid: after[event].get(uid) for uid in rows} == rows
    new = [row for event, rows in after.items() for uid, row in rows.items() if uid not in before[event]]
    days = Counter(row["start_date"] for row in new)
    assert days == Counter(plan) if whole else days <= Counter(plan), f"{days} of {plan}"
    assert {row["status"] for row in new} <= {"tentative"}
