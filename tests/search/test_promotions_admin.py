"""The editors' pages of recommended hits speak Swedish."""

import re
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import gettext, override
from wagtail.contrib import search_promotions
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

# The name of a model that no page shows.
UNSEEN = {"query", "queries"}
FOLDER = Path(search_promotions.__file__).parent
IN_CODE = re.compile(r'\b_?(?:gettext_lazy|gettext|_)\(\s*"((?:[^"\\]|\\.)*)"\s*,?\s*\)')
IN_TEMPLATES = re.compile(r"""{%\s*trans(?:late)?\s+(["'])(.*?)\1""")


def texts():
    code = (file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.py") if "test" not in file.name)
    templates = (file.read_text(encoding="utf-8") for file in FOLDER.rglob("*.html"))
    found = {text for source in code for text in IN_CODE.findall(source)}
    return found | {text for source in templates for _, text in IN_TEMPLATES.findall(source)}


def test_each_text_of_wagtail_s_is_in_swedish():
    assert len(texts()) > 20
    with override("sv"):
        assert sorted(text for text in texts() - UNSEEN if gettext(text) == text) == []


@pytest.mark.django_db
def test_they_are_called_what_the_report_of_weak_searches_calls_them(site, editor_client):
    SearchPromotion.objects.create(query=Query.get("miljö"), page=site.networks)
    for name in ("index", "add", "search_terms"):
        html = editor_client.get(reverse(f"wagtailsearchpromotions:{name}")).content.decode()
        assert "earch term" not in html
        assert "Premiera" not in html
    home = editor_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "Rekommenderade tr" in home
    assert reverse("wagtailsearchpromotions:search_terms") not in home
