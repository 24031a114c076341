"""What many pages name: areas."""

from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import rule

from networks.models import Area
from tests.factories import source

from . import choices
from .choices import pick


class Registers:
    @rule(number=choices.numbers, name=st.sampled_from(["Utbildning", "Miljö; klimat", "Välfärd, hälsa"]))
    def rename_area(self, number, name):
        area = pick(number, list(Area.objects.filter(locale=source()).order_by("pk")))
        address = reverse(area.snippet_viewset.get_url_name("edit"), args=[area.pk])
        form = self.world.people[1].form(address, "form:has([name=name])")
        form.fill(name=name)
        self.count(f"rename area: {self.world.people[1].send(form).status_code}")
