"""Each export of the admin, found by its address, holds no formula, whatever somebody wrote into a text column."""

import csv
import datetime
from io import BytesIO, StringIO
from itertools import count, cycle

import pytest
from django.apps import apps
from django.contrib.auth import get_user_model
from django.db import models
from django.urls import URLResolver, get_resolver
from django.utils import timezone
from openpyxl import load_workbook
from wagtail.admin.views.mixins import SpreadsheetExportMixin
from wagtail.contrib.redirects.models import Redirect
from wagtail.contrib.search_promotions.models import Query
from wagtail.log_actions import log
from wagtail.models import Page

from events.models import EventPage
from gr_site.spreadsheets import STARTS
from networks.models import Letter
from networks.rights.central import review_workflow
from search.models import MissedQuery, SynonymGroup
from tests.factories import make_area, make_event, make_network

SIGNS = cycle([*STARTS, " =", "  @", "\x0b=", "="])
APPS = ("auth", "events", "gr_site", "networks", "wagtailcore", "wagtailredirects", "wagtailsearchpromotions")
# What the database and the site hang together by.
STRUCTURE = {
    "action", "app_label", "codename", "content_path", "hostname", "key", "language_code", "model", "object_id",
    "password", "path", "set_url_path", "timezone", "uid", "url_path",
}  # fmt: skip
TEXTS = (models.CharField, models.TextField, models.URLField, models.EmailField)


def exports(resolver=None, prefix="/"):
    """``{address: names of its columns}`` of every view that exports."""
    found = {}
    for pattern in (resolver or get_resolver()).url_patterns:
        route = f"{prefix}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            found |= exports(pattern, route)
        elif columns := columns_of(pattern.callback):
            found[route] = columns
    return found


def columns_of(function):
    """What a view exports. Its class stands below what decorates it."""
    while function and not hasattr(function, "view_class"):
        function = getattr(function, "__wrapped__", None)
    if function is None or not issubclass(function.view_class, SpreadsheetExportMixin):
        return []
    return getattr(function, "view_initkwargs", {}).get("list_export", function.view_class.list_export)


# A list's table alone, for the browser's script, has the same view.
EXPORTS = {address: names for address, names in exports().items() if not address.endswith(("results/", "resultat/"))}


@pytest.fixture
def planted(site, editor_client, client):
    """A row for each export, and a formula in each text column."""
    user = get_user_model().objects.get()
    event = make_event(make_network(area=make_area()), "2030-02-07", title="Möten")
    make_network("Utan möten")
    log(event, "wagtail.edit", user=user)
    review_workflow().start(EventPage.objects.get(pk=event.pk), user)
    Page.objects.filter(pk=event.pk).update(locked=True, locked_by=user, locked_at=timezone.now())
    Redirect.objects.create(old_path="/gammal", redirect_link="https://example.org")
    Query.get("hav").add_hit()
    Letter.objects.create(to="anna@example.org", subject="Hej", text="Hej", kind="test")
    apps.get_model("gr_site", "AccessEvent").objects.create(kind="failed", name="x", browser="x")
    SynonymGroup.objects.create(words="nattis, kvällis")
    for number in range(len(STARTS)):  # some signs make an operator of the word, which the report leaves out
        MissedQuery.count(f"ord{number}", timezone.localdate())
    plant(SynonymGroup)
    plant(MissedQuery)
    for model in apps.get_models():
        if model._meta.app_label in APPS and model._meta.managed and not model._meta.proxy:
            plant(model)
    return editor_client


def plant(model):
    for field in model._meta.local_concrete_fields:
        plain = type(field).__module__.startswith(("django.db", "wagtail.fields"))
        text = isinstance(field, TEXTS) and not isinstance(field, models.SlugField)
        if not (plain and text) or field.choices or field.primary_key or field.name in STRUCTURE:
            continue
        for pk, number in zip(model.objects.values_list("pk", flat=True), count(10), strict=False):
            value = f"{next(SIGNS)}A1+{number}"
            if not field.max_length or len(value) <= field.max_length:
                model._base_manager.filter(pk=pk).update(**{field.name: value})


def rows(client, address, form):
    answer = client.get(address, {"export": form})
    assert answer.status_code == 200, address
    content = answer.getvalue()
    if form == "csv":
        return list(csv.reader(StringIO(content.decode())))
    return [list(row) for row in load_workbook(BytesIO(content)).active.rows]


def test_the_walk_finds_them():
    assert len(EXPORTS) > 10
    assert not [address for address in EXPORTS if "<" in address or "(" in address]  # these need a row's key


def test_no_cell_is_a_formula(planted):
    formulas, marked, kinds = {}, {}, {}
    for address in EXPORTS:
        _, *lines = rows(planted, address, "csv")
        formulas[address] = [cell for line in lines for cell in line if cell.lstrip(" ").startswith(STARTS)]
        marked[address] = any(cell.startswith("'") for line in lines for cell in line)
        _, *lines = rows(planted, address, "xlsx")
        formulas[address] += [cell.value for line in lines for cell in line if cell.data_type == "f"]
        kinds[address] = {type(cell.value) for line in lines for cell in line if cell.value is not None}
    assert {address: cells for address, cells in formulas.items() if cells} == {}
    # An export without a text of ours shows nothing: give it a row above.
    assert [address for address, found in marked.items() if not found] == []
    assert int in kinds["/admin/rapporter/utskick/"]
    assert datetime.datetime in kinds["/admin/rapporter/utskick/"]
    assert datetime.datetime in kinds["/admin/moten/"] or datetime.date in kinds["/admin/moten/"]
