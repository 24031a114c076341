"""No export runs a formula on the computer of whoever opens it."""

import csv
from io import StringIO

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from wagtail.contrib.redirects.models import Redirect

from gr_site.spreadsheets import plain
from tests.factories import make_event, make_network

FORMULA = '=HYPERLINK("https://example.org")'


def rows(response):
    return list(csv.reader(StringIO(b"".join(response).decode())))


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["network_listing", "meeting_listing"])
def test_our_exports_have_no_formula(site, editor_client, name):
    make_event(make_network(title=FORMULA), "2030-02-07", title=FORMULA)
    cells = [cell for row in rows(editor_client.get(reverse(name), {"export": "csv"})) for cell in row]
    assert f"'{FORMULA}" in cells
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))] == []


@pytest.mark.django_db
def test_wagtail_s_exports_have_none(site, editor_client):
    Redirect.objects.create(old_path="/gammal", redirect_link="@SUM(1+1)")
    export = rows(editor_client.get(reverse("wagtailredirects:index"), {"export": "csv"}))
    assert "'@SUM(1+1)" in [cell for row in export for cell in row]


UNSEEN = st.text(alphabet=st.characters(categories=["Zs", "Zl", "Zp", "Cc", "Cf"]), max_size=5)


@given(st.text(max_size=20), st.sampled_from("=+-@"), UNSEEN)
def test_nothing_unseen_before_it_hides_a_formula(text, sign, unseen):
    assert plain(unseen + sign + text) == f"'{unseen}{sign}{text}"


@given(st.text(max_size=20), st.sampled_from("=+-@\t\r\n"), st.sampled_from(["", " ", "  "]))
def test_every_text_that_begins_as_a_formula_is_marked(text, sign, space):
    assert plain(space + sign + text) == f"'{space}{sign}{text}"


@given(st.one_of(st.integers(), st.none(), st.text(alphabet=st.characters(categories=["L", "N"]), max_size=20)))
def test_everything_else_is_as_it_was(value):
    assert plain(value) == value
