"""Translating pages with wagtail-localize: asked for, written string by string, published, brought up to date."""

import json
from urllib.parse import urlencode

from bs4 import BeautifulSoup
from django.http import QueryDict
from django.urls import reverse
from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from . import choices
from .choices import pick


class Languages:
    @rule(page=choices.numbers, who=choices.numbers, below=st.booleans())
    def ask_for_translation(self, page, who, below):
        one = pick(page, [*self.world.networks(), *self.world.events()])
        browser = pick(who, self.world.who_may("can_edit", one))
        address = reverse("wagtail_localize:submit_page_translation", args=[one.pk])
        form = browser and browser.form(address, "form:has([name=include_subtree]), form:has([name=locales])")
        if form:
            form.fill(locales=str(self.world.site.en.pk))
            if below:
                form.fill(include_subtree="on")
            self.count(f"translate: {browser.send(form).status_code}")

    @rule(which=choices.numbers, who=choices.numbers, word=st.sampled_from(["Meetings", "Admissions; A", "Åland"]))
    def write_translation(self, which, who, word):
        """Write the first strings of a translation as its editor's script does, and publish it."""
        page = self._translated(which)
        browser = page and pick(who, self.world.who_may("can_publish", page))
        translation = (
            page
            and Translation.objects.filter(
                source__object_id=page.translation_key, target_locale=page.locale, enabled=True
            ).first()
        )
        if not browser or not translation:
            return
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        for number, segment in enumerate(self._strings_shown(browser.get(address))[:4]):
            value = self.new_slug() if "slug" in segment["contentPath"] else f"{word} {number}"
            response = browser.put(segment["editUrl"], urlencode({"value": value}))
            assert response.status_code in (200, 201), (response.status_code, segment["contentPath"])
        response = browser.post(address, QueryDict("action=publish"))
        self.count(f"write translation: {response.status_code}")

    @rule(which=choices.numbers, who=choices.numbers, publish=st.booleans())
    def bring_up_to_date(self, which, who, publish):
        page = self._translated(which)
        source = page and TranslationSource.objects.filter(object_id=page.translation_key).first()
        browser = source and pick(who, self.world.who_may("can_publish", page))
        form = browser and browser.form(
            reverse("wagtail_localize:update_translations", args=[source.pk]), "form:has([name=csrfmiddlewaretoken])"
        )
        if form:
            if publish:
                form.fill(publish_translations="on")
            self.count(f"bring up to date: {browser.send(form).status_code}")

    @rule(which=choices.numbers, who=choices.numbers)
    def unpublish_translation(self, which, who):
        page = self._translated(which)
        browser = page and pick(who, self.world.who_may("can_unpublish", page))
        form = browser and browser.form(reverse("wagtailadmin_pages:unpublish", args=[page.pk]), "main form")
        if form:
            self.count(f"unpublish translation: {browser.send(form).status_code}")

    def _strings_shown(self, response):
        """The texts that the translation's editor shows her, as its script is told of them. None if it is locked."""
        if response.status_code != 200:
            return []
        editor = BeautifulSoup(response.content, "html.parser").select_one(".js-translation-editor")
        props = json.loads(editor["data-props"]) if editor else {}
        if not props or props["object"]["isLocked"]:
            return []
        return [one for one in props["segments"] if one["type"] == "string"]

    def _translated(self, number):
        first = [page.get_translation(self.world.site.en).pk for page in self._first_pages()]
        pages = Page.objects.filter(locale=self.world.site.en).exclude(pk__in=first).order_by("pk")
        found = pick(number, list(pages))
        return found and found.specific

    def _first_pages(self):
        return self.world.site.home, self.world.site.networks, self.world.site.calendar
