"""Pages that are deleted go to the bin, or their meetings are cancelled instead. What is in the bin comes back."""

from django.urls import reverse
from hypothesis.stateful import rule

from events.models import EventPage, Occurrence
from networks.models import BinnedItem

from ..promises import texts
from . import choices
from .choices import pick


class Bin:
    @rule(page=choices.numbers, who=choices.numbers)
    def delete(self, page, who):
        one = pick(page, [*self.world.events(), *self.world.networks()[3:]])
        form = self._asked(one, who, "can_delete", "form[action$='/delete/']")
        if not form or len(self.world.events()) < 2:
            return
        events, known = self._events_of(one), set(BinnedItem.objects.values_list("pk", flat=True))
        self.may_change(one.pk, *events)
        browser, form = form
        self.count(f"delete: {browser.send(form).status_code}")
        for item in BinnedItem.objects.exclude(pk__in=known):
            gone = set(events) - set(EventPage.objects.values_list("pk", flat=True))
            self.binned[item.pk] = {uid: row for key in gone for uid, row in self.rows_before.get(key, {}).items()}

    @rule(page=choices.numbers, who=choices.numbers, reason=choices.reasons)
    def cancel_all(self, page, who, reason):
        """What the page that asks before a deletion offers instead."""
        event = pick(page, self.world.events())
        form = self._asked(event, who, "can_delete", "form:has([name=reason])")
        if form:
            browser, form = form
            form.fill(reason=reason)
            self.may_change(event.pk)
            self.count(f"cancel all: {browser.send(form).status_code}")

    @rule(which=choices.numbers)
    def restore(self, which):
        """An administrator takes something from the bin: the same meetings come back."""
        item = pick(which, list(BinnedItem.objects.filter(pk__in=self.binned).order_by("pk")))
        address = item and reverse("restore_from_bin", args=[item.pk])
        form = item and self.world.people[0].form(address, "main form:not([action])")
        if not form:
            return
        rows, known = self.binned[item.pk], {page.pk for page in self.world.events()}
        parents = form.tag.select("select[name=parent_choice] option[value]:not([value=''])")
        if parents:
            form.fill(parent_choice=parents[0]["value"])
        response = self.world.people[0].send(form)
        self.count(f"restore: {response.status_code}")
        if response.status_code == 302:
            self.may_change(*({page.pk for page in self.world.events()} - known))
            self.promise(lambda: _check_restored(rows))

    def _asked(self, page, who, verb, selector):
        """``(browser, form)`` of the page that asks before a deletion; None if she may not."""
        browser = page and pick(who, self.world.who_may(verb, page))
        form = browser and browser.form(reverse("wagtailadmin_pages:delete", args=[page.pk]), selector)
        return form and (browser, form)


def _check_restored(rows):
    found = {str(row.translation_key): texts(row) for row in Occurrence.objects.of_source()}
    assert {uid: found.get(uid) for uid in rows} == rows
