"""Making and changing events: rows, rules, drafts, autosaves, publication now or later, two editors, old versions."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import rule

from events.models import EventPage

from ..promises import check_foretold, check_merged, check_published, published_rows
from . import choices
from .choices import day, pick
from .event_form import FORM, EventForm

ENDINGS = ["publish", "autosave and publish", "publish", "draft", "autosave", "leave"]
ends = st.sampled_from(ENDINGS)


class Events:
    @rule(
        network=choices.numbers,
        who=choices.numbers,
        title=choices.titles,
        edits=choices.edits,
        ending=ends,
    )
    def create_event(self, network, who, title, edits, ending):
        """Under a network, or under the calendar for an event of the whole region."""
        parent = pick(network, [*self.world.networks(), self.world.site.calendar])
        form = self._form(EventForm.add, who, "can_add_subpage", parent)
        if form:
            form.form.fill(title=title, slug=self.new_slug(), start_time="08:30", end_time="11:30", place="Mölndal")
            form.change([edit for edit in edits if edit[0] == "add"], self.world.today)
            self.finish(form, ending)

    @rule(event=choices.numbers, who=choices.numbers, edits=choices.edits, ending=ends)
    def edit_event(self, event, who, edits, ending):
        form = self._edit(event, who)
        if form:
            form.change(edits, self.world.today)
            self.finish(form, ending)

    @rule(
        network=choices.numbers,
        who=choices.numbers,
        start=choices.days,
        weekly=st.booleans(),
        interval=st.integers(1, 2),
        count=st.integers(1, 6),
        skip=st.sets(st.integers(0, 5), max_size=2),
        ending=ends,
    )
    def create_series(self, network, who, start, weekly, interval, count, skip, ending):
        parent = pick(network, self.world.networks())
        form = self._form(EventForm.add, who, "can_add_subpage", parent)
        if form:
            form.form.fill(title="Serien", slug=self.new_slug(), start_time="13:15", end_time="", place="Lerum")
            form.rule(day(self.world.today, start), "WEEKLY" if weekly else "MONTHLY", interval, count, skip)
            self.finish(form, ending)

    @rule(event=choices.numbers, who=choices.numbers, start=choices.days, weekly=st.booleans(), ending=ends)
    def change_rule(self, event, who, start, weekly, ending):
        """Another rule for an event, which may have had one."""
        form = self._edit(event, who)
        if form:
            had_draft = EventPage.objects.get(pk=form.page).has_unpublished_changes
            form.rule(day(self.world.today, start), "WEEKLY" if weekly else "MONTHLY", 1, 4)
            if "autosave" in ending:
                form.autosave()
            if "publish" in ending and form.may_publish:
                self._publish_rule(form, had_draft)

    @rule(event=choices.numbers, who=choices.numbers, edits=choices.edits, hours=st.integers(1, 60))
    def schedule(self, event, who, edits, hours):
        """Publish later. Until then the page is locked, and what is public stays."""
        form = self._edit(event, who)
        if form:
            form.change(edits, self.world.today)
            moment = timezone.localtime() + timedelta(hours=hours)
            form.form.fill(go_live_at=f"{moment:%Y-%m-%d %H:%M}")
            self.finish(form, "publish")

    @rule(event=choices.numbers, who=choices.numbers, version=choices.numbers, edits=choices.edits)
    def restore_old_version(self, event, who, version, edits):
        page = pick(event, self.world.events())
        revision = page and pick(version, list(page.revisions.order_by("pk")))
        if revision:
            address = reverse("wagtailadmin_pages:revisions_revert", args=[page.pk, revision.pk])
            browser = pick(who, self.world.who_may("can_edit", page))
            shown = browser and browser.form(address, FORM)
            if shown:
                form = EventForm(browser, shown, page.pk)
                form.change(edits[:1], self.world.today)
                self.finish(form, "publish")

    @rule(event=choices.numbers, who=choices.numbers, other=choices.numbers, one=choices.edits, two=choices.edits)
    def two_editors(self, event, who, other, one, two):
        """Both open the form; each changes what she wants and publishes. What the second is asked, she insists on."""
        first, second = self._edit(event, who), self._edit(event, other)
        if not first or not second or not first.may_publish or not second.may_publish:
            return
        opened = first.shown()
        first.change(one, self.world.today)
        second.change(two, self.world.today)
        mine = [form.shown() for form in (first, second)]
        self.may_change(first.page)
        if not first.send("action-publish"):
            return
        self.between_publications()
        taken = second.send("action-publish")
        self.count(f"two editors: {taken}")
        if not taken and second.insist():
            taken = second.send("action-publish")
            self.count(f"two editors, asked: {taken}")
        if taken:
            self.promise(lambda: check_merged(first.page, opened, *mine))
        else:
            self.promise(lambda: check_published(first.page, mine[0]))

    def _publish_rule(self, form, had_draft):
        """Press publish, and again if the form wants to show first what it will do. What a draft has besides the rule
        is in no number."""
        before, numbers = published_rows(form.page), form.foretold
        is_compared = EventPage.objects.get(pk=form.page).live and not had_draft
        taken = form.send("action-publish")
        if not taken:
            numbers = form.foretold
            taken = form.send("action-publish")
        self.count(f"rule changed: {taken}")
        if taken:
            self.may_change(form.page)
            if is_compared:
                self.promise(lambda: check_foretold(form.page, before, numbers))

    def _edit(self, event, who):
        page = pick(event, self.world.events())
        return page and self._form(EventForm.edit, who, "can_edit", page)

    def _form(self, opened, who, verb, page):
        browser = pick(who, self.world.who_may(verb, page))
        return browser and opened(browser, page)

    def finish(self, form, ending):
        """End the work on the form, and promise what should now be public."""
        if "autosave" in ending:
            self.count(f"autosave: {form.autosave()}")
        if ending == "draft":
            self.count(f"draft: {form.send()}")
        if "publish" not in ending:
            return
        if not form.may_publish:
            form.send("action-submit")
            return
        shown, going_live = form.shown(), form.form.data.get("go_live_at", "")
        taken = form.send("action-publish")
        self.count(f"publish: {taken}")
        if not taken:
            return
        if going_live and going_live > f"{timezone.localtime():%Y-%m-%d %H:%M}":
            self.later[form.page] = shown
            return
        self.may_change(form.page)
        self.promise(lambda: check_published(form.page, shown))
