"""A network's pages are reviewed before they are published: sent in by its editors, approved by the central ones."""

from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import WorkflowState

from events.models import EventPage
from networks.models import NetworkEditors

from ..promises import check_published, rows_of
from . import choices
from .choices import pick
from .event_form import FORM


class Reviews:
    @rule(network=choices.numbers, on=st.booleans())
    def review_network(self, network, on):
        """A tick at the network's editors."""
        page = pick(network, self.world.networks())
        editors = NetworkEditors.objects.get(network_key=page.translation_key)
        browser = self.world.people[1]
        form = browser.form(reverse("network_editors:edit", args=[editors.pk]), "form:has([name=csrfmiddlewaretoken])")
        form.data.pop("reviewed", None)
        if on:
            form.fill(reviewed="on")
        self.count(f"review: {browser.send(form).status_code}")

    @rule(which=choices.numbers, approves=st.booleans())
    def decide(self, which, approves):
        """Publish what somebody has sent in, or send it back."""
        waiting = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS).order_by("pk")
        pages = [state.content_object for state in waiting]
        page = pick(which, [page for page in pages if isinstance(page.specific, EventPage)])
        form = page and self.world.people[1].form(reverse("wagtailadmin_pages:edit", args=[page.pk]), FORM)
        if not form:
            return
        form.fill(**{"workflow-action-name": "approve" if approves else "reject", "action-workflow-action": "1"})
        shown = rows_of(form)
        response = self.world.people[1].send(form)
        self.count(f"decide {approves}: {response.status_code}")
        if approves and response.status_code == 302:
            self.may_change(page.pk)
            self.promise(lambda: check_published(page.pk, shown))
