"""Wagtail's content checks run on our pages, with our rules and words in Swedish."""

import json
import re

import pytest
from django.urls import reverse

from gr_site.content_checks import SwedishContentChecker
from tests.factories import make_network

RULES = set(SwedishContentChecker.axe_run_only)


def test_every_rule_that_runs_has_its_words():
    assert set(SwedishContentChecker.axe_messages) == RULES


@pytest.mark.django_db
def test_the_page_and_the_form_run_them(site, editor_client):
    network = make_network(introduction="För chefer.")
    form = editor_client.get(reverse("wagtailadmin_pages:edit", args=[network.pk]))
    for html in (editor_client.get(network.url).content.decode(), form.content.decode()):
        found = re.search(r'<script id="checker-axe-configuration"[^>]*>(.*?)</script>', html)
        configuration = json.loads(found[1])
        assert set(configuration["options"]["runOnly"]) == RULES
        assert configuration["messages"]["heading-order"]["error_name"] == "Rubrikerna hoppar över en nivå"


@pytest.mark.django_db
def test_a_visitor_gets_no_checks(site, client):
    assert "axe" not in client.get(make_network().url).content.decode()
