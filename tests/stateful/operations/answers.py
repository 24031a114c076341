"""A network says yes or no to a joint meeting, and takes its answer back."""

from django.urls import reverse
from hypothesis.stateful import rule

from networks.models import Consent

from . import choices
from .choices import pick


class Answers:
    @rule(which=choices.numbers, button=choices.numbers, who=choices.numbers)
    def answer(self, which, button, who):
        consent = pick(which, list(Consent.objects.order_by("pk")))
        browser = pick(who, self.world.people)
        address = consent and reverse("answer_consent", args=[consent.pk])
        form = consent and browser.form(reverse("consents"), f"form[action='{address}']")
        if form:
            name, said = pick(button, sorted(form.buttons))
            form.fill(**{name: said})
            self.count(f"answer {said}: {browser.send(form).status_code}")
