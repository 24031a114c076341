"""What is done to whole pages: networks made and renamed, pages copied, moved, unpublished, deleted, reviewed."""

from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import rule

from events.models import EventPage
from networks.models import Area, NetworkPage
from tests.factories import source

from . import choices
from .choices import pick
from .event_form import FORM

names = st.sampled_from(["Antagningsnämnden", "Nämnden för antagning", "Ö-gruppen", "Arbetslag; A", "Ågruppen"])


class Pages:
    @rule(name=names, who=choices.numbers)
    def create_network(self, name, who):
        page = self.world.site.networks
        browser = pick(who, self.world.who_may("can_add_subpage", page))
        address = reverse("wagtailadmin_pages:add", args=["networks", "networkpage", page.pk])
        form = browser and browser.form(address, FORM)
        if form and len(self.world.networks()) < 6:
            form.fill(title=name, slug=self.new_slug(), area=str(Area.objects.filter(locale=source()).first().pk))
            response = browser.send(form, "action-publish")
            self.count(f"create network: {response.status_code}")

    @rule(network=choices.numbers, name=names, who=choices.numbers)
    def rename_network(self, network, name, who):
        page = pick(network, self.world.networks())
        browser = pick(who, self.world.who_may("can_edit", page))
        form = browser and browser.form(reverse("wagtailadmin_pages:edit", args=[page.pk]), FORM)
        if form:
            form.fill(title=name)
            response = browser.send(form, "action-publish")
            self.count(f"rename network: {response.status_code}")
            if not page.live:
                self.may_change(*self._events_of(page))

    @rule(event=choices.numbers, to=choices.numbers, who=choices.numbers, publish=st.booleans())
    def copy_event(self, event, to, who, publish):
        page, parent = pick(event, self.world.events()), pick(to, self.world.networks())
        browser = page and pick(who, self.world.who_may("can_copy", page))
        form = browser and browser.form(
            reverse("wagtailadmin_pages:copy", args=[page.pk]), "form:has([name=new_slug])"
        )
        if not form or len(self.world.events()) > 9:
            return
        form.fill(new_title=f"{page.title} (kopia)", new_slug=self.new_slug(), new_parent_page=str(parent.pk))
        if publish and form.tag.select_one("[name=publish_copies]"):
            form.fill(publish_copies="on")
        known = {one.pk for one in self.world.events()}
        response = browser.send(form)
        self.count(f"copy: {response.status_code}")
        self.may_change(*({one.pk for one in self.world.events()} - known))

    @rule(event=choices.numbers, to=choices.numbers, who=choices.numbers)
    def move_event(self, event, to, who):
        page = pick(event, self.world.events())
        parent = pick(to, [*self.world.networks(), self.world.site.calendar])
        browser = page and pick(who, self.world.who_may("can_move", page))
        address = page and reverse("wagtailadmin_pages:move_confirm", args=[page.pk, parent.pk])
        form = browser and browser.form(address, f"form[action='{address}']")
        if form:
            response = browser.send(form)
            self.count(f"move event: {response.status_code}")
            self.may_change(page.pk)

    @rule(page=choices.numbers, who=choices.numbers, below=st.booleans())
    def unpublish(self, page, who, below):
        one = pick(page, [*self.world.events(), *self.world.networks()])
        browser = pick(who, self.world.who_may("can_unpublish", one))
        form = browser and browser.form(reverse("wagtailadmin_pages:unpublish", args=[one.pk]), "main form")
        if form:
            if below and form.tag.select_one("[name=include_descendants]"):
                form.fill(include_descendants="on")
            self.may_change(one.pk, *self._events_of(one))
            self.count(f"unpublish: {browser.send(form).status_code}")

    def _events_of(self, page):
        if isinstance(page, EventPage):
            return [page.pk]
        below = NetworkPage.objects.filter(path__startswith=page.path)
        return list(EventPage.objects.of_networks([one.pk for one in below]).values_list("pk", flat=True))
